package dev.wrapkey.ui.practice;

import dev.wrapkey.ui.view.Texts;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as people say and write it: 90 min, 3 d. */
final class Spell {

  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{1,9})\\s*(s|sec|m|min|h|hours?|d|days?)");

  private Spell() {}

  /** What was entered, more than nothing and up to 366 days; empty if it is something else. */
  static Optional<Duration> parse(String entered) {
    String text = entered.strip();
    Matcher written = WRITTEN.matcher(text.toLowerCase(Locale.ROOT));
    try {
      Duration length =
          written.matches()
              ? Duration.of(Long.parseLong(written.group(1)), unit(written.group(2)))
              : Duration.parse(text);
      return Optional.of(length).filter(l -> l.isPositive() && l.compareTo(LONGEST) <= 0);
    } catch (DateTimeException | ArithmeticException illegible) {
      return Optional.empty();
    }
  }

  private static ChronoUnit unit(String letters) {
    return switch (letters.charAt(0)) {
      case 's' -> ChronoUnit.SECONDS;
      case 'm' -> ChronoUnit.MINUTES;
      case 'h' -> ChronoUnit.HOURS;
      default -> ChronoUnit.DAYS;
    };
  }

  /** In its two largest units: 2 d 3 h. */
  static String words(Duration length) {
    if (length.compareTo(Duration.ofMinutes(1)) < 0) {
      return Texts.text("practice.spell.seconds", Math.max(0, length.toSeconds()));
    }
    if (length.compareTo(Duration.ofHours(1)) < 0) {
      return Texts.text("practice.spell.minutes", length.toMinutes(), length.toSecondsPart());
    }
    return length.compareTo(Duration.ofDays(1)) < 0
        ? Texts.text("practice.spell.hours", length.toHours(), length.toMinutesPart())
        : Texts.text("practice.spell.days", length.toDays(), length.toHoursPart());
  }
}
