package dev.wrapkey.provisioning;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a deployment is to make and has made so far, on disk before and after each request, so that
 * cancel, failure and crash leave nothing unknown. Never holds a password. Thread-safe.
 */
public final class Ledger {

  /** What is known about a thing that the deployment makes. */
  public enum Presence {
    /** Not asked for, or refused. If it exists all the same, it is somebody else's. */
    NONE,
    /** Asked for; whether the request arrived is unknown. */
    REQUESTED,
    /** Accepted; the cloud goes on making it, whether we watch or not. */
    CREATING,
    EXISTS,
    REMOVED;

    /** Whether the thing exists because of the deployment, or may. */
    public boolean isThere() {
      return this != NONE && this != REMOVED;
    }
  }

  /** How far the deployment is. */
  public enum Phase {
    /** Under way, or broken off by a crash. */
    RUNNING,
    FAILED,
    CANCELLED,
    SUCCEEDED,
    /** Not completed, and somebody has decided what becomes of what was made. */
    SETTLED
  }

  /**
   * The state of a deployment.
   *
   * @param deployment the deployment's name
   * @param id the server that it makes
   * @param started when it began
   * @param stand how far it is
   * @param made what exists because of it
   * @param notes what is needed to go on with it and to tell of it
   */
  public record Entry(
      String deployment, ResourceId id, Instant started, Stand stand, Made made, Notes notes) {

    public Phase phase() {
      return stand.phase();
    }

    /** The id of the step that is under way or was last. */
    public String step() {
      return stand.step();
    }

    public Presence group() {
      return made.group();
    }

    public Presence server() {
      return made.server();
    }

    /**
     * Whether somebody ought to be told: it was broken off, or it ended badly and left something
     * behind.
     */
    public boolean isUnfinished() {
      return switch (phase()) {
        case RUNNING -> true;
        case FAILED, CANCELLED -> made.isAnything();
        case SUCCEEDED, SETTLED -> false;
      };
    }

    private Entry with(Stand newStand) {
      return new Entry(deployment, id, started, newStand, made, notes);
    }

    private Entry with(Made newMade) {
      return new Entry(deployment, id, started, stand, newMade, notes);
    }

    private Entry with(Notes newNotes) {
      return new Entry(deployment, id, started, stand, made, newNotes);
    }
  }

  /**
   * How far a deployment is.
   *
   * @param phase running, or how it ended
   * @param step the id of the step that is under way or was last
   * @param ended when it ended, if it has
   * @param told whether a person has been told how it ended
   */
  public record Stand(Phase phase, String step, Optional<Instant> ended, boolean told) {

    static final Stand BEGUN = new Stand(Phase.RUNNING, "", Optional.empty(), false);
  }

  /**
   * What exists because of a deployment.
   *
   * @param group the resource group; {@link Presence#NONE} if it was there before
   * @param server the server
   * @param parts everything else, in the order in which it was asked for: firewall rules, and
   *     whatever further steps make
   */
  public record Made(Presence group, Presence server, List<Part> parts) {

    static final Made NOTHING = new Made(Presence.NONE, Presence.NONE, List.of());

    public Made {
      parts = List.copyOf(parts);
    }

    boolean isAnything() {
      return group.isThere() || hasServer() || parts.stream().anyMatch(p -> p.presence().isThere());
    }

    /** Whether there may be a server because of the deployment. */
    public boolean hasServer() {
      return server.isThere();
    }

    /** What is known about something else. */
    Presence of(ResourceId id) {
      return parts.stream()
          .filter(part -> part.id().equals(id))
          .map(Part::presence)
          .findFirst()
          .orElse(Presence.NONE);
    }

    private Made with(Part part) {
      List<Part> next = new ArrayList<>(parts);
      next.replaceAll(each -> each.id().equals(part.id()) ? part : each);
      if (!next.contains(part)) {
        next.add(part);
      }
      return new Made(group, server, next);
    }
  }

  /**
   * A thing that a deployment makes besides group and server.
   *
   * @param id the thing; of a firewall rule {@code server/rule}
   * @param presence what is known about it
   */
  public record Part(ResourceId id, Presence presence) {}

  /**
   * What a ledger remembers.
   *
   * @param plan what is to be made, its password left out; empty in ledgers of older versions
   * @param receipt of the request that makes the server, once it was accepted
   * @param refusal why the deployment failed, if it has
   */
  public record Notes(Optional<Plan> plan, Optional<Receipt> receipt, Optional<Refusal> refusal) {

    static final Notes NONE = new Notes(Optional.empty(), Optional.empty(), Optional.empty());
  }

  private final LedgerFile file;
  private Entry entry;

  private Ledger(LedgerFile file, Entry entry) {
    this.file = file;
    this.entry = entry;
  }

  /**
   * Begins the ledger of a new deployment.
   *
   * @throws java.io.UncheckedIOException if the folder cannot be written to
   */
  public static Ledger begin(Path folder, String deployment, Plan plan, Instant now) {
    Notes notes = new Notes(Optional.of(plan.withoutSecrets()), Optional.empty(), Optional.empty());
    return begin(
        folder, new Entry(deployment, plan.serverId(), now, Stand.BEGUN, Made.NOTHING, notes));
  }

  /** Begins a ledger that does not know its plan: a later run of the program cannot go on. */
  public static Ledger begin(Path folder, String deployment, ResourceId server, Instant now) {
    return begin(folder, new Entry(deployment, server, now, Stand.BEGUN, Made.NOTHING, Notes.NONE));
  }

  private static Ledger begin(Path folder, Entry first) {
    LedgerFile file = LedgerFile.in(folder, first.deployment());
    file.write(first);
    return new Ledger(file, first);
  }

  /** The ledgers of deployments that were broken off or left something behind, oldest first. */
  public static List<Ledger> unfinished(Path folder) {
    return all(folder, Entry::isUnfinished);
  }

  /** The unfinished ones, and those of which nobody has been told how they ended, oldest first. */
  public static List<Ledger> untold(Path folder) {
    return all(folder, entry -> entry.isUnfinished() || !entry.stand().told());
  }

  /**
   * What a server was copied from, as far as a deployment of this program has made it.
   *
   * @param created when the service says that the server was made, where it does: a server of the
   *     same name that was made later is another one
   */
  public static Optional<Origin> originOf(
      Path folder, ResourceId server, Optional<Instant> created) {
    return origin(
        all(folder, entry -> entry.id().equals(server) && entry.phase() == Phase.SUCCEEDED),
        created);
  }

  /** As {@link #originOf}, for many servers: the folder is read once, now. */
  public static Function<Server, Optional<Origin>> origins(Path folder) {
    Map<ResourceId, List<Ledger>> succeeded =
        all(folder, entry -> entry.phase() == Phase.SUCCEEDED).stream()
            .collect(Collectors.groupingBy(ledger -> ledger.entry().id()));
    return server ->
        origin(succeeded.getOrDefault(server.id(), List.of()), server.setup().created());
  }

  private static Optional<Origin> origin(List<Ledger> oldestFirst, Optional<Instant> created) {
    return oldestFirst.reversed().stream()
        .map(Ledger::entry)
        .findFirst()
        .filter(entry -> created.isEmpty() || isFrom(entry.stand().ended(), created.get()))
        .flatMap(entry -> entry.notes().plan())
        .flatMap(Plan::origin);
  }

  private static boolean isFrom(Optional<Instant> ended, Instant created) {
    return ended.filter(at -> at.isBefore(created)).isEmpty();
  }

  private static List<Ledger> all(Path folder, Predicate<Entry> which) {
    return LedgerFile.allIn(folder).stream()
        .flatMap(file -> file.read().map(entry -> new Ledger(file, entry)).stream())
        .filter(ledger -> which.test(ledger.entry()))
        .sorted(Comparator.comparing(ledger -> ledger.entry().started()))
        .toList();
  }

  public synchronized Entry entry() {
    return entry;
  }

  /** To be called when a person has decided to keep what a broken deployment has made. */
  public void settle() {
    change(e -> e.with(new Stand(Phase.SETTLED, e.step(), e.stand().ended(), true)));
  }

  /** To be called when a person has been told how the deployment ended. */
  public void told() {
    change(e -> e.with(new Stand(e.phase(), e.step(), e.stand().ended(), true)));
  }

  /** Forgets the deployment; what it has made stays. */
  public synchronized void delete() {
    file.delete();
  }

  /** Takes the right to go on; reads what another program has done meanwhile. */
  Optional<Hold> hold() {
    return Hold.take(file.path(), this::reread);
  }

  private synchronized void reread() {
    entry = file.read().orElse(entry);
  }

  /** To be called before a run, the first and every further one. */
  void run() {
    change(e -> e.with(Stand.BEGUN));
    change(e -> e.with(new Notes(e.notes().plan(), e.notes().receipt(), Optional.empty())));
  }

  void phase(Phase phase, String step, Instant now) {
    boolean over = phase != Phase.RUNNING;
    change(e -> e.with(new Stand(phase, step, over ? Optional.of(now) : Optional.empty(), false)));
  }

  /** To be called by the step that makes the group. */
  void group(Presence presence) {
    change(e -> e.with(new Made(presence, e.server(), e.made().parts())));
  }

  void server(Presence presence) {
    change(e -> e.with(new Made(e.group(), presence, e.made().parts())));
  }

  /** To be called by every step that makes something else, before its request and after it. */
  void part(ResourceId id, Presence presence) {
    change(e -> e.with(e.made().with(new Part(id, presence))));
  }

  /** The service goes on making the server. */
  void accepted(Optional<Receipt> receipt) {
    change(
        e ->
            e.with(new Notes(e.notes().plan(), receipt, e.notes().refusal()))
                .with(new Made(e.group(), Presence.CREATING, e.made().parts())));
  }

  void refused(Refusal refusal) {
    change(e -> e.with(new Notes(e.notes().plan(), e.notes().receipt(), Optional.of(refusal))));
  }

  private synchronized void change(UnaryOperator<Entry> change) {
    Entry next = change.apply(entry);
    if (!next.equals(entry)) {
      file.write(next);
      entry = next;
    }
  }
}
