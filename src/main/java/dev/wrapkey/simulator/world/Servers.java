package dev.wrapkey.simulator.world;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Creates, changes and deletes servers. The work is done at once and its outcome recorded; what a
 * client sees of it unfolds with the clock.
 */
public final class Servers {

  /** How long things take in the cloud's time. */
  private static final Duration CREATE = Duration.ofMinutes(4);

  /** From the order of a server to its first backup; recorded: 8 minutes. */
  public static final Duration FIRST_BACKUP = Duration.ofMinutes(5);

  private static final Duration CREATE_FAILS = Duration.ofMinutes(1);
  private static final Duration CHANGE = Duration.ofMinutes(1);
  private static final Duration CHANGE_FAILS = Duration.ofSeconds(20);
  private static final Duration DELETE = Duration.ofMinutes(1);
  private static final Duration BUSY = Duration.ofSeconds(10);
  private static final String READY = "Ready";

  private final World world;
  private final Store store;
  private final ServerKeys keys;
  private final KeyCheck check;
  private final Volumes volumes;
  private final Copies copies;
  private final Backups backups;
  private final Rotations rotations;
  private final Operations operations;
  private final Table<PendingRotation> pending;
  private final Ids ids;
  private final SecureRandom random;

  public Servers(
      World world,
      Store store,
      KeyAccess access,
      Rotations rotations,
      Backups backups,
      SecureRandom random) {
    this.world = world;
    this.store = store;
    this.keys = rotations.keys();
    this.check = new KeyCheck(world, access);
    this.volumes = rotations.volumes();
    this.copies = new Copies(world, keys, volumes, backups);
    this.backups = backups;
    this.ids = new Ids(random);
    this.operations = new Operations(world, ids);
    this.rotations = rotations;
    this.pending = store.table("pendingRotations", PendingRotation.class);
    this.random = random;
  }

  /** Starts a creation. Draft and settings have passed {@link ServerRules}. */
  public Operation create(ServerDraft draft, ServerSettings settings) {
    sweep();
    Server server = fresh(draft, settings);
    Optional<Problem> problem =
        Mishap.ofOperation()
            .or(() -> createProblem(server, settings))
            .or(() -> copies.seal(server, settings));
    Duration length = problem.isEmpty() ? CREATE : CREATE_FAILS;
    String end = problem.isEmpty() ? READY : Server.GONE;
    put(server.with(Lifecycle.passing(world.now(), "Provisioning", length, end)));
    world.horizon().reach(world.now().plus(FIRST_BACKUP));
    world.settings().put(server.id().key(), settings);
    String name =
        switch (settings.origin().mode()) {
          case "Replica" -> Operations.REPLICATE;
          case "Create" -> Operations.UPSERT;
          default -> Operations.RESTORE;
        };
    return operations.start(server.id(), name, length, problem);
  }

  /** Puts a finished server into the world, with storage, without a client and without waiting. */
  void place(Server server, ServerSettings settings) {
    Optional<Problem> problem = copies.seal(server, settings);
    if (problem.isPresent()) {
      throw new IllegalStateException(server.id().name() + ": " + problem.get());
    }
    world.settings().put(server.id().key(), settings);
    put(server);
  }

  private Server fresh(ServerDraft draft, ServerSettings settings) {
    String region = world.regions().find(draft.region()).orElseThrow().name();
    ArmId source = settings.origin().source();
    Server.Admin admin =
        source == null
            ? new Server.Admin(draft.login(), Verifier.of(draft.password(), random))
            : world.servers().get(source.key()).orElseThrow().admin();
    Server.Status status =
        new Server.Status(world.now(), ids.guid(), Lifecycle.settled(world.now(), READY));
    Server fresh = new Server(draft.id(), region, draft.shape(), admin, draft.encryption(), status);
    return copies.original(settings.origin()).map(fresh::with).orElse(fresh);
  }

  private Optional<Problem> createProblem(Server server, ServerSettings settings) {
    return ServerRules.lateProblem(server, settings)
        .or(() -> keyProblem(server, server.encryption()));
  }

  private Optional<Problem> keyProblem(Server server, Server.Encryption encryption) {
    String key = encryption.key();
    if (key == null) {
      return Optional.empty();
    }
    Optional<Problem> problem = check.problem(keys.identity(encryption), key, server.region());
    Server.Encryption geo = Copies.geo(encryption);
    String geoKey = geo.key();
    if (problem.isPresent() || geoKey == null) {
      return problem;
    }
    String pair = world.regions().find(server.region()).orElseThrow().pair().getFirst();
    return check.problem(keys.identity(geo), geoKey, pair);
  }

  /** Starts a change. */
  public Operation change(Server server, ServerChange change) {
    if (!server.state(world.now()).equals(READY)) {
      return operations.start(
          server.id(), Operations.UPSERT, BUSY, Optional.of(Operations.busy(server)));
    }
    Server.Encryption before = server.encryption();
    Server.Encryption wanted = change.encryption();
    List<ArmId> attached = union(before.identities(), wanted.identities());
    Server base = server.with(before.with(attached));
    put(base);
    Server reshaped = base.with(change.shape());
    Optional<Problem> problem =
        Mishap.ofOperation().or(() -> ServerRules.lateProblem(reshaped, change.settings()));
    if (problem.isEmpty() && wanted.key() != null) {
      problem = rotate(base, wanted.with(attached));
    }
    if (problem.isEmpty()) {
      settle(base, change);
    }
    Duration length = problem.isEmpty() ? CHANGE : CHANGE_FAILS;
    Server now = world.servers().get(server.id().key()).orElse(base);
    put(now.with(Lifecycle.passing(world.now(), "Updating", length, READY)));
    String name = change.promotion() ? Operations.PROMOTE : Operations.UPSERT;
    return operations.start(server.id(), name, length, problem);
  }

  private void settle(Server base, ServerChange change) {
    Server now = world.servers().get(base.id().key()).orElse(base).with(change.shape());
    String password = change.password();
    put(
        password == null
            ? now
            : now.with(new Server.Admin(now.admin().login(), Verifier.of(password, random))));
    world.settings().put(base.id().key(), change.settings());
  }

  private Optional<Problem> rotate(Server server, Server.Encryption to) {
    if (!server.encryption().isCustomerManaged()) {
      return Optional.of(
          new Problem(
              "CMKInvalidEncryptionParameters",
              "You cannot enable data encryption on a server that was not created with data"
                  + " encryption."));
    }
    Optional<Problem> problem = keyProblem(server, to);
    if (problem.isPresent()) {
      return problem;
    }
    pending.put(server.id().key(), new PendingRotation(server.id(), to));
    store.commit(true);
    try {
      turn(server, to);
      pending.remove(server.id().key());
      return Optional.empty();
    } catch (KeyRefused refused) {
      if (!rotations.hasBegun(server, to)) {
        pending.remove(server.id().key());
      }
      return Optional.of(refused.problem());
    }
  }

  /** Starts a deletion; the storage goes after the server is gone. */
  public Operation delete(Server server) {
    sweep();
    if (!server.status().life().isSettled(world.now())) {
      return operations.start(
          server.id(), Operations.UPSERT, BUSY, Optional.of(Operations.busy(server)));
    }
    boolean replica = world.settings(server).origin().isReplica();
    String name = replica ? Operations.DROP_REPLICA : Operations.DROP;
    Optional<Problem> problem = Mishap.ofOperation();
    if (problem.isEmpty()) {
      drop(server);
    }
    return operations.start(server.id(), name, DELETE, problem);
  }

  /** Deletes a server together with the group it is in, whatever it is doing. */
  public void drop(Server server) {
    put(server.with(Lifecycle.passing(world.now(), "Dropping", DELETE, Server.GONE)));
  }

  /** Ends a server at once, whatever it is doing; {@link #recover} clears it away. */
  void vanish(Server server) {
    put(server.with(Lifecycle.settled(world.now(), Server.GONE)));
  }

  /** Brings state and storage together after a crash, and clears away what is gone. */
  public void recover() {
    for (PendingRotation intent : pending.all()) {
      Optional<Server> begun =
          world
              .servers()
              .get(intent.server().key())
              .filter(server -> rotations.hasBegun(server, intent.to()));
      if (begun.isEmpty() || finish(begun.get(), intent.to())) {
        pending.remove(intent.server().key());
      }
    }
    sweep();
  }

  private void turn(Server server, Server.Encryption to) throws KeyRefused {
    rotations.change(server, to);
    Server turned = server.with(to);
    backups.replaceLost(turned);
    put(turned);
  }

  /** Volumes may be under either key meanwhile; a key that refuses is asked again at next start. */
  private boolean finish(Server server, Server.Encryption to) {
    try {
      turn(server, to);
      return true;
    } catch (KeyRefused refused) {
      return false;
    }
  }

  private void sweep() {
    Set<String> kept =
        world.servers().all().stream()
            .filter(s -> s.exists(world.now()))
            .map(s -> s.status().volume())
            .collect(Collectors.toSet());
    for (Server server : world.servers().all()) {
      if (!server.exists(world.now())) {
        world.servers().remove(server.id().key());
        rotations.forget(server);
        world.firewallRules().all().stream()
            .filter(r -> r.id().isWithin(server.id().text()))
            .forEach(r -> world.firewallRules().remove(r.id().key()));
        world.items().all().stream()
            .filter(i -> i.id().isWithin(server.id().text()))
            .forEach(i -> world.items().remove(i.id().key()));
        world.settings().remove(server.id().key());
      }
    }
    volumes.keepOnly(kept);
  }

  private void put(Server server) {
    world.servers().put(server.id().key(), server);
  }

  private static List<ArmId> union(List<ArmId> old, List<ArmId> more) {
    Map<String, ArmId> byKey = new LinkedHashMap<>();
    Stream.concat(old.stream(), more.stream()).forEach(id -> byKey.putIfAbsent(id.key(), id));
    return List.copyOf(byKey.values());
  }
}
