package dev.wrapkey.simulator;

import com.azure.core.http.HttpClient;
import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.simulator.engine.Engine;
import dev.wrapkey.simulator.fault.Faults;
import dev.wrapkey.simulator.fault.FaultyCarrier;
import dev.wrapkey.simulator.rest.Application;
import dev.wrapkey.simulator.rest.Backstage;
import dev.wrapkey.simulator.rest.Carrier;
import dev.wrapkey.simulator.rest.Delivery;
import dev.wrapkey.simulator.rest.MachineIdentities;
import dev.wrapkey.simulator.rest.PracticeHttpClient;
import dev.wrapkey.simulator.rest.SignIns;
import dev.wrapkey.simulator.rest.Transactions;
import dev.wrapkey.simulator.rest.WireRequest;
import dev.wrapkey.simulator.store.DurableStore;
import dev.wrapkey.simulator.store.FolderLocked;
import dev.wrapkey.simulator.store.Json;
import dev.wrapkey.simulator.store.RootKey;
import dev.wrapkey.simulator.world.Access;
import dev.wrapkey.simulator.world.Activity;
import dev.wrapkey.simulator.world.ActivityLog;
import dev.wrapkey.simulator.world.Agenda;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.AuditLog;
import dev.wrapkey.simulator.world.Backups;
import dev.wrapkey.simulator.world.Clearance;
import dev.wrapkey.simulator.world.Connection;
import dev.wrapkey.simulator.world.Connections;
import dev.wrapkey.simulator.world.Health;
import dev.wrapkey.simulator.world.Ids;
import dev.wrapkey.simulator.world.KeyAccess;
import dev.wrapkey.simulator.world.KeyEvents;
import dev.wrapkey.simulator.world.KeyGate;
import dev.wrapkey.simulator.world.KeyHealth;
import dev.wrapkey.simulator.world.KeyLife;
import dev.wrapkey.simulator.world.KeySafe;
import dev.wrapkey.simulator.world.KeyStores;
import dev.wrapkey.simulator.world.Landscape;
import dev.wrapkey.simulator.world.Loads;
import dev.wrapkey.simulator.world.Principal;
import dev.wrapkey.simulator.world.Profile;
import dev.wrapkey.simulator.world.Regions;
import dev.wrapkey.simulator.world.Roles;
import dev.wrapkey.simulator.world.Rotations;
import dev.wrapkey.simulator.world.Sealer;
import dev.wrapkey.simulator.world.Server;
import dev.wrapkey.simulator.world.ServerKeys;
import dev.wrapkey.simulator.world.Servers;
import dev.wrapkey.simulator.world.Starter;
import dev.wrapkey.simulator.world.StorageKeys;
import dev.wrapkey.simulator.world.Volumes;
import dev.wrapkey.simulator.world.World;
import dev.wrapkey.time.VirtualTime;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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

  /** The subscription that a client begins in. */
  public static final String SUBSCRIPTION = Ids.PATTERN + "0000000000a1";

  private static final String CERTIFICATES = "clientCertificates";
  private static final Principal APPLICATION =
      new Principal(Ids.PATTERN + "0000000000c2", CLIENT, "practice-operator", false);

  private final DurableStore store;
  private final ClockLease clock;
  private final Engine engine = new Engine();
  private final Transactions transactions;
  private final VirtualTime time;
  private final Sealer root;
  private final World world;
  private final Carrier carrier;
  private final Faults faults;
  private final Agenda agenda;
  private final Servers servers;
  private final Runnable landscape;
  private final Clearance clearance;
  private final KeyLife life;
  private final Connections connections;
  private final Loads loads;
  private final HttpClient httpClient;
  private final Inspector inspector;
  private final String secret;
  private final SignIns signIns;
  private final MachineIdentities machines;
  private boolean closed;

  private PracticeCloud(DurableStore store, Path folder, VirtualTime time, SecureRandom random) {
    this.store = store;
    this.time = time;
    this.clock = new ClockLease(store, time);
    this.transactions = new Transactions(store, clock);
    this.root = RootKey.in(folder, store.note("clientSecret").isEmpty(), random);
    this.secret = keepsake("clientSecret", () -> passphrase(random));

    Ids ids = new Ids(random);
    this.world = world(store, time);
    KeySafe safe = new KeySafe(store, root, random);
    AuditLog audit = new AuditLog(store, world);
    KeyStores vaults =
        new KeyStores(world, new KeyGate(new Access(world), TENANT), safe, audit, ids);
    Backstage backstage = new Backstage(transactions, world, vaults, safe, ids, application());
    this.signIns = backstage.signIns();
    this.machines = backstage.machines();

    KeyAccess access = backstage.keyAccess();
    ServerKeys keys = new ServerKeys(world, access, safe, ids);
    Volumes volumes = new Volumes(folder.resolve("volumes"), random, time::now);
    Rotations rotations = new Rotations(world, store, keys, volumes);
    this.life =
        new KeyLife(world, store, new KeyHealth(world, vaults, keys, volumes), rotations, volumes);
    Backups backups = new Backups(world, life, keys, volumes);
    this.servers = new Servers(world, store, access, rotations, backups, random);
    this.connections = new Connections(world, store, life, backups, volumes);
    this.loads = new Loads(world, life, backups, volumes);
    backstage.open(new Backstage.Postgres(servers, backups), life, connections);

    this.clearance = new Clearance(world, vaults, servers);
    this.landscape = () -> layOut(keys, safe, random);
    transactions.run(true, this::begin);
    transactions.watchedBy(life::observe);
    transactions.clearedBy(connections::forget);
    this.agenda = new Agenda(world, life);
    this.faults = Faults.of(engine, transactions, world, vaults, store, random.nextLong(1L << 53));
    this.carrier = carrier(backstage, ids);
    this.httpClient = new PracticeHttpClient(carrier, engine, time);
    PracticeInspector.Parts parts =
        new PracticeInspector.Parts(volumes, rotations, new StorageKeys(keys, volumes), backups);
    this.inspector = new PracticeInspector(engine, transactions, world, parts, audit);
  }

  private Carrier carrier(Backstage backstage, Ids ids) {
    return new FaultyCarrier(
        backstage.front(), faults, ids, APPLICATION.objectId(), TENANT, world::now);
  }

  private Application application() {
    return new Application(APPLICATION, TENANT, secret, () -> store.note(CERTIFICATES).orElse(""));
  }

  private static World world(DurableStore store, VirtualTime time) {
    return new World(
        store,
        time,
        Json.resource("regions.json", Regions.class),
        Json.resource("roles.json", Roles.class));
  }

  private void layOut(ServerKeys keys, KeySafe safe, SecureRandom random) {
    Landscape starters = Json.resource("landscape.json", Landscape.class);
    Starter starter = new Starter(world, starters, APPLICATION, random);
    starter.layOut();
    starter.layOutServers(servers, keys, safe);
    store.note("landscape", "1");
  }

  /** Has loaded what {@link #open} needs before that is called: work for a second core. */
  public static void warmUp() {
    Json.warmUp(Server.class);
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

  private boolean begin() {
    if (store.note("landscape").isEmpty()) {
      landscape.run();
    }
    servers.recover();
    return true;
  }

  /** A text that nobody guesses, of letters, digits, hyphen and underscore. */
  public static String passphrase(SecureRandom random) {
    byte[] bytes = new byte[30];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * A secret text that belongs to this practice cloud, durable and sealed like the keys of vaults.
   *
   * @param name also names it for ever
   * @param first makes it when it is asked for the first time
   */
  public String keepsake(String name, Supplier<String> first) {
    return transactions.run(
        true,
        () -> {
          if (store.note(name).isEmpty()) {
            store.note(name, root.seal(first.get().getBytes(StandardCharsets.UTF_8), name));
          }
          byte[] plain = root.open(store.note(name).orElseThrow(), name);
          return new String(plain, StandardCharsets.UTF_8);
        });
  }

  /**
   * Answers a request, whatever carried it. What it changed is durable before this returns; what
   * becomes of the answer is up to the carrier.
   */
  public Delivery deliver(WireRequest request) {
    return engine.run(() -> carrier.deliver(request));
  }

  /** A token for a managed identity, as {@link MachineIdentities#token} gives it out. */
  public Optional<MachineIdentities.Granted> machineToken(String resource, String clientId) {
    return engine.run(() -> transactions.run(false, () -> machines.token(resource, clientId)));
  }

  /** The faults that can be switched on, for a window or the gateway. */
  public Faults faults() {
    return faults;
  }

  /** The next thing that happens without anybody doing anything. */
  public Optional<Agenda.Due> next() {
    return engine.run(() -> transactions.run(false, agenda::next));
  }

  /** When a server looks at its key next; empty if it has none that can be lost. */
  public Optional<Instant> nextLook(String server) {
    return engine.run(() -> transactions.run(false, () -> agenda.nextLook(server)));
  }

  /** Everything that is known to happen without anybody doing anything, in order of time. */
  public List<Agenda.Due> upcoming() {
    return engine.run(() -> transactions.run(false, agenda::upcoming));
  }

  /** Moves the clock to where everything that is under way is over. */
  public void settle() {
    Duration wait = Duration.between(time.now(), world.horizon().latest());
    if (wait.isPositive()) {
      time.jump(wait);
    }
  }

  /**
   * Back to the starter landscape, all faults off. Time goes on; secret and tokens of clients stay
   * good.
   */
  public void reset() {
    faults.clear();
    engine.run(
        () -> {
          transactions.run(
              true,
              () -> {
                store.clear();
                landscape.run();
                return true;
              });
          return transactions.run(true, this::begin);
        });
  }

  /**
   * Takes a resource group of {@link #SUBSCRIPTION} out of the world as if it had never been,
   * whatever protects what is in it. Durable.
   */
  public void strike(String group) {
    ArmId id = new ArmId("/subscriptions/" + SUBSCRIPTION + "/resourceGroups/" + group);
    engine.run(
        () ->
            transactions.run(
                true,
                () -> {
                  clearance.remove(id);
                  return true;
                }));
  }

  /** What the activity log says of {@link #SUBSCRIPTION}, newest first. */
  public List<Activity> activities() {
    return engine.run(() -> transactions.run(false, () -> log().within(SUBSCRIPTION)));
  }

  private ActivityLog log() {
    return new ActivityLog(world, new KeyEvents(world, life, new Health(world, life, connections)));
  }

  /** By which rules servers live and die with their keys. */
  public Profile profile() {
    return engine.run(() -> transactions.run(false, life::profile));
  }

  /** Changes the rules from now on; durable. A reset brings {@link Profile#CURRENT} back. */
  public void liveBy(Profile profile) {
    engine.run(
        () ->
            transactions.run(
                true,
                () -> {
                  life.liveBy(profile);
                  return true;
                }));
  }

  /** Tries to connect to a server as a client of PostgreSQL would. */
  public Connection connect(Connection.Attempt attempt) {
    return engine.run(() -> transactions.run(true, () -> connections.attempt(attempt)));
  }

  /**
   * Writes plausible rows into a server, in batches of about 1 MiB, each durable before the next.
   *
   * @param server name or identifier
   * @param mebibytes how much its table shall grow, 1 to {@value Load#MOST_MEBIBYTES}
   */
  public Load.Outcome load(String server, int mebibytes, Load.Watch watch) {
    if (mebibytes < 1 || mebibytes > Load.MOST_MEBIBYTES) {
      throw new IllegalArgumentException("1 to " + Load.MOST_MEBIBYTES + " MiB");
    }
    return Load.run(
        mebibytes, () -> engine.run(() -> transactions.run(false, () -> loads.add(server))), watch);
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

  /**
   * Lets the practice service principal sign in with certificates too; durable. Those of an earlier
   * call count no more.
   *
   * @param pem one or several X.509 certificates; none to take them away
   */
  public void acceptCertificates(String pem) {
    transactions.run(
        true,
        () -> {
          store.note(CERTIFICATES, pem);
          return true;
        });
  }

  /** Sign-ins by device code that wait for the person. */
  public SignIns signIns() {
    return signIns;
  }

  /** Lets the folder go. Requests after this are answered with status 500. */
  @Override
  public void close() {
    engine.close();
    transactions.run(
        false, // nobody is to look at a world that is closed
        () -> {
          if (!closed) {
            closed = true;
            transactions.clearedBy(connections::forgetAll);
            clock.end();
            store.close();
          }
          return closed;
        });
  }
}
