package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Practice;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.framework.junit5.Start;

/** The pages about the program itself. */
@OnScreen
class SettingsScreenTest extends WindowScreen {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  SettingsScreenTest() {
    super(PRACTICE);
  }

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  private boolean isDark() {
    return stage.getScene().getStylesheets().stream().anyMatch(css -> css.endsWith("dark.css"));
  }

  @Test
  void aChosenAppearanceHoldsAtOnceAndIsKept() {
    person.click("settings");
    person.sees("Every change holds at once");
    person.picture("settings");
    person.pick("settings-appearance", "Dark");
    person.await("the dark theme", this::isDark);
    person.click("theme-toggle");
    person.await("the light theme", () -> !isDark());
    person.await(
        "the choice to follow the button",
        () ->
            person.node("settings-appearance").orElseThrow() instanceof ComboBox<?> box
                && "LIGHT".equals(String.valueOf(box.getValue())));
    assertThat(PRACTICE.folder().resolve("settings.properties"))
        .content()
        .contains("appearance=light");
  }

  @Test
  void anotherLanguageIsToldToHoldFromTheNextStart() {
    person.click("settings");
    person.sees("Every change holds at once");
    assertThat(person.seen()).doesNotContain("Holds from the next start");
    person.pick("settings-language", "Deutsch");
    person.sees("Holds from the next start");
    assertThat(PRACTICE.folder().resolve("settings.properties")).content().contains("language=de");
    person.pick("settings-language", "As the operating system");
  }

  @Test
  void motionIsReducedForTheWholeWindow() {
    person.click("settings");
    person.pick("settings-motion", "Nothing slides");
    person.await("stillness", () -> stage.getScene().getPreferences().isReducedMotion());
    person.pick("settings-motion", "Panes slide");
    person.await("motion", () -> !stage.getScene().getPreferences().isReducedMotion());
  }

  @Test
  void aBuildWithoutAnAddressNeverAsksAndSaysSo() {
    person.click("settings");
    person.sees("This build knows no address to ask");
    assertThat(person.usable("settings-updates")).isEmpty();
    assertThat(person.node("settings-ask")).isEmpty();
  }

  @Test
  void foldersAreOpenedByTheComputer() {
    person.click("settings");
    person.click("open-state");
    assertThat(desk.read()).containsExactly(PRACTICE.folder().toUri().toString());
  }

  @Test
  void helpSaysWhatThisProgramIs() {
    person.click("help");
    person.await("the menu", () -> person.reads("About Wrapkey"));
    person.clickText("About Wrapkey");
    person.sees("OpenJDK");
    person.sees("JavaFX");
    person.sees(System.getProperty("java.runtime.version"));
    person.picture("about");
  }
}
