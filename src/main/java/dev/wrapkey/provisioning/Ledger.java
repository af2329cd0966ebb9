package dev.wrapkey.provisioning;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a deployment has made so far, on disk before and after each request, so that cancel, failure
 * and crash leave nothing unknown. Holds identifiers only, never a password. Thread-safe.
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
    REMOVED
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
   * @param phase how far it is
   * @param step the id of the step that is under way or was last
   * @param made what exists because of it
   */
  public record Entry(
      String deployment, ResourceId id, Instant started, Phase phase, String step, Made made) {

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
      return switch (phase) {
        case RUNNING -> true;
        case FAILED, CANCELLED -> made.isAnything();
        case SUCCEEDED, SETTLED -> false;
      };
    }

    Entry withMade(Presence group, Presence server) {
      return new Entry(
          deployment, id, started, phase, step, new Made(group, server, made.others()));
    }

    Entry withOther(ResourceId other, Presence presence) {
      return new Entry(deployment, id, started, phase, step, made.with(other, presence));
    }

    Entry withPhase(Phase newPhase, String newStep) {
      return new Entry(deployment, id, started, newPhase, newStep, made);
    }
  }

  /**
   * Something else that a deployment makes: a private endpoint, a link of a zone.
   *
   * @param id what
   * @param presence what is known about it
   */
  public record Other(ResourceId id, Presence presence) {

    /** Whether there may be such a thing because of the deployment. */
    public boolean isThere() {
      return Made.isThere(presence);
    }
  }

  /**
   * What exists because of a deployment.
   *
   * @param group the resource group; {@link Presence#NONE} if it was there before
   * @param server the server
   * @param others everything else that was ever asked for, in that order
   */
  public record Made(Presence group, Presence server, List<Other> others) {

    public Made(Presence group, Presence server) {
      this(group, server, List.of());
    }

    boolean isAnything() {
      return isThere(group) || hasServer() || others.stream().anyMatch(Other::isThere);
    }

    /** Whether there may be a server because of the deployment. */
    public boolean hasServer() {
      return isThere(server);
    }

    /** What is known about something else. */
    Presence of(ResourceId id) {
      return others.stream()
          .filter(other -> other.id().equals(id))
          .map(Other::presence)
          .findFirst()
          .orElse(Presence.NONE);
    }

    private Made with(ResourceId id, Presence presence) {
      List<Other> next = new ArrayList<>(others);
      next.removeIf(other -> other.id().equals(id));
      next.add(new Other(id, presence));
      return new Made(group, server, List.copyOf(next));
    }

    private static boolean isThere(Presence presence) {
      return presence != Presence.NONE && presence != Presence.REMOVED;
    }
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
  public static Ledger begin(Path folder, String deployment, ResourceId server, Instant now) {
    Entry first =
        new Entry(
            deployment, server, now, Phase.RUNNING, "", new Made(Presence.NONE, Presence.NONE));
    LedgerFile file = LedgerFile.in(folder, deployment);
    file.write(first);
    return new Ledger(file, first);
  }

  /** The ledgers of deployments that were broken off or left something behind, oldest first. */
  public static List<Ledger> unfinished(Path folder) {
    return LedgerFile.allIn(folder).stream()
        .flatMap(file -> file.read().map(entry -> new Ledger(file, entry)).stream())
        .filter(ledger -> ledger.entry().isUnfinished())
        .sorted(Comparator.comparing(ledger -> ledger.entry().started()))
        .toList();
  }

  public synchronized Entry entry() {
    return entry;
  }

  /** To be called when a person has decided to keep what a broken deployment has made. */
  public void settle() {
    change(e -> e.withPhase(Phase.SETTLED, e.step()));
  }

  void phase(Phase phase, String step) {
    change(e -> e.withPhase(phase, step));
  }

  void group(Presence presence) {
    change(e -> e.withMade(presence, e.server()));
  }

  void server(Presence presence) {
    change(e -> e.withMade(e.group(), presence));
  }

  void other(ResourceId id, Presence presence) {
    change(e -> e.withOther(id, presence));
  }

  private synchronized void change(UnaryOperator<Entry> change) {
    Entry next = change.apply(entry);
    if (!next.equals(entry)) {
      file.write(next);
      entry = next;
    }
  }
}
