package dev.wrapkey.health;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DeletedKey;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.rules.Moments;
import dev.wrapkey.rules.RulePack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What will break, and what has: beside the rules, which say what is wrong now.
 *
 * <p>Thirty days are what the key vault's own notification is advised to be set to ("Configure
 * cryptographic key auto-rotation", REC-7).
 *
 * @param cloud where to look
 * @param now the moment to judge at
 */
record Foresight(Cloud cloud, Instant now) {

  static final Duration AHEAD = Duration.ofDays(30);

  /** What the server's own state says. */
  List<Gap> state(Server server) {
    List<Gap> gaps = new ArrayList<>();
    if (server.state().equalsIgnoreCase("Inaccessible")) {
      gaps.add(trouble(Purpose.PRIMARY, RulePack.words("INA-4.now", server.name())));
    }
    if (gaps.isEmpty()
        && server.encryption().status().filter("Invalid"::equalsIgnoreCase).isPresent()) {
      gaps.add(trouble(Purpose.PRIMARY, RulePack.words("INA-4.invalid")));
    }
    if (server
        .encryption()
        .geo()
        .flatMap(g -> g.status())
        .filter("Invalid"::equalsIgnoreCase)
        .isPresent()) {
      gaps.add(trouble(Purpose.GEO, RulePack.words("INA-4.invalid")));
    }
    return gaps;
  }

  private static Gap trouble(Purpose purpose, String words) {
    return Gap.of("INA-4", purpose, Urgency.TROUBLE, words);
  }

  /** What will become of a key. */
  List<Gap> ahead(KeyHealth key) {
    List<Gap> gaps = new ArrayList<>();
    expiring(key).ifPresent(gaps::add);
    if (key.standing().behind() > 0) {
      gaps.add(behind(key));
    }
    return gaps;
  }

  private Optional<Gap> expiring(KeyHealth key) {
    return key.expires()
        .filter(end -> end.isAfter(now) && !end.isAfter(now.plus(AHEAD)))
        .map(
            end ->
                Gap.of(
                        "CMK-16",
                        key.purpose(),
                        Urgency.WARNING,
                        RulePack.words(
                            "CMK-16.soon",
                            key.key().key(),
                            Moments.text(end),
                            days(Duration.between(now, end).toDays())))
                    .breaking(Optional.of(end)));
  }

  private static String days(long number) {
    return Phrases.say("health.days", number);
  }

  private static Gap behind(KeyHealth key) {
    return Gap.of(
            "CMK-42",
            key.purpose(),
            Urgency.WARNING,
            RulePack.words(
                "CMK-42.behind", key.key().key(), String.valueOf(key.standing().behind())))
        .breaking(key.expires());
  }

  /** That a key was deleted and will be destroyed; empty if it is there, or nobody can tell. */
  Optional<Gap> deleted(KeyHealth key) {
    return key.standing().inUse().isPresent()
        ? Optional.empty()
        : findDeleted(key.key())
            .map(
                gone ->
                    Gap.of(
                            "KEY-1",
                            key.purpose(),
                            Urgency.TROUBLE,
                            RulePack.words(
                                "KEY-1.deleted",
                                key.key().key(),
                                key.key().storeName(),
                                until(gone)))
                        .breaking(gone.purges()));
  }

  /** What threatens a key that a restored server still needs (CMK-32). */
  Optional<Gap> original(KeyIdentifier key) {
    try {
      return unusable(key, cloud.keyStores().get(key));
    } catch (CloudFailure failure) {
      return Optional.of(
          failure.kind() == CloudFailure.Kind.NOT_FOUND ? gone(key) : unseen(key, failure));
    }
  }

  private Optional<Gap> unusable(KeyIdentifier id, Key key) {
    if (!key.life().enabled()) {
      return Optional.of(
          needed(id, Urgency.WARNING, RulePack.words("CMK-32.disabled", id.key(), id.storeName())));
    }
    return key.life()
        .expires()
        .filter(end -> !end.isAfter(now.plus(AHEAD)))
        .map(
            end ->
                needed(
                        id,
                        Urgency.WARNING,
                        RulePack.words(
                            "CMK-32.expiring", id.key(), id.storeName(), Moments.text(end)))
                    .breaking(Optional.of(end)));
  }

  private Gap gone(KeyIdentifier key) {
    return findDeleted(key)
        .map(
            found ->
                needed(
                        key,
                        Urgency.WARNING,
                        RulePack.words("CMK-32.deleted", key.key(), key.storeName(), until(found)))
                    .breaking(found.purges()))
        .orElseGet(
            () ->
                needed(
                    key,
                    Urgency.TROUBLE,
                    RulePack.words("CMK-32.missing", key.key(), key.storeName())));
  }

  private static Gap unseen(KeyIdentifier key, CloudFailure failure) {
    return needed(
        key,
        Urgency.UNKNOWN,
        RulePack.words("CMK-32.unseen", key.key(), key.storeName(), failure.code()));
  }

  private static Gap needed(KeyIdentifier key, Urgency urgency, String words) {
    return Gap.of("CMK-32", Purpose.PRIMARY, urgency, words).about(key);
  }

  private static String until(DeletedKey key) {
    return key.purges().map(Moments::text).orElseGet(() -> RulePack.words("KEY-1.purge"));
  }

  private Optional<DeletedKey> findDeleted(KeyIdentifier key) {
    try {
      return cloud.keyLife().findDeleted(key.versionless());
    } catch (CloudFailure unreadable) {
      return Optional.empty();
    }
  }
}
