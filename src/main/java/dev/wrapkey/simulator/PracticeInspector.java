package dev.wrapkey.simulator;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.RekeyReport;
import dev.wrapkey.encryption.VolumeFacts;
import dev.wrapkey.encryption.WrappedKey;
import dev.wrapkey.simulator.engine.Engine;
import dev.wrapkey.simulator.rest.Transactions;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.AuditEntry;
import dev.wrapkey.simulator.world.AuditLog;
import dev.wrapkey.simulator.world.Backups;
import dev.wrapkey.simulator.world.KeyHealth;
import dev.wrapkey.simulator.world.KeyUri;
import dev.wrapkey.simulator.world.Rotations;
import dev.wrapkey.simulator.world.Server;
import dev.wrapkey.simulator.world.ServerKeys;
import dev.wrapkey.simulator.world.Volumes;
import dev.wrapkey.simulator.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks inside the storage of practice servers. A page is opened the way the server does it: by
 * unwrapping its key.
 */
final class PracticeInspector implements Inspector {

  private static final Set<String> USES = Set.of("wrapKey", "unwrapKey");

  private final Engine engine;
  private final Transactions transactions;
  private final World world;
  private final Volumes volumes;
  private final Rotations rotations;
  private final ServerKeys keys;
  private final Backups backups;
  private final AuditLog audit;

  /** What servers' storage consists of. */
  record Parts(Volumes volumes, Rotations rotations, ServerKeys keys, Backups backups) {}

  PracticeInspector(
      Engine engine, Transactions transactions, World world, Parts parts, AuditLog audit) {
    this.engine = engine;
    this.transactions = transactions;
    this.world = world;
    this.volumes = parts.volumes();
    this.rotations = parts.rotations();
    this.keys = parts.keys();
    this.backups = parts.backups();
    this.audit = audit;
  }

  @Override
  public Optional<Storage> look(String serverId) {
    return reading(() -> world.server(new ArmId(serverId)).flatMap(this::storage));
  }

  private Optional<Storage> storage(Server server) {
    backups.catchUp(server);
    return volumes.facts(server, DATA).map(facts -> storage(server, facts));
  }

  private Storage storage(Server server, VolumeFacts facts) {
    return new Storage(
        volumes.file(server, DATA).toString(),
        facts.pages(),
        facts.digest(),
        facts.wrapped(),
        facts.rotations(),
        facts.pagesRewritten(),
        calls(server),
        contents(server, facts),
        rotations.last(server));
  }

  private List<Content> contents(Server server, VolumeFacts data) {
    return volumes.kinds(server).stream()
        .map(
            kind ->
                new Content(
                    kind,
                    volumes.file(server, kind).toString(),
                    kind.equals(DATA) ? data : volumes.facts(server, kind).orElseThrow()))
        .toList();
  }

  private List<Call> calls(Server server) {
    return KeyUri.parse(String.valueOf(server.encryption().key())).stream()
        .flatMap(uri -> audit.about(uri.versionless()).stream())
        .filter(e -> USES.contains(e.operation()))
        .map(PracticeInspector::call)
        .toList();
  }

  private static Call call(AuditEntry entry) {
    String version = entry.key().substring(entry.key().lastIndexOf('/') + 1);
    return new Call(
        entry.at(),
        entry.operation(),
        version.toLowerCase(Locale.ROOT),
        entry.caller(),
        entry.status());
  }

  @Override
  public Optional<Page> page(String serverId, String kind, long page) {
    return reading(
        () -> world.server(new ArmId(serverId)).flatMap(server -> open(server, kind, page)));
  }

  /** The kind comes from a caller and is no path. */
  private Optional<WrappedKey> wrapped(Server server, String kind) {
    return volumes.kinds(server).contains(kind) ? volumes.wrapped(server, kind) : Optional.empty();
  }

  private static Server.Encryption lock(Server server, String kind) {
    return KeyHealth.lock(server, Volumes.Part.of(kind));
  }

  private <T> T reading(Supplier<T> question) {
    return engine.run(() -> transactions.run(false, question));
  }

  private Optional<Page> open(Server server, String kind, long page) {
    Optional<WrappedKey> stored = wrapped(server, kind);
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    try {
      return volumes
          .page(server, kind, keys.unwrapping(lock(server, kind), stored.get()), page)
          .map(image -> new Page(page, image.plain(), image.stored()));
    } catch (KeyUnavailable refused) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<RekeyReport> rekey(String serverId, String kind, int segment)
      throws KeyUnavailable {
    Attempt attempt =
        engine.run(
            () ->
                transactions.run(
                    true,
                    () ->
                        world
                            .server(new ArmId(serverId))
                            .filter(s -> wrapped(s, kind).isPresent())
                            .map(s -> rekey(s, kind, segment))
                            .orElseGet(() -> new Attempt(Optional.empty(), null))));
    if (attempt.refusal() != null) {
      throw attempt.refusal();
    }
    return attempt.report();
  }

  private record Attempt(Optional<RekeyReport> report, @Nullable KeyUnavailable refusal) {}

  private Attempt rekey(Server server, String kind, int segment) {
    try {
      return new Attempt(
          volumes.rekey(server, kind, keys.wrapping(lock(server, kind)), segment), null);
    } catch (KeyUnavailable refused) {
      return new Attempt(Optional.empty(), refused);
    }
  }
}
