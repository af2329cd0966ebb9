package dev.wrapkey.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.InMemory;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.Screens;
import dev.wrapkey.ui.control.Theme;
import dev.wrapkey.ui.view.Views;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The settings of a build that knows where to ask for newer versions. */
@OnScreen
class UpdatesScreenTest {

  private static final URI PAGE = URI.create("https://wrapkey.example/9.0");

  private final InMemory memory = new InMemory();
  private Stage stage;
  private Person person;

  private static final class Published implements Updates {
    @Override
    public Optional<URI> address() {
      return Optional.of(URI.create("https://wrapkey.example/newest.json"));
    }

    @Override
    public Answer ask() {
      return new Newer("9.0", Optional.of(PAGE));
    }
  }

  @Start
  void start(Stage newStage) {
    stage = newStage;
    SettingsViewModel settings =
        new SettingsViewModel(
            new Preferences(memory),
            List.of(
                new SettingsViewModel.Place(
                    "state", "Practice cloud, plans, records, settings", Path.of("/home/ada/x"))),
            folder -> {},
            new Published(),
            Practice.tasks());
    Parent page = Views.load("settings", new SettingsView(settings));
    stage.setScene(new Scene(page, Screens.WIDTH, Screens.HEIGHT));
    Theme.LIGHT.apply(stage.getScene());
    Screens.place(stage, Screens.WIDTH, Screens.HEIGHT);
    stage.show();
  }

  @BeforeEach
  void sit(FxRobot robot) {
    person = new Person(robot, stage);
  }

  @Test
  void aPersonSwitchesAskingOnAndSeesWhatIsSentAndWhere() {
    person.sees("https://wrapkey.example/newest.json");
    assertThat(memory.recall("updates", "false")).isEqualTo("false");
    person.click("settings-updates");
    person.await("the switch", () -> memory.recall("updates", "").equals("true"));
    person.click("settings-ask");
    person.sees("Wrapkey 9.0 is available.");
    person.await("the link", () -> person.node("settings-newer").isPresent());
    person.picture("settings-newer");
  }
}
