package dev.wrapkey.rules;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyUser;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rules.KeyImpact.Dependent;
import dev.wrapkey.rules.KeyImpact.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Before you break it: what becomes of servers, replicas and backups if somebody does something to
 * a key, a key store or an identity. A server whose second key, that of its geo-redundant backup,
 * is lost goes dark like one that loses its first (INA-1).
 *
 * @param loss what is done
 * @param dependents the servers that it hits, each once for each key
 * @param cutOff read replicas that stay up, but whose source goes dark
 * @param heirs restored servers that it hits, as far as they are known
 */
public record Impact(
    Loss loss, List<Dependent> dependents, List<KeyUser> cutOff, List<Heir> heirs) {

  // "Data encryption", October 2022 to January 2025; §7.3 of the portal specification.
  private static final Duration GRACE_OF_2023 = Duration.ofMinutes(10);

  /**
   * Who may be hit.
   *
   * @param users every server with customer-managed keys
   * @param heirs what is known of restored servers
   */
  public record Around(List<KeyUser> users, List<Heir> heirs) {

    public Around {
      users = List.copyOf(users);
      heirs = List.copyOf(heirs);
    }
  }

  public Impact {
    dependents = List.copyOf(dependents);
    cutOff = List.copyOf(cutOff);
    heirs = List.copyOf(heirs);
  }

  /** What an act does to all that may be hit. */
  public static Impact of(Loss loss, Around around, Instant now) {
    List<Heir> heirs = around.heirs().stream().filter(heir -> takes(loss, heir)).toList();
    if (loss instanceof Loss.OfKey key) {
      KeyImpact known = KeyImpact.of(key.act(), key.key(), key.newest(), around.users(), now);
      return new Impact(loss, known.dependents(), known.cutOff(), heirs);
    }
    List<Dependent> hit =
        around.users().stream()
            .flatMap(
                user ->
                    user.uses().stream()
                        .filter(use -> takes(loss, use.key(), use.identity()))
                        .map(use -> new Dependent(user, use, fate(loss, user, use))))
            .toList();
    return new Impact(loss, hit, KeyImpact.cutOff(around.users(), hit), heirs);
  }

  private static boolean takes(Loss loss, Heir heir) {
    return takes(loss, heir.key(), heir.identity());
  }

  private static boolean takes(Loss loss, KeyIdentifier key, Optional<ResourceId> user) {
    return switch (loss) {
      case Loss.OfKey gone -> isPart(key, gone.key());
      case Loss.OfStore gone -> gone.holds(key);
      case Loss.OfNetwork closed ->
          !closed.admitsServers() && key.host().equalsIgnoreCase(closed.store().host());
      case Loss.OfPermit gone ->
          user.filter(gone.identity().id()::equals).isPresent() && gone.takes(key);
      case Loss.OfIdentity gone -> user.filter(gone.identity().id()::equals).isPresent();
    };
  }

  // A restored server holds the version its source had: where that is not known, it may be any.
  private static boolean isPart(KeyIdentifier needed, KeyIdentifier target) {
    return needed.host().equalsIgnoreCase(target.host())
        && needed.key().equalsIgnoreCase(target.key())
        && (target.version().isEmpty()
            || needed.version().isEmpty()
            || needed.version().equals(target.version()));
  }

  private static Fate fate(Loss loss, KeyUser user, KeyUser.Use use) {
    if (loss.isFinal()) {
      return use.purpose() == KeyUser.Purpose.PRIMARY ? Fate.LOST : Fate.BACKUPS_LOST;
    }
    return user.isInaccessible() ? Fate.STAYS_DARK : Fate.GOES_DARK;
  }

  /** Whether a server that works now will not, or loses something for good. */
  public boolean breaksSomething() {
    return dependents.stream().anyMatch(each -> each.fate() != Fate.STAYS_DARK)
        || heirs.stream().anyMatch(heir -> !heir.isInaccessible());
  }

  /** Whether it hits anybody at all. */
  public boolean isHarmless() {
    return dependents.isEmpty() && heirs.isEmpty();
  }

  /** The servers that are Inaccessible when all has happened, those that are it now included. */
  public Set<ResourceId> dark() {
    Set<ResourceId> dark = new HashSet<>();
    dependents.stream()
        .filter(each -> each.fate() != Fate.MAY_GO_DARK)
        .forEach(each -> dark.add(each.user().id()));
    heirs.forEach(heir -> dark.add(heir.server()));
    return Set.copyOf(dark);
  }

  /** Until when what is taken can be brought back, where a store's retention bounds it. */
  public Optional<Instant> recoverableUntil(Instant done) {
    return Optional.of(loss)
        .filter(Predicate.not(Loss::isFinal))
        .filter(Loss.OfStore.class::isInstance)
        .map(Loss.OfStore.class::cast)
        .map(Loss.OfStore::protection)
        .map(KeyStore.Protection::retentionDays)
        .map(days -> done.plus(Duration.ofDays(days)));
  }

  /**
   * Within which time a server that lost its key is Inaccessible (INA-4): an hour by the documents
   * since February 2025, ten minutes by those before.
   */
  public static Duration grace(Profile profile) {
    return profile == Profile.JANUARY_2023 ? GRACE_OF_2023 : KeyImpact.GRACE;
  }
}
