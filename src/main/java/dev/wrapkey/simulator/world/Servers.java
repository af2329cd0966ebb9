package dev.wrapkey.simulator.world;

import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.WrappedKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Creates, changes and deletes servers. The work is done at once and its outcome recorded; what a
 * client sees of it unfolds with the clock.
 */
public final class Servers {

  /** How long things take in the cloud's time. */
  private static final Duration CREATE = Duration.ofMinutes(4);

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
  private final Operations operations;
  private final Table<PendingRotation> pending;
  private final Ids ids;
  private final SecureRandom random;

  public Servers(
      World world,
      Store store,
      ServerKeys keys,
      KeyAccess access,
      Volumes volumes,
      SecureRandom random) {
    this.world = world;
    this.store = store;
    this.keys = keys;
    this.check = new KeyCheck(world, access);
    this.volumes = volumes;
    this.ids = new Ids(random);
    this.operations = new Operations(world, ids);
    this.pending = store.table("pendingRotations", PendingRotation.class);
    this.random = random;
  }

  /** Starts a creation. The draft has passed {@link ServerRules}. */
  public Operation create(ServerDraft draft) {
    sweep();
    Server server = fresh(draft);
    Optional<Problem> problem = createProblem(server);
    if (problem.isEmpty()) {
      problem = seal(server);
    }
    Duration length = problem.isEmpty() ? CREATE : CREATE_FAILS;
    String end = problem.isEmpty() ? READY : Server.GONE;
    put(server.with(Lifecycle.passing(world.now(), "Provisioning", length, end)));
    return operations.start(server.id(), Operations.UPSERT, length, problem);
  }

  /** Puts a finished server into the world, with storage, without a client and without waiting. */
  void place(Server server) {
    Optional<Problem> problem = seal(server);
    if (problem.isPresent()) {
      throw new IllegalStateException(server.id().name() + ": " + problem.get());
    }
    put(server);
  }

  private Server fresh(ServerDraft draft) {
    String region = world.regions().find(draft.region()).orElseThrow().name();
    Server.Admin admin = new Server.Admin(draft.login(), Verifier.of(draft.password(), random));
    Server.Status status =
        new Server.Status(world.now(), ids.guid(), Lifecycle.settled(world.now(), READY));
    return new Server(draft.id(), region, draft.shape(), admin, draft.encryption(), status);
  }

  private Optional<Problem> createProblem(Server server) {
    if (!ServerRules.isCompatible(server.shape().compute())) {
      return Optional.of(
          new Problem(
              "ServerEditionIncompatibleWithSkuSize",
              "The server edition '%s' is incompatible with the SKU size '%s'."
                  .formatted(server.shape().compute().tier(), server.shape().compute().sku())));
    }
    return keyProblem(server, server.encryption());
  }

  private Optional<Problem> keyProblem(Server server, Server.Encryption encryption) {
    String key = encryption.key();
    return key == null
        ? Optional.empty()
        : check.problem(keys.identity(encryption), key, server.region());
  }

  private Optional<Problem> seal(Server server) {
    try {
      volumes.create(server, keys.wrapping(server.encryption()));
      return Optional.empty();
    } catch (KeyUnavailable refused) {
      return Optional.of(KeyCheck.whenUsing(refused, String.valueOf(server.encryption().key())));
    }
  }

  /**
   * Starts a change of tags, key and identity.
   *
   * @param wanted key and identity together, or neither to leave them; its identities are attached
   *     in any case, even if the change fails (portal specification BLD-13)
   */
  public Operation change(Server server, SortedMap<String, String> tags, Server.Encryption wanted) {
    if (!server.status().life().isSettled(world.now())) {
      return busy(server);
    }
    Server.Encryption before = server.encryption();
    List<ArmId> attached = union(before.identities(), wanted.identities());
    Server base =
        server
            .with(new Server.Encryption(before.key(), before.identity(), attached))
            .with(retagged(server.shape(), tags));
    put(base);
    Optional<Problem> problem = Optional.empty();
    if (wanted.key() != null) {
      problem = rotate(base, new Server.Encryption(wanted.key(), wanted.identity(), attached));
    }
    Duration length = problem.isEmpty() ? CHANGE : CHANGE_FAILS;
    Server now = world.servers().get(server.id().key()).orElse(base);
    put(now.with(Lifecycle.passing(world.now(), "Updating", length, READY)));
    return operations.start(server.id(), Operations.UPSERT, length, problem);
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
      WrappedKey stored = volumes.facts(server).orElseThrow().wrapped();
      volumes.rotate(server, keys.unwrapping(server.encryption(), stored), keys.wrapping(to));
      put(server.with(to));
      return Optional.empty();
    } catch (KeyUnavailable refused) {
      return Optional.of(KeyCheck.whenUsing(refused, String.valueOf(to.key())));
    } finally {
      pending.remove(server.id().key());
    }
  }

  /** Starts a deletion; the storage goes after the server is gone. */
  public Operation delete(Server server) {
    sweep();
    if (!server.status().life().isSettled(world.now())) {
      return busy(server);
    }
    put(server.with(Lifecycle.passing(world.now(), "Dropping", DELETE, Server.GONE)));
    return operations.start(server.id(), Operations.DROP, DELETE, Optional.empty());
  }

  private Operation busy(Server server) {
    Problem problem =
        new Problem(
            "ServerIsBusy",
            "Cannot complete operation while server '%s' is busy processing another operation. Try again later."
                .formatted(server.id().name()));
    return operations.start(server.id(), Operations.UPSERT, BUSY, Optional.of(problem));
  }

  /** Brings state and storage together after a crash, and clears away what is gone. */
  public void recover() {
    for (PendingRotation intent : pending.all()) {
      Optional<Server> server = world.servers().get(intent.server().key());
      server.filter(s -> reached(s, intent.to())).ifPresent(s -> put(s.with(intent.to())));
      pending.remove(intent.server().key());
    }
    sweep();
  }

  private boolean reached(Server server, Server.Encryption to) {
    String base = KeyUri.parse(String.valueOf(to.key())).map(KeyUri::versionless).orElse("?");
    String wanted = String.valueOf(to.key());
    return volumes
        .facts(server)
        .map(f -> f.wrapped().keyVersion())
        .filter(
            v ->
                v.equalsIgnoreCase(wanted)
                    || wanted.equalsIgnoreCase(base) && v.startsWith(base + "/"))
        .isPresent();
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
        world.firewallRules().all().stream()
            .filter(r -> r.id().isWithin(server.id().text()))
            .forEach(r -> world.firewallRules().remove(r.id().key()));
      }
    }
    volumes.keepOnly(kept);
  }

  private void put(Server server) {
    world.servers().put(server.id().key(), server);
  }

  private static Server.Shape retagged(Server.Shape shape, SortedMap<String, String> tags) {
    return new Server.Shape(
        shape.version(),
        shape.compute(),
        shape.storage(),
        shape.zone(),
        shape.publicAccess(),
        tags);
  }

  private static List<ArmId> union(List<ArmId> old, List<ArmId> more) {
    Map<String, ArmId> byKey = new LinkedHashMap<>();
    Stream.concat(old.stream(), more.stream()).forEach(id -> byKey.putIfAbsent(id.key(), id));
    return List.copyOf(byKey.values());
  }
}
