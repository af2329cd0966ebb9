package dev.wrapkey.rules;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments in the texts of rules. */
public final class Moments {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Moments() {}

  /** A moment to the minute, for example {@code 1 March 2026, 12:00 UTC}. */
  public static String text(Instant moment) {
    return MOMENT.format(moment);
  }
}
