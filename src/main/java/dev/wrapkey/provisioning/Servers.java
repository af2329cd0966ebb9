package dev.wrapkey.provisioning;

import java.util.List;
import java.util.Optional;

/** Flexible servers. Failures as in {@link Cloud}. */
public interface Servers {

  /** The servers of one subscription, by name. */
  List<Server> list(String subscription);

  Server get(ResourceId id);

  /**
   * Whether a server may be given a name.
   *
   * @return empty if it may, otherwise the service's reason
   */
  Optional<String> refusalOfName(String subscription, String region, String name);

  /** Starts the creation of a server; firewall rules and resource group are steps of their own. */
  RunningOperation create(Plan plan);

  /** Starts a change of key and identity, always sent together (portal specification BLD-12). */
  RunningOperation changeKey(ResourceId server, KeyIdentifier key, ResourceId identity);

  RunningOperation addFirewallRule(ResourceId server, Plan.FirewallRule rule);

  /** Makes a principal of Microsoft Entra ID an administrator; again changes nothing. */
  RunningOperation addAdministrator(ResourceId server, Plan.Administrator administrator);

  RunningOperation delete(ResourceId server);
}
