package dev.wrapkey.provisioning;

import dev.wrapkey.provisioning.CloudFailure.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The servers of a {@link Stage}. */
final class StagedServers extends BareServers {

  private final Stage stage;

  StagedServers(Stage stage) {
    this.stage = stage;
  }

  @Override
  public RunningOperation create(Plan plan) {
    stage.ask("create");
    stage.created.add(plan);
    stage.put(plan, stage.stateWhileCreating);
    RunningOperation operation = stage.creation.get();
    return new RunningOperation() {
      @Override
      public boolean poll() {
        boolean ended = operation.poll();
        if (ended) {
          stage.put(plan, "Ready");
        }
        return ended;
      }

      @Override
      public Duration retryAfter() {
        return operation.retryAfter();
      }
    };
  }

  @Override
  public RunningOperation changeKey(ResourceId server, DataEncryption wanted) {
    stage.ask("changeKey");
    stage.sent.add(wanted);
    return stage.after(2, () -> stage.put(Stage.plan(), "Ready", wanted));
  }

  @Override
  public Optional<String> federatedClient(ResourceId server) {
    return Optional.ofNullable(stage.federated);
  }

  @Override
  public RunningOperation addFirewallRule(ResourceId server, Plan.FirewallRule rule) {
    stage.ask("firewall " + rule.name());
    return stage.after(1, () -> {});
  }

  @Override
  public RunningOperation addAdministrator(ResourceId server, Plan.Administrator administrator) {
    stage.ask("administrator " + administrator.name());
    return stage.after(1, () -> {});
  }

  @Override
  public List<Backup> backups(ResourceId server) {
    return List.of();
  }

  @Override
  public List<Server> replicas(ResourceId server) {
    return List.of();
  }

  @Override
  public List<Plan.FirewallRule> firewallRules(ResourceId server) {
    stage.ask("rules");
    return List.of();
  }

  @Override
  public String json(ResourceId server) {
    stage.ask("json");
    return "{}";
  }

  @Override
  public RunningOperation start(ResourceId server) {
    stage.ask("start");
    return stage.after(1, () -> {});
  }

  @Override
  public RunningOperation stop(ResourceId server) {
    stage.ask("stop");
    return stage.after(1, () -> {});
  }

  @Override
  public RunningOperation restart(ResourceId server) {
    stage.ask("restart");
    return stage.after(1, () -> {});
  }

  @Override
  public RunningOperation follow(ResourceId server, Receipt receipt) {
    stage.ask("follow " + receipt.url());
    RunningOperation known = stage.followed;
    if (known == null) {
      throw Stage.failure(Kind.NOT_FOUND, "OperationNotFound");
    }
    return known;
  }

  @Override
  public RunningOperation delete(ResourceId server) {
    stage.ask("delete");
    return stage.after(1, () -> stage.servers.remove(server));
  }

  @Override
  public Server get(ResourceId id) {
    stage.ask("get");
    Server server = stage.servers.get(id);
    if (server == null) {
      throw Stage.failure(Kind.NOT_FOUND, "ResourceNotFound");
    }
    return server;
  }

  @Override
  public List<Server> list(String subscription) {
    return List.copyOf(stage.servers.values());
  }

  @Override
  public Optional<String> refusalOfName(String subscription, String region, String name) {
    stage.ask("name");
    return Optional.ofNullable(stage.nameRefusal);
  }
}
