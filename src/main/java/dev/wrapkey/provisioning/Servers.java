package dev.wrapkey.provisioning;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Flexible servers. Failures as in {@link Cloud}. */
public interface Servers {

  /** The servers of one subscription, by name. */
  List<Server> list(String subscription);

  /**
   * Which of many subscriptions may have servers, so that the others need not be asked. A cloud
   * that has an index of everything answers from there, adds what it was told to change itself, and
   * hands over the servers as the index has them: complete but for the last minute, while state and
   * status of the key may be older than that (docs/decisions/resource-graph.md). Without an index
   * all of them may have some, and nothing is handed over.
   *
   * @param page takes what the index knows, page by page
   */
  default Set<String> whereabouts(
      List<String> subscriptions, Cancellation cancellation, Consumer<List<Server>> page) {
    cancellation.check();
    return Set.copyOf(subscriptions);
  }

  Server get(ResourceId id);

  /**
   * Whether a server may be given a name.
   *
   * @return empty if it may, otherwise the service's reason
   */
  Optional<String> refusalOfName(String subscription, String region, String name);

  /**
   * Starts the creation of a server, empty or as a copy ({@link Plan#origin}); firewall rules and
   * resource group are steps of their own. Of a copy, encryption is always said, so that a
   * service-managed copy of a server with a customer's key is what it is meant to be.
   */
  @Change(
      value = "Microsoft.DBforPostgreSQL/flexibleServers/write",
      of = Change.Subject.SERVER,
      weight = Change.Weight.COSTS)
  RunningOperation create(Plan plan);

  /**
   * Starts a change of keys and identities. All that is wanted is sent together (portal
   * specification BLD-12): key and identity, and the pair for the geo-redundant backup where there
   * is one (CMK-26). The identities are assigned to the server on the way, and stay assigned if the
   * change fails later (BLD-13). The service knows no condition such as an ETag for it ("Configure
   * data encryption", 14 July 2026): who sends last has it.
   */
  @Change(value = "Microsoft.DBforPostgreSQL/flexibleServers/write", of = Change.Subject.SERVER)
  RunningOperation changeKey(ResourceId server, DataEncryption wanted);

  /**
   * The client id of the multi-tenant application through which a server uses a key of another
   * tenant ({@code primaryFederatedIdentityClientId}); empty for keys of its own tenant and where
   * the service does not know such keys yet.
   *
   * <p>A change that leaves it out turns the server into one of a single tenant (portal
   * specification BLD-14; "Data encryption at rest", 2 June 2026).
   */
  Optional<String> federatedClient(ResourceId server);

  @Change("Microsoft.DBforPostgreSQL/flexibleServers/firewallRules/write")
  RunningOperation addFirewallRule(ResourceId server, Plan.FirewallRule rule);

  /** Makes a principal of Microsoft Entra ID an administrator; again changes nothing. */
  @Change("Microsoft.DBforPostgreSQL/flexibleServers/administrators/write")
  RunningOperation addAdministrator(ResourceId server, Plan.Administrator administrator);

  /** The backups of a server that the service keeps, newest first. */
  List<Backup> backups(ResourceId server);

  /** The read replicas of a server, by name, each as it describes itself. */
  List<Server> replicas(ResourceId server);

  /** The firewall rules of a server, by name. */
  List<Plan.FirewallRule> firewallRules(ResourceId server);

  /** A server as the service describes it, indented JSON, nothing left out. */
  String json(ResourceId server);

  /** Starts a server that was stopped. */
  @Change(
      value = "Microsoft.DBforPostgreSQL/flexibleServers/start/action",
      of = Change.Subject.SERVER,
      weight = Change.Weight.COSTS)
  RunningOperation start(ResourceId server);

  /** Stops a server; the service starts it again by itself after seven days. */
  @Change(
      value = "Microsoft.DBforPostgreSQL/flexibleServers/stop/action",
      of = Change.Subject.SERVER)
  RunningOperation stop(ResourceId server);

  @Change(
      value = "Microsoft.DBforPostgreSQL/flexibleServers/restart/action",
      of = Change.Subject.SERVER)
  RunningOperation restart(ResourceId server);

  @Change(
      value = "Microsoft.DBforPostgreSQL/flexibleServers/delete",
      of = Change.Subject.SERVER,
      weight = Change.Weight.FINAL)
  RunningOperation delete(ResourceId server);

  /**
   * Takes up an operation that an earlier run of the program has started.
   *
   * @throws CloudFailure of kind {@link CloudFailure.Kind#NOT_FOUND} if this cloud does not know it
   */
  default RunningOperation follow(ResourceId server, Receipt receipt) {
    throw new CloudFailure(
        CloudFailure.Kind.NOT_FOUND, "OperationNotFound", receipt.url(), receipt.correlationId());
  }
}
