package dev.wrapkey.provisioning;

import java.util.List;
import java.util.Optional;

/** Servers of which nothing is told: a test plays the part that is asked. */
public abstract class BareServers implements Servers {

  @Override
  public List<Server> list(String subscription) {
    throw unasked();
  }

  @Override
  public Server get(ResourceId id) {
    throw unasked();
  }

  @Override
  public Optional<String> refusalOfName(String subscription, String region, String name) {
    throw unasked();
  }

  @Override
  public RunningOperation create(Plan plan) {
    throw unasked();
  }

  @Override
  public RunningOperation changeKey(ResourceId server, DataEncryption wanted) {
    throw unasked();
  }

  @Override
  public Optional<String> federatedClient(ResourceId server) {
    throw unasked();
  }

  @Override
  public RunningOperation addFirewallRule(ResourceId server, Plan.FirewallRule rule) {
    throw unasked();
  }

  @Override
  public RunningOperation addAdministrator(ResourceId server, Plan.Administrator administrator) {
    throw unasked();
  }

  @Override
  public List<Backup> backups(ResourceId server) {
    throw unasked();
  }

  @Override
  public List<Server> replicas(ResourceId server) {
    throw unasked();
  }

  @Override
  public List<Plan.FirewallRule> firewallRules(ResourceId server) {
    throw unasked();
  }

  @Override
  public String json(ResourceId server) {
    throw unasked();
  }

  @Override
  public RunningOperation start(ResourceId server) {
    throw unasked();
  }

  @Override
  public RunningOperation stop(ResourceId server) {
    throw unasked();
  }

  @Override
  public RunningOperation restart(ResourceId server) {
    throw unasked();
  }

  @Override
  public RunningOperation delete(ResourceId server) {
    throw unasked();
  }

  private static UnsupportedOperationException unasked() {
    return new UnsupportedOperationException("this test does not play it");
  }
}
