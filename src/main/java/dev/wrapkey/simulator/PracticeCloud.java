package dev.wrapkey.simulator;

import com.azure.core.http.HttpClient;
import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.simulator.engine.Engine;
import dev.wrapkey.simulator.rest.Application;
import dev.wrapkey.simulator.rest.Backstage;
import dev.wrapkey.simulator.rest.PracticeHttpClient;
import dev.wrapkey.simulator.rest.Transactions;
import dev.wrapkey.simulator.store.DurableStore;
import dev.wrapkey.simulator.store.FolderLocked;
import dev.wrapkey.simulator.store.Json;
import dev.wrapkey.simulator.store.RootKey;
import dev.wrapkey.simulator.world.Access;
import dev.wrapkey.simulator.world.AuditLog;
import dev.wrapkey.simulator.world.Ids;
import dev.wrapkey.simulator.world.KeyAccess;
import dev.wrapkey.simulator.world.KeyGate;
import dev.wrapkey.simulator.world.KeyHealth;
import dev.wrapkey.simulator.world.KeyLife;
import dev.wrapkey.simulator.world.KeySafe;
import dev.wrapkey.simulator.world.KeyStores;
import dev.wrapkey.simulator.world.Landscape;
import dev.wrapkey.simulator.world.Principal;
import dev.wrapkey.simulator.world.Regions;
import dev.wrapkey.simulator.world.Roles;
import dev.wrapkey.simulator.world.Sealer;
import dev.wrapkey.simulator.world.ServerKeys;
import dev.wrapkey.simulator.world.Servers;
import dev.wrapkey.simulator.world.Starter;
import dev.wrapkey.simulator.world.Volumes;
import dev.wrapkey.simulator.world.World;
import dev.wrapkey.time.VirtualTime;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The practice cloud: Azure as far as Wrapkey needs it, played in this process behind the Azure
 * SDK's transport, with real keys and really encrypted bytes. Its state lies in one folder and
 * survives a kill at any moment.
 *
 * <p>Thread-safe. Nothing of it reaches a network.
 */
public final class PracticeCloud implements AutoCloseable {

  /** The directory of everything in the practice cloud. */
  public static final String TENANT = Ids.PATTERN + "000000000001";

  /** The application id of the practice service principal. */
  public static final String CLIENT = Ids.PATTERN + "0000000000c1";

  private static final Principal APPLICATION =
      new Principal(Ids.PATTERN + "0000000000c2", CLIENT, "practice-operator", false);

  private final DurableStore store;
  private final ClockLease clock;
  private final Engine engine = new Engine();
  private final Transactions transactions;
  private final HttpClient httpClient;
  private final Inspector inspector;
  private final String secret;
  private boolean closed;

  private PracticeCloud(DurableStore store, Path folder, VirtualTime time, SecureRandom random) {
    this.store = store;
    this.clock = new ClockLease(store, time);
    this.transactions = new Transactions(store, clock);
    Sealer root = RootKey.in(folder, store.note("clientSecret").isEmpty(), random);
    this.secret = secretOf(store, root, random);

    Ids ids = new Ids(random);
    World world =
        new World(
            store,
            time,
            Json.resource("regions.json", Regions.class),
            Json.resource("roles.json", Roles.class));
    KeySafe safe = new KeySafe(store, root, random);
    AuditLog audit = new AuditLog(store, world);
    KeyStores vaults =
        new KeyStores(world, new KeyGate(new Access(world), TENANT), safe, audit, ids);
    Backstage backstage =
        new Backstage(
            transactions, world, vaults, safe, ids, new Application(APPLICATION, TENANT, secret));

    KeyAccess access = backstage.keyAccess();
    ServerKeys keys = new ServerKeys(world, access, safe, ids);
    Volumes volumes = new Volumes(folder.resolve("volumes"), random);
    Servers servers = new Servers(world, store, keys, access, volumes, random);
    KeyLife life =
        new KeyLife(world, store, new KeyHealth(world, vaults, keys, volumes), keys, volumes);
    backstage.open(servers, life);

    Starter starter =
        new Starter(world, Json.resource("landscape.json", Landscape.class), APPLICATION, random);
    transactions.run(true, () -> begin(starter, servers, keys, safe));
    transactions.watchedBy(life::observe);
    this.httpClient = new PracticeHttpClient(backstage.front(), engine);
    this.inspector = new PracticeInspector(engine, transactions, world, volumes, keys, audit);
  }

  /**
   * Opens the practice cloud of a folder; an empty folder gets the starter landscape.
   *
   * @param time the cloud's clock; moved forward if the cloud has seen a later moment already
   * @throws StateInUse if another program has the folder open
   */
  public static PracticeCloud open(Path folder, VirtualTime time, SecureRandom random)
      throws StateInUse {
    DurableStore store;
    try {
      store = DurableStore.open(folder);
    } catch (FolderLocked locked) {
      throw new StateInUse(folder, locked);
    }
    boolean opened = false;
    try {
      PracticeCloud cloud = new PracticeCloud(store, folder, time, random);
      opened = true;
      return cloud;
    } finally {
      if (!opened) {
        store.abandon();
      }
    }
  }

  private static String secretOf(DurableStore store, Sealer root, SecureRandom random) {
    String note = "clientSecret";
    if (store.note(note).isEmpty()) {
      byte[] bytes = new byte[30];
      random.nextBytes(bytes);
      String made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      store.note(note, root.seal(made.getBytes(StandardCharsets.UTF_8), note));
    }
    return new String(root.open(store.note(note).orElseThrow(), note), StandardCharsets.UTF_8);
  }

  private boolean begin(Starter starter, Servers servers, ServerKeys keys, KeySafe safe) {
    if (store.note("landscape").isEmpty()) {
      starter.layOut();
      starter.layOutServers(servers, keys, safe);
      store.note("landscape", "1");
    }
    servers.recover();
    return true;
  }

  /** The transport that every client of the practice cloud is given. */
  public HttpClient httpClient() {
    return httpClient;
  }

  public Inspector inspector() {
    return inspector;
  }

  /** The secret of the practice service principal {@link #CLIENT}. */
  public String clientSecret() {
    return secret;
  }

  /** Lets the folder go. Requests after this are answered with status 500. */
  @Override
  public void close() {
    engine.close();
    transactions.run(
        true,
        () -> {
          if (!closed) {
            closed = true;
            clock.end();
            store.close();
          }
          return closed;
        });
  }
}
