package dev.wrapkey.ui.vault;

import dev.wrapkey.ui.view.Texts;
import java.time.DateTimeException;
import java.time.Period;
import java.util.Optional;

/** Lengths of time as people say them: 18 months. */
final class Length {

  /** What is counted. */
  enum Unit {
    DAYS,
    MONTHS,
    YEARS
  }

  private Length() {}

  /** In words, for example "18 months". */
  static String words(Period length) {
    return unit(length)
        .map(unit -> Texts.text("policy.length." + unit, number(length, unit)))
        .orElse(length.toString());
  }

  /** The number to be entered; the ISO form of a length of several units. */
  static String entry(Period length) {
    return unit(length).map(unit -> String.valueOf(number(length, unit))).orElse(length.toString());
  }

  /** The unit, where there is one alone. */
  static Optional<Unit> unit(Period length) {
    if (length.getDays() != 0) {
      return length.toTotalMonths() == 0 ? Optional.of(Unit.DAYS) : Optional.empty();
    }
    return Optional.of(length.getMonths() == 0 ? Unit.YEARS : Unit.MONTHS);
  }

  private static long number(Period length, Unit unit) {
    return switch (unit) {
      case DAYS -> length.getDays();
      case MONTHS -> length.toTotalMonths();
      case YEARS -> length.getYears();
    };
  }

  /** What was entered: a whole number of units, or the ISO form; empty if neither. */
  static Optional<Period> parse(String entered, Unit unit) {
    String text = entered.strip();
    try {
      if (text.startsWith("P")) {
        return Optional.of(Period.parse(text)).filter(p -> !p.isNegative() && !p.isZero());
      }
      int number = Integer.parseInt(text);
      Period length =
          switch (unit) {
            case DAYS -> Period.ofDays(number);
            case MONTHS -> Period.ofMonths(number);
            case YEARS -> Period.ofYears(number);
          };
      return Optional.of(length).filter(p -> number > 0);
    } catch (NumberFormatException | DateTimeException illegible) {
      return Optional.empty();
    }
  }
}
