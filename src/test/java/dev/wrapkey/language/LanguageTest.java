package dev.wrapkey.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LanguageTest {

  @Test
  void aLanguageThatIsNotSpokenIsEnglish() {
    assertThat(Language.of("fr")).isEqualTo(Language.ENGLISH);
    assertThat(Language.of("de")).isEqualTo(Language.GERMAN);
  }

  @Test
  void numbersAndDatesAreWrittenInTheLanguage() {
    assertThat(Language.GERMAN.locale().getLanguage()).isEqualTo("de");
    assertThat(Language.ENGLISH.locale().getLanguage()).isEqualTo("en");
  }

  @Test
  void whereNothingIsChosenWordsAreEnglish() {
    assertThat(Language.ofThisRun()).isEqualTo(Language.ENGLISH);
    assertThat(Phrases.say("health.days", 0)).isEqualTo("less than a day");
    assertThat(Phrases.say("health.days", 1)).isEqualTo("1 day");
    assertThat(Phrases.say("health.days", 12)).isEqualTo("12 days");
  }

  @Test
  void aPhraseThatIsNotThereFailsLoudly() {
    assertThatThrownBy(() -> Phrases.say("no.such")).hasMessageContaining("no.such");
  }
}
