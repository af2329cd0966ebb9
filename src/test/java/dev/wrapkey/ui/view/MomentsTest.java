package dev.wrapkey.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times stand with the zone that holds at that moment. */
class MomentsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Europe/Berlin       | 2026-01-23T09:56:48Z | Jan 23, 2026, 10:56:48 AM CET",
        "en | Europe/Berlin       | 2026-07-23T09:56:48Z | Jul 23, 2026, 11:56:48 AM CEST",
        "de | Europe/Berlin       | 2026-01-23T09:56:48Z | 23.01.2026, 10:56:48 MEZ",
        "de | Europe/Berlin       | 2026-07-23T09:56:48Z | 23.07.2026, 11:56:48 MESZ",
        "en | America/Los_Angeles | 2026-07-23T09:56:48Z | Jul 23, 2026, 2:56:48 AM PDT",
        "en | Etc/UTC             | 2026-07-23T09:56:48Z | Jul 23, 2026, 9:56:48 AM UTC"
      })
  void aMomentNamesItsZone(String language, String zone, Instant moment, String written) {
    assertThat(Moments.moments(Locale.of(language), ZoneId.of(zone)).format(moment))
        .isEqualToNormalizingWhitespace(written);
  }
}
