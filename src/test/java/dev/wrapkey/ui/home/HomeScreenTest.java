package dev.wrapkey.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.time.VirtualTime;
import dev.wrapkey.ui.Clicks;
import dev.wrapkey.ui.InMemory;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Screens;
import dev.wrapkey.ui.notification.Notifications;
import dev.wrapkey.ui.practice.PracticeBarViewModel;
import dev.wrapkey.ui.practice.PracticeClock;
import dev.wrapkey.ui.practice.ScriptedGateway;
import dev.wrapkey.ui.shell.PageStack;
import dev.wrapkey.ui.shell.ShellView;
import dev.wrapkey.ui.shell.ShellViewModel;
import dev.wrapkey.ui.task.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@OnScreen
class HomeScreenTest {

  private final VirtualTime time = VirtualTime.standingAt(Instant.parse("2026-11-21T14:02:10Z"));
  private final List<String> visited = new ArrayList<>();
  private final PageStack stack = new PageStack();
  private Stage stage;

  @Start
  void start(Stage newStage) {
    stage = newStage;
    PracticeClock clock =
        new PracticeClock() {
          @Override
          public Instant now() {
            return time.now();
          }

          @Override
          public double speed() {
            return 60;
          }

          @Override
          public void runAt(double speed) {
            throw new AssertionError("nobody chose a speed");
          }
        };
    ShellViewModel shell =
        ShellViewModel.practice(
            new PracticeBarViewModel(clock, ScriptedGateway.programs(), () -> {}),
            "pat@practice.example",
            new Notifications(time));
    stage.setScene(new Scene(new ShellView(shell, stack).load(), Screens.WIDTH, Screens.HEIGHT));
    stage.show();
  }

  private HomeViewModel open(FxRobot robot, SmallCloud cloud, Executor background) {
    Tasks tasks = new Tasks(background, Runnable::run, bug -> visited.add("bug " + bug));
    HomeViewModel home =
        new HomeViewModel(
            cloud,
            tasks,
            time,
            new InMemory(),
            new HomeViewModel.Destinations() {
              @Override
              public void rotateMany() {}

              @Override
              public void createServer() {
                visited.add("create");
              }

              @Override
              public void openPlan() {
                visited.add("plan");
              }

              @Override
              public void openServer(ResourceId server) {
                visited.add(server.name());
              }
            });
    robot.interact(() -> stack.open(new HomeView(home).page()));
    return home;
  }

  @Test
  void allServersAreListedAndOpenByClickDoubleClickAndEnter(FxRobot robot) {
    HomeViewModel home = open(robot, SmallCloud.landscape(), Runnable::run);
    time.jump(Duration.ofSeconds(12));
    robot.interact(home::tick);
    Screens.take(robot, stage, "home");
    Clicks.on(robot, "orders-pg");
    Clicks.twice(robot, "Stopped");
    robot.type(KeyCode.UP).type(KeyCode.ENTER);
    assertThat(visited).containsExactly("orders-pg", "playground-pg", "analytics-pg");
  }

  @Test
  void aSlowListSaysThatItIsLoading(FxRobot robot) {
    List<Runnable> waiting = new ArrayList<>();
    open(robot, SmallCloud.landscape(), waiting::add);
    Screens.take(robot, stage, "home-loading");
    assertThat(robot.lookup("Loading servers …").queryAll()).isNotEmpty();
  }

  @Test
  void anEmptyListSaysWhatToDo(FxRobot robot) {
    open(robot, new SmallCloud().subscription("s", "Practice Production"), Runnable::run);
    Screens.take(robot, stage, "home-empty");
    Clicks.on(robot, ".empty-state .primary");
    assertThat(visited).containsExactly("create");
  }

  @Test
  void aFailureSaysWhyAndCanBeTriedAgain(FxRobot robot) {
    SmallCloud cloud = SmallCloud.landscape().forbid("sub-production").forbid("sub-development");
    HomeViewModel home = open(robot, cloud, Runnable::run);
    Screens.take(robot, stage, "home-failed");
    cloud.allow("sub-production").allow("sub-development");
    Clicks.on(robot, "Try again");
    assertThat(home.shown()).hasSize(6);
  }

  @Test
  void aFilterThatFitsNothingSaysSo(FxRobot robot) {
    open(robot, SmallCloud.landscape(), Runnable::run);
    Clicks.on(robot, "#filter");
    robot.write("zzz");
    assertThat(robot.lookup("No server matches this filter.").queryAll()).isNotEmpty();
    Screens.take(robot, stage, "home-filtered");
  }
}
