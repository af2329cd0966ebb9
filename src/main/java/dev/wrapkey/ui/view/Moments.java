package dev.wrapkey.ui.view;

import dev.wrapkey.time.Zone;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Times as people read them. */
public final class Moments {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
          .withLocale(Texts.locale())
          .withZone(Zone.here());
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
          .withLocale(Texts.locale())
          .withZone(Zone.here());
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
          .withLocale(Texts.locale())
          .withZone(Zone.here());
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private Moments() {}

  /** The date where the person is. */
  public static String day(Instant instant) {
    return DAY.format(instant);
  }

  /** Date and time where the person is. */
  public static String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  /** The time of the day where the person is. */
  public static String time(Instant instant) {
    return TIME.format(instant);
  }

  /** Date and time for logs, UTC. */
  public static String utc(Instant instant) {
    return UTC.format(instant);
  }
}
