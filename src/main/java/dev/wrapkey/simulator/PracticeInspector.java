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
import dev.wrapkey.simulator.world.KeyHealth;
import dev.wrapkey.simulator.world.KeyUri;
import dev.wrapkey.simulator.world.Server;
import dev.wrapkey.simulator.world.ServerKeys;
import dev.wrapkey.simulator.world.Volumes;
import dev.wrapkey.simulator.world.World;
import java.util.Arrays;
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
  private final ServerKeys keys;
  private final AuditLog audit;

  PracticeInspector(
      Engine engine,
      Transactions transactions,
      World world,
      Volumes volumes,
      ServerKeys keys,
      AuditLog audit) {
    this.engine = engine;
    this.transactions = transactions;
    this.world = world;
    this.volumes = volumes;
    this.keys = keys;
    this.audit = audit;
  }

  @Override
  public Optional<Storage> look(String serverId) {
    return reading(
        () ->
            world
                .server(new ArmId(serverId))
                .flatMap(s -> volumes.facts(s).map(f -> storage(s, f))));
  }

  private Storage storage(Server server, VolumeFacts facts) {
    return new Storage(
        volumes.file(server).toString(),
        facts.pages(),
        facts.digest(),
        facts.wrapped(),
        facts.rotations(),
        facts.pagesRewritten(),
        calls(server),
        contents(server));
  }

  private List<Content> contents(Server server) {
    return Arrays.stream(Volumes.Part.values())
        .flatMap(
            part ->
                volumes.facts(server, part).stream()
                    .map(
                        facts ->
                            new Content(part.kind(), volumes.file(server, part).toString(), facts)))
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
        () ->
            world
                .server(new ArmId(serverId))
                .flatMap(server -> part(kind).flatMap(part -> open(server, part, page))));
  }

  private static Optional<Volumes.Part> part(String kind) {
    return Arrays.stream(Volumes.Part.values()).filter(p -> p.kind().equals(kind)).findFirst();
  }

  private <T> T reading(Supplier<T> question) {
    return engine.run(() -> transactions.run(false, question));
  }

  private Optional<Page> open(Server server, Volumes.Part part, long page) {
    Optional<WrappedKey> stored = volumes.wrapped(server, part);
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    try {
      return volumes
          .page(server, part, keys.unwrapping(KeyHealth.lock(server, part), stored.get()), page)
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
                            .flatMap(s -> part(kind).map(part -> rekey(s, part, segment)))
                            .orElseGet(() -> new Attempt(Optional.empty(), null))));
    if (attempt.refusal() != null) {
      throw attempt.refusal();
    }
    return attempt.report();
  }

  private record Attempt(Optional<RekeyReport> report, @Nullable KeyUnavailable refusal) {}

  private Attempt rekey(Server server, Volumes.Part part, int segment) {
    try {
      return new Attempt(
          volumes.rekey(server, part, keys.wrapping(KeyHealth.lock(server, part)), segment), null);
    } catch (KeyUnavailable refused) {
      return new Attempt(Optional.empty(), refused);
    }
  }
}
