package dev.wrapkey.rotation;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.provisioning.Receipt;
import dev.wrapkey.provisioning.Refusal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A rotation on disk, from before its first request: a kill at any moment leaves nothing unknown
 * that matters. Holds names of servers, keys and identities; no secret is in it. Thread-safe.
 */
public final class RotationLedger {

  /** The name of the folder of all rotations, in the program's own folder. */
  public static final String FOLDER = "rotations";

  /** How far a rotation is. */
  public enum Phase {
    /** Under way, or broken off by a crash. */
    RUNNING,
    SUCCEEDED,
    FAILED,
    /** A person has stopped it. */
    STOPPED,
    /** The server has again what it had before. */
    ROLLED_BACK
  }

  /** Where it was going when it was last under way. */
  public enum Direction {
    FORWARD,
    BACK
  }

  /**
   * The state of a rotation.
   *
   * @param id names it, and its file
   * @param order what it shall do
   * @param begun when it was ordered
   * @param stand how far it is
   * @param made what came of it
   * @param done the steps that have begun
   */
  public record Entry(
      String id, RotationOrder order, Instant begun, Stand stand, Made made, List<Done> done) {

    public Entry {
      done = List.copyOf(done);
    }

    public Phase phase() {
      return stand.phase();
    }

    /** Whether it can be gone on with or rolled back. */
    public boolean isUnfinished() {
      return switch (phase()) {
        case RUNNING, FAILED, STOPPED -> !stand.settled();
        case SUCCEEDED, ROLLED_BACK -> false;
      };
    }

    /** What the server shall have in the end, as far as it is known by now. */
    public DataEncryption target() {
      return order.target(made.versions());
    }

    /** When a step began and ended; empty if it has not begun. */
    public Optional<Done> done(RotationStep step) {
      return done.stream().filter(each -> each.step() == step).findFirst();
    }

    /** The version of a key that the server leaves, where it is known. */
    public Optional<KeyIdentifier> left(Purpose purpose) {
      return Keys.key(order.base(), purpose)
          .filter(_ -> order.leaving().contains(purpose))
          .flatMap(
              key ->
                  key.version().isPresent()
                      ? Optional.of(key)
                      : Optional.ofNullable(made.noted().get(purpose)));
    }

    /** The version of a key that the server uses in the end, where it is known. */
    public Optional<KeyIdentifier> reached(Purpose purpose) {
      return Keys.key(target(), purpose)
          .flatMap(
              key ->
                  key.version().isPresent()
                      ? Optional.of(key)
                      : Optional.ofNullable(made.versions().get(purpose)));
    }

    /** The versions that the server does not use any more when the rotation has succeeded. */
    public List<KeyIdentifier> retired() {
      return order.leaving().stream()
          .flatMap(purpose -> left(purpose).stream())
          .filter(
              old ->
                  Stream.of(Purpose.values())
                      .flatMap(purpose -> reached(purpose).stream())
                      .noneMatch(used -> Keys.isSameVersion(used, old)))
          .distinct()
          .toList();
    }

    boolean hasEnded(RotationStep step) {
      return done(step).flatMap(Done::ended).isPresent();
    }
  }

  /**
   * How far a rotation is.
   *
   * @param direction forward, or back to what was before
   * @param step under way or last; empty before the first
   * @param ended when it ended, if it has
   * @param refusal why it failed, if it has
   * @param told what a person knows of that
   */
  public record Stand(
      Phase phase,
      Direction direction,
      Optional<RotationStep> step,
      Optional<Instant> ended,
      Optional<Refusal> refusal,
      Told told) {

    static final Stand BEGUN =
        new Stand(
            Phase.RUNNING,
            Direction.FORWARD,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Told(false, false));

    boolean settled() {
      return told.settled();
    }

    /** At the same step, and nobody knows of it yet. */
    Stand untold(Phase now, Direction to, Optional<Instant> at, Optional<Refusal> why) {
      return new Stand(now, to, step, at, why, new Told(false, false));
    }

    Stand with(Told newTold) {
      return new Stand(phase, direction, step, ended, refusal, newTold);
    }
  }

  /**
   * What a person knows and has decided.
   *
   * @param outcome whether somebody has been told how it ended
   * @param settled whether somebody has decided to leave it as it is
   */
  public record Told(boolean outcome, boolean settled) {}

  /**
   * What came of a rotation.
   *
   * @param noted for each key that is left, the version that was the newest before
   * @param versions the versions that were made, or of followed keys were found to be in use
   * @param receipt of the request to the server, once it was accepted
   * @param rewrapped when the data keys were last wrapped anew, as far as it is known
   * @param disabled when the old versions were disabled, if they were
   * @param dark whether the server was cut off from its data when the rotation began
   */
  public record Made(
      Map<Purpose, KeyIdentifier> noted,
      Map<Purpose, KeyIdentifier> versions,
      Optional<Receipt> receipt,
      Optional<Instant> rewrapped,
      Optional<Instant> disabled,
      boolean dark) {

    static final Made NOTHING =
        new Made(Map.of(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    public Made {
      noted = Map.copyOf(noted);
      versions = Map.copyOf(versions);
    }

    Made noting(Purpose purpose, KeyIdentifier newest) {
      return new Made(plus(noted, purpose, newest), versions, receipt, rewrapped, disabled, dark);
    }

    Made making(Purpose purpose, KeyIdentifier version) {
      return new Made(noted, plus(versions, purpose, version), receipt, rewrapped, disabled, dark);
    }

    Made accepted(Optional<Receipt> newReceipt) {
      return new Made(noted, versions, newReceipt, rewrapped, disabled, dark);
    }

    Made rewrapped(Instant at) {
      return new Made(noted, versions, receipt, Optional.of(at), disabled, dark);
    }

    Made disabled(Instant at) {
      return new Made(noted, versions, receipt, rewrapped, Optional.of(at), dark);
    }

    Made darkened() {
      return new Made(noted, versions, receipt, rewrapped, disabled, true);
    }

    private static Map<Purpose, KeyIdentifier> plus(
        Map<Purpose, KeyIdentifier> map, Purpose purpose, KeyIdentifier key) {
      Map<Purpose, KeyIdentifier> next = new EnumMap<>(Purpose.class);
      next.putAll(map);
      next.put(purpose, key);
      return next;
    }
  }

  /**
   * A step that has begun.
   *
   * @param started when it began, the last time
   * @param ended when it ended well, if it has
   */
  public record Done(RotationStep step, Instant started, Optional<Instant> ended) {}

  private final RotationFile file;
  private Entry entry;

  private RotationLedger(RotationFile file, Entry entry) {
    this.file = file;
    this.entry = entry;
  }

  /** Begins the ledger of a new rotation. */
  static RotationLedger begin(Path folder, RotationOrder order, Instant now) {
    return begin(folder, order, Made.NOTHING, now);
  }

  /**
   * As above, where something has been made already.
   *
   * @param made versions that another rotation has made of the same keys
   */
  static RotationLedger begin(Path folder, RotationOrder order, Made made, Instant now) {
    RotationFile file = RotationFile.free(folder, order.server(), now);
    Entry first = new Entry(file.id(), order, now, Stand.BEGUN, made, List.of());
    file.write(first);
    return new RotationLedger(file, first);
  }

  /** All that a folder has, oldest first. */
  public static List<RotationLedger> all(Path folder) {
    return RotationFile.allIn(folder).stream()
        .flatMap(file -> file.read().map(entry -> new RotationLedger(file, entry)).stream())
        .sorted(
            Comparator.comparing((RotationLedger ledger) -> ledger.entry().begun())
                .thenComparing(ledger -> ledger.entry().id()))
        .toList();
  }

  /** Those of a folder and of the waves in it. */
  public static List<RotationLedger> everywhere(Path folder) {
    return Stream.concat(Stream.of(folder), RotationFile.foldersIn(folder).stream())
        .flatMap(each -> all(each).stream())
        .toList();
  }

  /** Those that can be gone on with or rolled back, oldest first. */
  public static List<RotationLedger> unfinished(Path folder) {
    return all(folder).stream().filter(ledger -> ledger.entry().isUnfinished()).toList();
  }

  /** Its file, which no other rotation has. */
  public Path path() {
    return file.path();
  }

  public synchronized Entry entry() {
    return entry;
  }

  /** To be called when a person has been told how the rotation ended. */
  public void told() {
    change(e -> with(e, e.stand().with(new Told(true, e.stand().settled()))));
  }

  /** To be called when a person has decided to leave the rotation as it is, for good. */
  public void settle() {
    change(e -> with(e, e.stand().with(new Told(true, true))));
  }

  /** Forgets the rotation; nothing else changes. */
  public synchronized void delete() {
    file.delete();
  }

  /** Reads what another program may have done meanwhile. */
  synchronized void reread() {
    entry = file.read().orElse(entry);
  }

  /** A run begins; the other way, what was done to the server has to be done again. */
  void run(Direction direction) {
    change(
        e -> {
          boolean turned = e.stand().direction() != direction;
          Stand running =
              e.stand().untold(Phase.RUNNING, direction, Optional.empty(), Optional.empty());
          List<Done> kept =
              turned
                  ? e.done().stream()
                      .filter(d -> d.step().compareTo(RotationStep.REACH) < 0)
                      .toList()
                  : e.done();
          Made made = turned ? e.made().accepted(Optional.empty()) : e.made();
          return new Entry(e.id(), e.order(), e.begun(), running, made, kept);
        });
  }

  void start(RotationStep step, Instant now) {
    change(
        e -> {
          Stand s = e.stand();
          Stand at =
              new Stand(
                  s.phase(), s.direction(), Optional.of(step), s.ended(), s.refusal(), s.told());
          return with(with(e, at), new Done(step, now, Optional.empty()));
        });
  }

  void end(RotationStep step, Instant now) {
    change(
        e ->
            with(e, new Done(step, e.done(step).map(Done::started).orElse(now), Optional.of(now))));
  }

  void over(Phase phase, Optional<CloudFailure> failure, Instant now) {
    Optional<Refusal> refusal =
        failure.map(f -> new Refusal(f.kind(), f.code(), f.details(), f.correlationId(), f.body()));
    change(e -> with(e, e.stand().untold(phase, e.stand().direction(), Optional.of(now), refusal)));
  }

  void made(UnaryOperator<Made> change) {
    change(
        e -> new Entry(e.id(), e.order(), e.begun(), e.stand(), change.apply(e.made()), e.done()));
  }

  private static Entry with(Entry e, Stand stand) {
    return new Entry(e.id(), e.order(), e.begun(), stand, e.made(), e.done());
  }

  private static Entry with(Entry e, Done done) {
    List<Done> others = e.done().stream().filter(d -> d.step() != done.step()).toList();
    List<Done> all =
        Stream.concat(others.stream(), Stream.of(done))
            .sorted(Comparator.comparing(Done::step))
            .toList();
    return new Entry(e.id(), e.order(), e.begun(), e.stand(), e.made(), all);
  }

  private synchronized void change(UnaryOperator<Entry> change) {
    Entry next = change.apply(entry);
    if (!next.equals(entry)) {
      file.write(next);
      entry = next;
    }
  }
}
