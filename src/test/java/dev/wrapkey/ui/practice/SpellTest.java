package dev.wrapkey.ui.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellTest {

  @ParameterizedTest
  @CsvSource({
    "90 min, PT1H30M",
    "3h, PT3H",
    "2 d, PT48H",
    " 45s , PT45S",
    "PT90M, PT1H30M",
    "366 days, P366D"
  })
  void aLengthIsReadAsPeopleWriteIt(String written, Duration length) {
    assertThat(Spell.parse(written)).contains(length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "90", "-3 h", "0 min", "367 d", "PT-5M", "9999999999 d", "1 y"})
  void whatIsNoLengthOrTooLongIsNone(String written) {
    assertThat(Spell.parse(written)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PT5S, 5 s",
    "PT65S, 1 min 5 s",
    "PT3H20M, 3 h 20 min",
    "P2DT3H, 2 d 3 h",
    "PT-5S, 0 s"
  })
  void aLengthIsToldInItsTwoLargestUnits(Duration length, String words) {
    assertThat(Spell.words(length)).isEqualTo(words);
  }
}
