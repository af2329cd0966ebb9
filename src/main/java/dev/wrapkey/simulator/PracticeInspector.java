package dev.wrapkey.simulator;

import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.RekeyReport;
import dev.wrapkey.encryption.RotationWatch;
import dev.wrapkey.encryption.VolumeDamaged;
import dev.wrapkey.encryption.VolumeFacts;
import dev.wrapkey.encryption.WrappedKey;
import dev.wrapkey.simulator.engine.Engine;
import dev.wrapkey.simulator.rest.Transactions;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.AuditEntry;
import dev.wrapkey.simulator.world.AuditLog;
import dev.wrapkey.simulator.world.Backups;
import dev.wrapkey.simulator.world.KeyUri;
import dev.wrapkey.simulator.world.Rotations;
import dev.wrapkey.simulator.world.Server;
import dev.wrapkey.simulator.world.StorageKeys;
import dev.wrapkey.simulator.world.Volumes;
import dev.wrapkey.simulator.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks inside the storage of practice servers. A page is opened the way the server does it: by
 * unwrapping its key.
 */
final class PracticeInspector implements Inspector {

  /** 64 MiB. */
  private static final int AT_ONCE = 8192;

  private static final Set<String> USES = Set.of("wrapKey", "unwrapKey");

  private final Engine engine;
  private final Transactions transactions;
  private final World world;
  private final Volumes volumes;
  private final Rotations rotations;
  private final StorageKeys keys;
  private final Backups backups;
  private final AuditLog audit;

  /** What servers' storage consists of. */
  record Parts(Volumes volumes, Rotations rotations, StorageKeys keys, Backups backups) {}

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
        calls(facts),
        contents(server, facts),
        rotations.last(server));
  }

  private List<Content> contents(Server server, VolumeFacts data) {
    return volumes.kinds(server).stream()
        .map(
            kind ->
                content(
                    server,
                    kind,
                    kind.equals(DATA) ? data : volumes.facts(server, kind).orElseThrow()))
        .toList();
  }

  private Content content(Server server, String kind, VolumeFacts facts) {
    return new Content(kind, volumes.file(server, kind).toString(), facts, calls(facts));
  }

  private List<Call> calls(VolumeFacts facts) {
    return facts.keys().stream()
        .flatMap(key -> KeyUri.parse(key.wrapped().keyVersion()).stream())
        .map(KeyUri::versionless)
        .distinct()
        .flatMap(uri -> audit.about(uri).stream())
        .sorted(Comparator.comparing(AuditEntry::at).reversed())
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
          .page(server, kind, keys.opening(server, kind), page)
          .map(image -> new Page(page, image.plain(), image.stored()));
    } catch (KeyUnavailable | VolumeDamaged _) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Unopened> unopened(String serverId, String kind, long page) {
    return reading(
        () ->
            world
                .server(new ArmId(serverId))
                .filter(server -> wrapped(server, kind).isPresent())
                .flatMap(
                    server ->
                        volumes
                            .stored(server, kind, page)
                            .map(
                                stored ->
                                    new Unopened(page, stored, obstacle(server, kind, page)))));
  }

  private String obstacle(Server server, String kind, long page) {
    try {
      volumes.page(server, kind, keys.opening(server, kind), page);
      return "";
    } catch (KeyUnavailable refused) {
      return refused.code() + ": " + refused.getMessage();
    } catch (VolumeDamaged damaged) {
      return String.valueOf(damaged.getMessage());
    }
  }

  /** Some pages a turn of the engine: other requests are served in between. */
  @Override
  public Optional<Verification> verify(String serverId, String kind, RotationWatch watch)
      throws KeyUnavailable {
    Verification all = new Verification(0, 0, List.of());
    boolean goesOn = true;
    while (goesOn) {
      long first = all.checked();
      Optional<Volumes.Checked> found =
          changing(
              serverId,
              kind,
              server ->
                  Optional.of(
                      volumes.check(server, kind, keys.opening(server, kind), first, AT_ONCE)));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      all = sum(all, found.get());
      goesOn = watch.goesOn((int) all.checked(), (int) all.pages()) && all.checked() < all.pages();
    }
    return Optional.of(all);
  }

  private static Verification sum(Verification before, Volumes.Checked more) {
    List<Long> damaged = new ArrayList<>(before.damaged());
    damaged.addAll(more.damaged());
    return new Verification(before.checked() + more.checked(), more.pages(), damaged);
  }

  @Override
  public Optional<RekeyReport> rekey(String serverId, String kind, int segment)
      throws KeyUnavailable {
    return changing(
        serverId, kind, server -> volumes.rekey(server, kind, keys.sealing(server, kind), segment));
  }

  /** One segment a turn of the engine: other requests are served in between. */
  @Override
  public RekeyReport rekeyInherited(String serverId, RotationWatch watch) throws KeyUnavailable {
    RekeyReport all = new RekeyReport(0, 0, 0);
    AtomicInteger due = new AtomicInteger();
    boolean goesOn = true;
    while (goesOn) {
      RekeyReport one =
          changing(
                  serverId,
                  DATA,
                  server ->
                      Optional.of(
                          volumes.rekeyInherited(
                              server, keys.sealing(server, DATA), (_, of) -> stop(due, of))))
              .orElse(new RekeyReport(0, 0, 0));
      all = all.and(one);
      int left = due.get() - one.segments();
      goesOn =
          one.segments() > 0 && watch.goesOn(all.segments(), all.segments() + left) && left > 0;
    }
    return all;
  }

  private static boolean stop(AtomicInteger due, int of) {
    due.set(of);
    return false;
  }

  /** Something with one server's volumes that a key may refuse. */
  private interface Change<T> {
    Optional<T> of(Server server) throws KeyUnavailable;
  }

  private record Attempt<T>(Optional<T> report, @Nullable KeyUnavailable refusal) {}

  private <T> Optional<T> changing(String serverId, String kind, Change<T> change)
      throws KeyUnavailable {
    Attempt<T> attempt =
        engine.run(
            () ->
                transactions.run(
                    true,
                    () ->
                        world
                            .server(new ArmId(serverId))
                            .filter(server -> wrapped(server, kind).isPresent())
                            .map(server -> attempt(server, change))
                            .orElseGet(() -> new Attempt<>(Optional.empty(), null))));
    if (attempt.refusal() != null) {
      throw attempt.refusal();
    }
    return attempt.report();
  }

  private static <T> Attempt<T> attempt(Server server, Change<T> change) {
    try {
      return new Attempt<>(change.of(server), null);
    } catch (KeyUnavailable refused) {
      return new Attempt<>(Optional.empty(), refused);
    }
  }
}
