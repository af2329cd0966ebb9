package dev.wrapkey.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.time.VirtualTime;
import dev.wrapkey.ui.Clicks;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Screens;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.navigation.Page;
import dev.wrapkey.ui.notification.Notifications;
import dev.wrapkey.ui.practice.PracticeBarViewModel;
import dev.wrapkey.ui.practice.PracticeClock;
import dev.wrapkey.ui.practice.ScriptedGateway;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@OnScreen
class ShellScreenTest {

  private final PageStack stack = new PageStack();
  private final List<Double> speeds = new ArrayList<>();
  private final PracticeClock clock =
      new PracticeClock() {
        @Override
        public Instant now() {
          return Instant.parse("2026-11-21T14:02:10Z");
        }

        @Override
        public double speed() {
          return speeds.isEmpty() ? 60 : speeds.getLast();
        }

        @Override
        public void runAt(double speed) {
          speeds.add(speed);
        }
      };
  private final Notifications notifications =
      new Notifications(VirtualTime.standingAt(Instant.parse("2026-11-21T14:02:10Z")));
  private Stage stage;

  @Start
  void start(Stage newStage) {
    stage = newStage;
    show(
        ShellViewModel.practice(
            new PracticeBarViewModel(clock, ScriptedGateway.programs(), () -> {}),
            "pat@practice.example",
            notifications));
    stage.show();
  }

  private void show(ShellViewModel viewModel) {
    stack.open(new Page("Home", page("All servers")));
    stack.open(new Page("orders-pg", page("orders-pg")));
    stack.open(new Page("Data encryption", page("orders-pg | Data encryption")));
    stage.setScene(
        new Scene(new ShellView(viewModel, stack).load(), Screens.WIDTH, Screens.HEIGHT));
  }

  private static Node page(String title) {
    Label name = new Label(title);
    name.getStyleClass().add("page-title");
    VBox header = new VBox(name);
    header.getStyleClass().add("page-header");
    return new VBox(header);
  }

  @Test
  void theTrailLeadsBack(FxRobot robot) {
    Screens.take(robot, stage, "shell");
    Clicks.on(robot, robot.lookup(".breadcrumb .link").nth(1).queryAs(Link.class));
    assertThat(robot.lookup(".breadcrumb .link").queryAllAs(Link.class))
        .extracting(Link::getText)
        .containsExactly("Home");
    Clicks.on(robot, robot.lookup(".breadcrumb .link").queryAs(Link.class));
    assertThat(robot.lookup("All servers").queryAll()).isNotEmpty();
    assertThat(robot.lookup(".breadcrumb").query().isVisible()).isFalse();
  }

  @Test
  void theSpeedOfTimeIsChosenInTheBar(FxRobot robot) {
    Clicks.on(robot, "#practice-speed");
    Screens.take(robot, stage, "shell-speed");
    Clicks.on(robot, "at real speed");
    assertThat(speeds).containsExactly(1.0);
  }

  @Test
  void theMoonTurnsTheScreenDarkAndTheSunBack(FxRobot robot) {
    Button theme = robot.lookup("#theme-toggle").queryButton();
    Clicks.on(robot, theme);
    assertThat(stage.getScene().getStylesheets()).anyMatch(sheet -> sheet.endsWith("dark.css"));
    assertThat(theme.getAccessibleText()).isEqualTo("Switch to the light theme");
    Clicks.on(robot, theme);
    assertThat(stage.getScene().getStylesheets()).noneMatch(sheet -> sheet.endsWith("dark.css"));
  }

  @Test
  void theRealCloudHasABarOfItsOwn(FxRobot robot) {
    robot.interact(
        () ->
            show(
                ShellViewModel.real(
                    "AZURE", "Contoso Production", "pat@contoso.example", notifications)));
    assertThat(robot.lookup("Contoso Production").queryAll()).isNotEmpty();
    assertThat(robot.lookup("PRACTICE CLOUD").queryAll()).isEmpty();
    Screens.take(robot, stage, "shell-real");
  }
}
