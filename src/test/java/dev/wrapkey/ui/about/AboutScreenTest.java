package dev.wrapkey.ui.about;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.Screens;
import dev.wrapkey.ui.control.Theme;
import dev.wrapkey.ui.view.Views;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The page about the program, as an installed one shows it. */
@OnScreen
class AboutScreenTest {

  private static final Build BUILD =
      new Build(
          "1.2.0",
          "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
          "OpenJDK 25",
          "26",
          "Linux 6, amd64");

  private Stage stage;
  private Person person;

  @Start
  void start(Stage newStage) {
    stage = newStage;
    AboutViewModel about =
        new AboutViewModel(
            Practice.tasks(),
            () -> BUILD,
            () ->
                List.of(
                    new Licence("azure-core", "1.61.0", "MIT", "https://mit.example/azure"),
                    new Licence("jackson-databind", "2.18.11", "Apache-2.0", ""),
                    new Licence("openjfx-controls", "26.0.2", "GPL-2.0 with Classpath", "")));
    Parent page = Views.load("about", new AboutView(about));
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
  void everyLibraryIsNamedWithItsTerms() {
    person.sees("azure-core");
    person.sees("GPL-2.0 with Classpath");
    assertThat(person.seen()).doesNotContain("was not packaged").contains("0123456789abcdef");
    assertThat(((TableView<?>) person.node("about-licences").orElseThrow()).getItems()).hasSize(3);
    person.picture("about-licences");
  }

  @Test
  void everythingCanBeCopiedAtOnce() {
    AboutViewModel about = new AboutViewModel(Practice.tasks(), () -> BUILD, List::of);
    assertThat(about.text().lines())
        .containsExactly(
            "Wrapkey",
            "Version: 1.2.0",
            "Build (SHA-256): " + BUILD.fingerprint(),
            "Java: OpenJDK 25",
            "JavaFX: 26",
            "Operating system: Linux 6, amd64");
    assertThat(about.stateProperty().get()).isEqualTo(AboutViewModel.State.MISSING);
  }
}
