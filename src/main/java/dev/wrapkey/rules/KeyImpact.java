package dev.wrapkey.rules;

import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser;
import dev.wrapkey.provisioning.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Before you break it: which servers lose their data if a key, or one version of it, is taken away.
 *
 * <p>It tells what can be known from the servers' own settings. A restored server may still depend
 * on the key of the server it came from, and so may backups that were taken under another key
 * (CMK-32); the service names neither.
 *
 * @param act what is done to the key
 * @param target the key, or with a version only that version of it
 * @param dependents the servers that use it, each once for each purpose
 * @param cutOff read replicas that keep their own key and so stay up, but whose source goes dark
 */
public record KeyImpact(
    KeyAct act, KeyIdentifier target, List<Dependent> dependents, List<KeyUser> cutOff) {

  /**
   * Servers are denied their data within this time of the loss, and get it back within this time of
   * the repair (INA-4). Source: "Data encryption at rest", 2 June 2026.
   */
  public static final Duration GRACE = Duration.ofMinutes(60);

  /**
   * For so long after a rotation the version before it must stay usable (CMK-41). Source: as above.
   */
  public static final Duration OVERLAP = Duration.ofHours(2);

  /** What becomes of a server. */
  public enum Fate {
    /** It works now and will be Inaccessible within {@link #GRACE}. */
    GOES_DARK,
    /**
     * It may not have left this version yet, because the newest one is younger than the overlap.
     */
    MAY_GO_DARK,
    /** It is Inaccessible and stays so. */
    STAYS_DARK,
    /** Its data, and all its backups, can never be read again. */
    LOST,
    /** The copy of its backups in the paired region can never be read again. */
    BACKUPS_LOST
  }

  /**
   * A server that uses the key.
   *
   * @param user the server
   * @param use the key as the server names it, and what for
   * @param fate what becomes of it
   */
  public record Dependent(KeyUser user, KeyUser.Use use, Fate fate) {

    /** Whether it stays on one version until somebody points it at another one. */
    public boolean isPinned() {
      return use.key().version().isPresent();
    }
  }

  public KeyImpact {
    dependents = List.copyOf(dependents);
    cutOff = List.copyOf(cutOff);
  }

  /**
   * What an act does.
   *
   * @param target with a version where only that version is concerned
   * @param newest the key's newest version; empty where it is not known, which is taken for the
   *     worst
   * @param users every server that may use the key
   */
  public static KeyImpact of(
      KeyAct act, KeyIdentifier target, Optional<Key> newest, List<KeyUser> users, Instant now) {
    List<Dependent> dependents =
        users.stream()
            .flatMap(
                user ->
                    user.uses().stream()
                        .filter(use -> isSame(use.key(), target))
                        .flatMap(
                            use ->
                                reach(use.key(), target, newest, now).stream()
                                    .map(sure -> judge(act, user, use, sure))))
            .toList();
    return new KeyImpact(act, target, dependents, cutOff(users, dependents));
  }

  /** The servers that use the key, by their identifiers. */
  public Set<ResourceId> servers() {
    return dependents.stream().map(each -> each.user().id()).collect(Collectors.toSet());
  }

  /** Whether a server that works now will not. */
  public boolean breaksSomething() {
    return dependents.stream().anyMatch(each -> each.fate() != Fate.STAYS_DARK);
  }

  private static boolean isSame(KeyIdentifier used, KeyIdentifier target) {
    return used.host().equalsIgnoreCase(target.host()) && used.key().equalsIgnoreCase(target.key());
  }

  /** Whether the server certainly (true) or possibly (false) uses the version; empty for not. */
  private static Optional<Boolean> reach(
      KeyIdentifier used, KeyIdentifier target, Optional<Key> newest, Instant now) {
    if (target.version().isEmpty()) {
      return Optional.of(true);
    }
    if (used.version().isPresent()) {
      return used.version().equals(target.version()) ? Optional.of(true) : Optional.empty();
    }
    if (newest.isEmpty() || newest.get().id().version().equals(target.version())) {
      return Optional.of(true);
    }
    boolean young = newest.get().life().created().plus(OVERLAP).isAfter(now);
    return young ? Optional.of(false) : Optional.empty();
  }

  private static Dependent judge(KeyAct act, KeyUser user, KeyUser.Use use, boolean sure) {
    Fate fate;
    if (act.isFinal()) {
      fate = use.purpose() == KeyUser.Purpose.PRIMARY ? Fate.LOST : Fate.BACKUPS_LOST;
    } else if (user.isInaccessible()) {
      fate = Fate.STAYS_DARK;
    } else {
      fate = sure ? Fate.GOES_DARK : Fate.MAY_GO_DARK;
    }
    return new Dependent(user, use, fate);
  }

  static List<KeyUser> cutOff(List<KeyUser> users, List<Dependent> dependents) {
    Set<ResourceId> dark =
        dependents.stream().map(each -> each.user().id()).collect(Collectors.toSet());
    return users.stream()
        .filter(user -> !dark.contains(user.id()))
        .filter(user -> user.replicaOf().filter(dark::contains).isPresent())
        .toList();
  }
}
