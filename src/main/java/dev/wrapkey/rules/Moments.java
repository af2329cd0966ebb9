package dev.wrapkey.rules;

import dev.wrapkey.language.Language;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Moments in the texts of rules. */
public final class Moments {

  private static final Map<Language, String> SHAPES =
      Map.of(
          Language.ENGLISH, "d MMMM uuuu, HH:mm 'UTC'",
          Language.GERMAN, "d. MMMM uuuu, HH:mm 'UTC'");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern(SHAPES.get(Language.ofThisRun()), Language.ofThisRun().locale())
          .withZone(ZoneOffset.UTC);

  private Moments() {}

  /** A moment to the minute, for example {@code 1 March 2026, 12:00 UTC}. */
  public static String text(Instant moment) {
    return MOMENT.format(moment);
  }
}
