package dev.wrapkey.ui.health;

import dev.wrapkey.health.Gap;
import dev.wrapkey.health.HealthLine;
import dev.wrapkey.health.KeyHealth;
import dev.wrapkey.health.LastRotation;
import dev.wrapkey.health.Standing;
import dev.wrapkey.health.Urgency;
import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.RotationPolicy;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.table.Said;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the page says of a key.
 *
 * @param now the moment of the survey
 */
record HealthWords(Instant now) {

  private static final String LAST = "~";

  static StatusLabel.Kind kind(Urgency urgency) {
    return switch (urgency) {
      case TROUBLE -> StatusLabel.Kind.ERROR;
      case WARNING, UNKNOWN -> StatusLabel.Kind.WARNING;
      case ADVICE -> StatusLabel.Kind.INFO;
      case GOOD -> StatusLabel.Kind.OK;
    };
  }

  Said urgency(HealthLine line) {
    String word = Texts.text("health.urgency." + line.urgency());
    String whole =
        line.gaps().stream()
            .filter(gap -> gap.urgency() == line.urgency())
            .map(Gap::message)
            .collect(Collectors.joining("\n"));
    String rank =
        line.urgency().ordinal()
            + line.breaks().map(Instant::toString).orElse(LAST)
            + line.server().name()
            + line.purpose().ordinal();
    return new Said(kind(line.urgency()), word, whole.isEmpty() ? word : whole, rank);
  }

  static String mode(HealthLine line) {
    return Texts.text(line.key().isPresent() ? "health.mode.customer" : "health.mode.service");
  }

  /** The server, told apart from the line of its first key. */
  static String name(HealthLine line) {
    return line.purpose() == Purpose.GEO
        ? Texts.text("health.name.geo", line.server().name())
        : line.server().name();
  }

  /** What the key is for; nothing of a server that has only one. */
  static String purpose(HealthLine line) {
    if (line.health().keys().size() < 2) {
      return "";
    }
    return Texts.text(line.purpose() == Purpose.GEO ? "health.use.GEO" : "health.use.PRIMARY");
  }

  static String keyName(HealthLine line) {
    return line.key().map(key -> key.key().storeName() + "/" + key.key().key()).orElse("");
  }

  static String vault(HealthLine line) {
    return line.key().map(key -> key.key().storeName()).orElse("");
  }

  static Said version(HealthLine line) {
    return line.key()
        .flatMap(key -> key.standing().inUse())
        .map(HealthWords::version)
        .orElse(Said.plain(""));
  }

  private static Said version(Key key) {
    String whole = key.id().version().orElse("");
    String brief = whole.length() < 8 ? whole : whole.substring(0, 4) + "…" + whole.substring(28);
    return new Said(StatusLabel.Kind.NONE, brief, whole, whole);
  }

  static Said newest(HealthLine line) {
    return line.key().map(HealthWords::newest).orElse(Said.plain(""));
  }

  private static Said newest(KeyHealth key) {
    Standing standing = key.standing();
    if (standing.behind() > 0) {
      return new Said(
          StatusLabel.Kind.WARNING,
          Texts.text("health.newest.behind", standing.behind()),
          Texts.text(
              "health.newest.whole",
              standing.newest().flatMap(newest -> newest.id().version()).orElse("")),
          "0%05d".formatted(99_999 - standing.behind()));
    }
    if (standing.inUse().isEmpty()) {
      return Said.ranked(Texts.text("health.newest.unknown"), "1");
    }
    return standing.newest().isEmpty()
        ? Said.ranked(Texts.text("health.newest.none"), "2")
        : Said.ranked(Texts.text("health.newest.yes"), "3");
  }

  static Said status(HealthLine line) {
    String word = line.key().flatMap(KeyHealth::status).orElse("");
    StatusLabel.Kind kind =
        word.equalsIgnoreCase("Invalid")
            ? StatusLabel.Kind.ERROR
            : word.equalsIgnoreCase("Valid") ? StatusLabel.Kind.OK : StatusLabel.Kind.NONE;
    String shown = line.key().isPresent() && word.isEmpty() ? Texts.text("health.silent") : word;
    return new Said(kind, shown, shown, shown);
  }

  Said expires(HealthLine line) {
    Optional<Key> inUse = line.key().flatMap(key -> key.standing().inUse());
    if (inUse.isEmpty()) {
      return Said.ranked("", LAST);
    }
    return inUse
        .get()
        .life()
        .expires()
        .map(this::expires)
        .orElse(Said.ranked(Texts.text("health.expires.never"), LAST));
  }

  private Said expires(Instant end) {
    Duration left = Duration.between(now, end);
    long days = Math.abs(left.toDays());
    boolean over = left.isNegative() || left.isZero();
    String word = Texts.text(over ? "health.expires.over" : "health.expires.in", days);
    StatusLabel.Kind kind =
        over
            ? StatusLabel.Kind.ERROR
            : days <= 30 ? StatusLabel.Kind.WARNING : StatusLabel.Kind.NONE;
    return new Said(kind, word, Moments.moment(end), end.toString());
  }

  /** For each column that must be read whole what may be its widest. */
  static Map<String, List<Said>> widest() {
    Said behind = signed(Texts.text("health.newest.behind", 10));
    Said over = signed(Texts.text("health.expires.over", 365));
    return Map.of(
        "urgency",
        Stream.of(Urgency.values())
            .map(each -> signed(Texts.text("health.urgency." + each)))
            .toList(),
        "server",
        List.of(Said.plain("reporting-pg")),
        "version",
        List.of(Said.plain("0000…0000")),
        "newest",
        List.of(
            behind,
            Said.plain(Texts.text("health.newest.none")),
            Said.plain(Texts.text("health.newest.unknown"))),
        "status",
        List.of(signed("Invalid"), Said.plain(Texts.text("health.silent"))),
        "expires",
        List.of(over, signed(Texts.text("health.expires.in", 365))));
  }

  private static Said signed(String words) {
    return new Said(StatusLabel.Kind.WARNING, words, words, words);
  }

  static String auto(HealthLine line) {
    return line.key()
        .map(key -> Texts.text(key.followsNewest() ? "health.on" : "health.off"))
        .orElse("");
  }

  static Said rotated(HealthLine line) {
    return line.key()
        .flatMap(KeyHealth::rotated)
        .map(HealthWords::rotated)
        .orElse(Said.ranked("", LAST));
  }

  private static Said rotated(LastRotation last) {
    String day = Moments.day(last.at());
    boolean guess = last.source() == LastRotation.Source.NOT_BEFORE;
    return new Said(
        StatusLabel.Kind.NONE,
        guess ? Texts.text("health.rotated.guess", day) : day,
        Texts.text("health.rotated." + last.source(), Moments.moment(last.at())),
        last.at().toString());
  }

  /** The rules that are broken, advice left out; a number of those that are only advice. */
  static Said gaps(HealthLine line) {
    String urgent =
        line.gaps().stream()
            .filter(gap -> gap.urgency() != Urgency.ADVICE)
            .map(Gap::rule)
            .distinct()
            .collect(Collectors.joining(", "));
    long advice = line.gaps().stream().filter(gap -> gap.urgency() == Urgency.ADVICE).count();
    String whole =
        line.gaps().stream()
            .map(gap -> gap.rule() + ": " + gap.message())
            .collect(Collectors.joining("\n"));
    String text =
        urgent.isEmpty() && advice > 0 ? Texts.text("health.gaps.advice", advice) : urgent;
    return new Said(
        StatusLabel.Kind.NONE, text, whole, "%05d".formatted(99_999 - line.gaps().size()));
  }

  static String softDelete(KeyStore store) {
    return Texts.text(store.protection().softDelete() ? "health.on" : "health.off");
  }

  static String purge(KeyStore store) {
    return Texts.text(store.protection().purge() ? "health.on" : "health.off");
  }

  static String retention(KeyStore store) {
    return Texts.text("health.days", store.protection().retentionDays());
  }

  static String network(KeyStore store) {
    return Texts.text("health.network." + store.network());
  }

  static String authorization(KeyStore store) {
    return Texts.text(store.rbac() ? "health.rbac" : "health.policies");
  }

  static String policy(RotationPolicy policy) {
    return Texts.text(policy.rotate().isPresent() ? "health.policy.rotates" : "health.policy.no");
  }
}
