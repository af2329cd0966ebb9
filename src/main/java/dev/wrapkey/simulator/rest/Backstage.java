package dev.wrapkey.simulator.rest;

import dev.wrapkey.simulator.world.Access;
import dev.wrapkey.simulator.world.Ids;
import dev.wrapkey.simulator.world.KeyAccess;
import dev.wrapkey.simulator.world.KeySafe;
import dev.wrapkey.simulator.world.KeyStores;
import dev.wrapkey.simulator.world.Server;
import dev.wrapkey.simulator.world.Servers;
import dev.wrapkey.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Puts the handlers behind the {@link Front}: first those that need no server, then the servers
 * themselves.
 */
public final class Backstage {

  private final World world;
  private final Ids ids;
  private final Application application;
  private final Tokens tokens;
  private final Router management;
  private final Front front;

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
    this.ids = ids;
    this.application = application;
    this.tokens = new Tokens(application.tenant(), ids);
    Access access = new Access(world);
    String tenant = application.tenant();
    this.management = new Router(world, access, tokens);
    List.of(
            new SubscriptionHandler(world, access, tenant).routes(),
            new GroupHandler(world).routes(),
            new IdentityHandler(world, ids, tenant).routes(),
            new RoleHandler(world, application.principal().objectId(), tenant).routes(),
            new ResourceHandler(world).routes())
        .forEach(management::add);
    KeyVaultWing vaults = new KeyVaultWing(world, keys, safe);
    vaults.management(tenant).forEach(management::add);
    KeyPlane plane = new KeyPlane(world, tokens, tenant);
    vaults.data(access).forEach(plane::add);
    List<Route> login = new ArrayList<>(new TokenHandler(world, tokens, application).routes());
    login.addAll(new DiscoveryHandler(tenant).routes());
    Directory directory = new Directory(world, tokens, application);
    this.front = new Front(transactions, ids, login, directory, management, plane);
  }

  public Front front() {
    return front;
  }

  /** The way of a server to its key, through the front door. */
  public KeyAccess keyAccess() {
    return new WireKeyAccess(front, tokens, world);
  }

  /**
   * Adds the PostgreSQL service.
   *
   * @param keyWorks whether a server's customer-managed key can be used at this moment
   */
  public void open(Servers servers, Predicate<Server> keyWorks) {
    ServerJson json = new ServerJson(world, application.tenant(), keyWorks);
    List.of(
            new ServerHandler(world, servers, json).routes(),
            new FirewallHandler(world, ids).routes(),
            new NameHandler(world).routes(),
            new CapabilityHandler(world).routes(),
            new DatabaseHandler(world, ids).routes(),
            new OperationHandler(world).routes())
        .forEach(management::add);
  }
}
