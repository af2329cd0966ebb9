package dev.wrapkey.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionsTest {

  @ParameterizedTest
  @CsvSource({
    "1.0.1, 1.0.0, true",
    "1.10.0, 1.9.9, true",
    "2, 1.99.99, true",
    "1.0, 1.0.0, false",
    "1.0.0, 1.0.0, false",
    "1.0.0, 1.0.0-SNAPSHOT, true",
    "1.0.0-SNAPSHOT, 1.0.0, false",
    "1.0.1-rc.1, 1.0.0, true",
    "0.9, 1.0, false",
    "soon, 1.0, false",
    "2.0, 'unknown', false",
    "2.0;rm -rf, 1.0, false"
  })
  void theNewerOneHasTheLargerNumbers(String candidate, String present, boolean newer) {
    assertThat(Versions.isNewer(candidate, present)).isEqualTo(newer);
  }
}
