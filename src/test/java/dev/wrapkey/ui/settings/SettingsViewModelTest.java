package dev.wrapkey.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.signin.SignIn.TokenStore;
import dev.wrapkey.ui.InMemory;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.settings.Preferences.Appearance;
import dev.wrapkey.ui.settings.Preferences.Language;
import dev.wrapkey.ui.settings.Preferences.Motion;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsViewModelTest {

  private final InMemory memory = new InMemory();
  private int questions;
  private Optional<URI> address = Optional.of(URI.create("https://wrapkey.example/newest.json"));

  private final Updates updates =
      new Updates() {
        @Override
        public Optional<URI> address() {
          return address;
        }

        @Override
        public Answer ask() {
          questions++;
          return new Newer("9.0", Optional.of(URI.create("https://wrapkey.example/9")));
        }
      };

  private SettingsViewModel page() {
    return new SettingsViewModel(
        new Preferences(memory), List.of(), folder -> {}, updates, Practice.tasks());
  }

  @Test
  void nothingIsAskedUnlessWanted() {
    SettingsViewModel page = page();
    assertThat(page.preferences().updatesProperty().get()).isFalse();
    assertThat(questions).isZero();
    assertThat(page.updateWords()).contains("https://wrapkey.example/newest.json", "sends nothing");
  }

  @Test
  void askingTellsOfANewerVersion() {
    SettingsViewModel page = page();
    page.ask();
    Updates.Answer answer = page.answerProperty().get().orElseThrow();
    assertThat(SettingsViewModel.words(answer)).isEqualTo("Wrapkey 9.0 is available.");
    assertThat(SettingsViewModel.page(answer)).hasToString("Optional[https://wrapkey.example/9]");
    assertThat(page.askingProperty().get()).isFalse();
  }

  @Test
  void withoutAnAddressNothingCanBeAsked() {
    address = Optional.empty();
    SettingsViewModel page = page();
    page.ask();
    assertThat(questions).isZero();
    assertThat(page.updateWords()).contains("knows no address");
  }

  @Test
  void everyChoiceIsKept() {
    Preferences first = new Preferences(memory);
    first.appearanceProperty().set(Appearance.DARK);
    first.languageProperty().set(Language.GERMAN);
    first.motionProperty().set(Motion.REDUCED);
    first.updatesProperty().set(true);
    assertThat(memory.recall("language", "")).isEqualTo("de");
    Preferences next = new Preferences(memory);
    assertThat(next.appearanceProperty().get()).isEqualTo(Appearance.DARK);
    assertThat(next.languageProperty().get()).isEqualTo(Language.GERMAN);
    assertThat(next.motionProperty().get()).isEqualTo(Motion.REDUCED);
    assertThat(next.updatesProperty().get()).isTrue();
  }

  @Test
  void whatAnEarlierVersionKeptOfTheThemeHolds() {
    memory.keep("dark", "true");
    assertThat(new Preferences(memory).appearanceProperty().get()).isEqualTo(Appearance.DARK);
    memory.keep("appearance", "pink");
    memory.keep("dark", "false");
    assertThat(new Preferences(memory).appearanceProperty().get()).isEqualTo(Appearance.LIGHT);
    assertThat(Appearance.SYSTEM.isDark(true)).isTrue();
    assertThat(Appearance.LIGHT.isDark(true)).isFalse();
  }

  @Test
  void whereTokensStayIsSaid() {
    SettingsViewModel page = page();
    assertThat(page.tokensProperty().get()).contains("not signed in");
    page.keepsTokens(new TokenStore(true, "keychain", ""));
    assertThat(page.tokensProperty().get()).contains("keychain");
    page.keepsTokens(new TokenStore(false, "memory", "There is no keyring here."));
    assertThat(page.tokensProperty().get())
        .contains("memory only")
        .endsWith("There is no keyring here.");
  }
}
