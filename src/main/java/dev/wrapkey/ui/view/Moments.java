package dev.wrapkey.ui.view;

import dev.wrapkey.time.Zone;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;

/** Times as people read them. */
public final class Moments {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
          .withLocale(Texts.locale())
          .withZone(Zone.here());
  private static final DateTimeFormatter MOMENT = moments(Texts.locale(), Zone.here());
  private static final DateTimeFormatter TIME =
      zoned(DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM), Texts.locale(), Zone.here());
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private Moments() {}

  static DateTimeFormatter moments(Locale locale, ZoneId zone) {
    return zoned(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM), locale, zone);
  }

  // Beside times in UTC one without its zone is read as UTC too.
  private static DateTimeFormatter zoned(DateTimeFormatter time, Locale locale, ZoneId zone) {
    return new DateTimeFormatterBuilder()
        .append(time)
        .appendLiteral(' ')
        .appendZoneText(TextStyle.SHORT)
        .toFormatter(locale)
        .withZone(zone);
  }

  /** The date where the person is. */
  public static String day(Instant instant) {
    return DAY.format(instant);
  }

  /** Date and time where the person is, with the zone. */
  public static String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  /** The time of the day where the person is, with the zone. */
  public static String time(Instant instant) {
    return TIME.format(instant);
  }

  /** Date and time for logs, UTC. */
  public static String utc(Instant instant) {
    return UTC.format(instant);
  }
}
