package dev.wrapkey.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.time.Zone;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs in a process of its own, which speaks German. */
@Tag("german")
class GermanFormatsTest {

  private static final Instant NOON = Instant.parse("2026-03-12T12:00:00Z");

  private static String upon(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Texts.locale()).withZone(Zone.here()).format(NOON);
  }

  @Test
  void daysAndTimesStandAsGermansWriteThem() {
    assertThat(Moments.day(NOON)).isEqualTo(upon("dd.MM.uuuu"));
    assertThat(Moments.moment(NOON)).isEqualTo(upon("dd.MM.uuuu, HH:mm:ss z"));
    assertThat(Moments.time(NOON)).isEqualTo(upon("HH:mm:ss z"));
    assertThat(dev.wrapkey.rules.Moments.text(NOON)).isEqualTo("12. März 2026, 12:00 UTC");
    assertThat(
            DateTimeFormatter.ofPattern(Phrases.say("day"), Texts.locale())
                .withZone(ZoneOffset.UTC)
                .format(NOON))
        .isEqualTo("12. März 2026");
  }

  @Test
  void whatIsForLogsIsTheSameInEveryLanguage() {
    assertThat(Moments.utc(NOON)).isEqualTo("2026-03-12 12:00:00");
  }

  @Test
  void numbersHaveAFullStopBetweenThousandsAndACommaBeforeTenths() {
    assertThat(Texts.text("waves.number.chosen", 1234, 5678, 0))
        .isEqualTo("1.234 von 5.678 ausgewählt, 0 angezeigt");
    assertThat(String.format(Texts.locale(), "%,.1f", 1234.5)).isEqualTo("1.234,5");
  }
}
