package dev.wrapkey.simulator.world;

import dev.wrapkey.time.Time;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Everything that exists in the practice cloud. One thread at a time. */
public final class World {

  private final Time time;
  private final Regions regions;
  private final Roles roles;
  private final Table<Subscription> subscriptions;
  private final Table<ResourceGroup> groups;
  private final Table<Vault> vaults;
  private final Table<Key> keys;
  private final Table<DeletedKey> deletedKeys;
  private final Table<DeletedVault> deletedVaults;
  private final Table<RotationPolicy> rotationPolicies;
  private final Pace pace;
  private final Table<Identity> identities;
  private final Table<MultiTenantApplication> applications;
  private final Table<RoleAssignment> assignments;
  private final Table<Server> servers;
  private final Table<FirewallRule> firewallRules;
  private final Table<Operation> operations;
  private final Table<Item> items;
  private final Table<Role> customRoles;
  private final Table<ServerSettings> settings;
  private final Table<Activity> activities;
  private final Horizon horizon = new Horizon();

  public World(Store store, Time time, Regions regions, Roles roles) {
    this.time = time;
    this.regions = regions;
    this.roles = roles;
    this.subscriptions = store.table("subscriptions", Subscription.class);
    this.groups = store.table("groups", ResourceGroup.class);
    this.vaults = store.table("vaults", Vault.class);
    this.keys = store.table("keys", Key.class);
    this.deletedKeys = store.table("deletedKeys", DeletedKey.class);
    this.deletedVaults = store.table("deletedVaults", DeletedVault.class);
    this.rotationPolicies = store.table("rotationPolicies", RotationPolicy.class);
    this.pace = new Pace(time, horizon);
    this.identities = store.table("identities", Identity.class);
    this.applications = store.table("applications", MultiTenantApplication.class);
    this.assignments = store.table("assignments", RoleAssignment.class);
    this.servers = store.table("servers", Server.class);
    this.firewallRules = store.table("firewallRules", FirewallRule.class);
    this.operations = store.table("operations", Operation.class);
    this.items = store.table("items", Item.class);
    this.customRoles = store.table("customRoles", Role.class);
    this.settings = store.table("serverSettings", ServerSettings.class);
    this.activities = store.table("activities", Activity.class);
    operations.all().forEach(o -> horizon.reach(o.end()));
    deletedKeys.all().forEach(d -> horizon.reach(d.settles()));
    assignments.all().forEach(a -> horizon.reach(a.effectiveFrom()));
  }

  public Instant now() {
    return time.now();
  }

  /** When everything that is under way is over. */
  public Horizon horizon() {
    return horizon;
  }

  public Regions regions() {
    return regions;
  }

  public Roles roles() {
    return roles;
  }

  /** Roles that somebody defined. */
  public Table<Role> customRoles() {
    return customRoles;
  }

  /** A role of either kind. */
  public Optional<Role> role(String id) {
    return roles.find(id).or(() -> customRoles.get(id.toLowerCase(Locale.ROOT)));
  }

  public Table<Subscription> subscriptions() {
    return subscriptions;
  }

  public Table<ResourceGroup> groups() {
    return groups;
  }

  public Table<Vault> vaults() {
    return vaults;
  }

  public Table<Key> keys() {
    return keys;
  }

  /** Keys that can be recovered, by {@link #keyOf}. */
  public Table<DeletedKey> deletedKeys() {
    return deletedKeys;
  }

  /** Vaults that can be recovered, by host name. */
  public Table<DeletedVault> deletedVaults() {
    return deletedVaults;
  }

  /** By {@link #keyOf}. */
  public Table<RotationPolicy> rotationPolicies() {
    return rotationPolicies;
  }

  public Pace pace() {
    return pace;
  }

  public Table<Identity> identities() {
    return identities;
  }

  /** Applications through which servers use keys of other tenants, by client id. */
  public Table<MultiTenantApplication> applications() {
    return applications;
  }

  public Table<RoleAssignment> assignments() {
    return assignments;
  }

  /** All servers, those included that are gone by now. */
  public Table<Server> servers() {
    return servers;
  }

  public Table<FirewallRule> firewallRules() {
    return firewallRules;
  }

  public Table<Operation> operations() {
    return operations;
  }

  /** What is set on servers; those without an entry have the usual settings. */
  public Table<ServerSettings> settings() {
    return settings;
  }

  public ServerSettings settings(Server server) {
    return settings.get(server.id().key()).orElseGet(() -> ServerSettings.usual(server.id()));
  }

  /** The stored part of the activity log; see {@link ActivityLog}. */
  Table<Activity> activities() {
    return activities;
  }

  /** Everything that has no table of its own. */
  public Table<Item> items() {
    return items;
  }

  public Optional<Subscription> subscription(String id) {
    return subscriptions.get(id.toLowerCase(Locale.ROOT));
  }

  /** A server that exists at this moment. */
  public Optional<Server> server(ArmId id) {
    return servers.get(id.key()).filter(s -> s.exists(now()));
  }

  /** A server that exists at this moment, by its name or its identifier in any letter case. */
  public Optional<Server> serverNamed(String name) {
    return serversWithin("/").stream()
        .filter(s -> s.id().name().equalsIgnoreCase(name) || s.id().text().equalsIgnoreCase(name))
        .findFirst();
  }

  /** The servers within a subscription or resource group that exist at this moment. */
  public List<Server> serversWithin(String scope) {
    return servers.all().stream().filter(s -> s.exists(now()) && s.id().isWithin(scope)).toList();
  }

  public Optional<Vault> vaultAt(String host) {
    return vaults.all().stream().filter(v -> v.host().equalsIgnoreCase(host)).findFirst();
  }

  /** Key of {@link #keys()}. */
  public static String keyOf(String host, String name) {
    return (host + "/" + name).toLowerCase(Locale.ROOT);
  }
}
