package dev.wrapkey.simulator.rest;

import dev.wrapkey.simulator.world.Access;
import dev.wrapkey.simulator.world.ActivityLog;
import dev.wrapkey.simulator.world.Backups;
import dev.wrapkey.simulator.world.Connections;
import dev.wrapkey.simulator.world.Health;
import dev.wrapkey.simulator.world.Ids;
import dev.wrapkey.simulator.world.KeyAccess;
import dev.wrapkey.simulator.world.KeyEvents;
import dev.wrapkey.simulator.world.KeyLife;
import dev.wrapkey.simulator.world.KeySafe;
import dev.wrapkey.simulator.world.KeyStores;
import dev.wrapkey.simulator.world.Servers;
import dev.wrapkey.simulator.world.Vaults;
import dev.wrapkey.simulator.world.World;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the handlers behind the {@link Front}: first those that need no server, then the servers
 * themselves.
 */
public final class Backstage {

  private final World world;
  private final Ids ids;
  private final Application application;
  private final Tokens tokens;
  private final KeyStores keyStores;
  private final Journal journal;
  private final Router management;
  private final Front front;
  private final SignIns signIns;

  /**
   * @param keys the data plane of all vaults
   * @param safe for the public parts of keys
   */
  public Backstage(
      Transactions transactions,
      World world,
      KeyStores keys,
      KeySafe safe,
      Ids ids,
      Application application) {
    this.world = world;
    this.keyStores = keys;
    this.ids = ids;
    this.application = application;
    this.tokens = new Tokens(application.tenant(), ids);
    Access access = new Access(world);
    String tenant = application.tenant();
    this.journal = new Journal(world, ids);
    this.management = new Router(world, access, tokens, journal);
    List.of(
            new SubscriptionHandler(world, access, tenant).routes(),
            new TenantHandler(tenant).routes(),
            new GroupHandler(world).routes(),
            new IdentityHandler(world, ids, tenant).routes(),
            new RoleHandler(world, application.principal().objectId(), tenant).routes(),
            new RoleDefinitionHandler(world, application.principal().objectId()).routes(),
            new PermissionHandler(world, access).routes(),
            new Locks(world).routes(),
            new DiagnosticSettings(world).routes(),
            AlertHandler.groups(world).routes(),
            AlertHandler.rules(world).routes(),
            new ProviderHandler(world).routes(),
            new ClusterHandler(world, ids).routes(),
            new FederationHandler(world).routes(),
            new NetworkHandler(world, ids).routes(),
            new PrivateEndpointHandler(world, ids).routes(),
            new PrivateDnsHandler(world, ids).routes(),
            new DnsRecordHandler(world).routes(),
            new ResourceHandler(world).routes())
        .forEach(management::add);
    KeyVaultWing vaults = new KeyVaultWing(world, keys, safe);
    vaults.management(tenant).forEach(management::add);
    KeyPlane plane = new KeyPlane(world, tokens, tenant);
    vaults.data(access).forEach(plane::add);
    this.signIns = new SignIns(ids);
    Directory directory = new Directory(world, tokens, application);
    this.front = new Front(transactions, ids, login(), directory, management, plane);
  }

  private List<Route> login() {
    String tenant = application.tenant();
    Person person = new Person(world, ids, application.principal().objectId());
    PersonHandler people = new PersonHandler(world, tokens, signIns, person, tenant);
    List<Route> login =
        new ArrayList<>(new TokenHandler(world, tokens, application, people).routes());
    login.addAll(people.routes());
    login.addAll(new DiscoveryHandler(tenant).routes());
    return login;
  }

  public Front front() {
    return front;
  }

  /** Sign-ins of the person that are under way. */
  public SignIns signIns() {
    return signIns;
  }

  /** Tokens for managed identities of the computer itself. */
  public MachineIdentities machines() {
    return new MachineIdentities(world, tokens, application);
  }

  /** The way of a server to its key, through the front door. */
  public KeyAccess keyAccess() {
    return new WireKeyAccess(front, tokens, world);
  }

  /** The servers of the PostgreSQL service and their backups. */
  public record Postgres(Servers servers, Backups backups) {}

  /**
   * Adds the PostgreSQL service.
   *
   * @param postgres its servers
   * @param life what the service believes of its servers' keys
   * @param connections what clients of servers met
   */
  public void open(Postgres postgres, KeyLife life, Connections connections) {
    Servers servers = postgres.servers();
    Health health = new Health(world, life, connections);
    ActivityLog log = new ActivityLog(world, new KeyEvents(world, life, health));
    journal.writeInto(log);
    management.add(new HealthHandler(world, health).routes());
    management.add(new ActivityHandler(log, application.tenant()).routes());
    ServerJson json = new ServerJson(world, application.tenant(), life);
    management.add(
        new GroupRemoval(world, ids, servers, new Vaults(world, keyStores)::delete).routes());
    management.add(new DeploymentHandler(world, ids, management::handle).routes());
    GraphTables tables =
        new GraphTables(
            world,
            new GraphShapes(
                json,
                new VaultJson(world, application.tenant()),
                new IdentityHandler(world, ids, application.tenant())),
            new Access(world),
            application.tenant());
    management.add(new GraphHandler(world, ids, tables).routes());
    management.add(new ServerHandler(world, postgres, life, json).routes());
    management.add(new ServerPartsHandler(world, ids, json).routes());
    management.add(new FirewallHandler(world, ids).routes());
    for (ServerChild kind : ServerChild.all()) {
      management.add(new ServerChildHandler(world, ids, kind).routes());
    }
    management.add(new ConfigurationHandler(world, ids).routes());
    management.add(new CapabilityHandler(world).routes());
    management.add(new NameHandler(world).routes());
    management.add(new OperationHandler(world).routes());
  }
}
