package dev.wrapkey.app;

import dev.wrapkey.azure.AzureSignIn;
import dev.wrapkey.cli.Options;
import dev.wrapkey.encryption.Inspector;
import dev.wrapkey.encryption.Volume;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Line;
import dev.wrapkey.simulator.StateInUse;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.time.VirtualTime;
import dev.wrapkey.ui.failure.UnexpectedWindow;
import dev.wrapkey.ui.practice.OtherPrograms;
import dev.wrapkey.ui.task.Tasks;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The practice cloud, opened, with the window that works on it. */
final class Session implements AutoCloseable {

  /**
   * Practice seconds per second for a person: a server is made in seconds, and there is time to
   * look.
   */
  static final double PERSONS_SPEED = 60;

  /** Practice seconds per second for the tour. */
  static final double TOUR_SPEED = 120;

  static final String PRACTICE_FOLDER = "cloud";
  static final String LEDGER_FOLDER = "deployments";

  private final Coming practice;
  private final Cloud cloud;
  private final OpenDoor door;
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final AfterWindow afterWindow = new AfterWindow(background);
  private final UnexpectedWindow unexpected;
  private final Window window;

  /**
   * @param practice the practice cloud, which may still be coming
   * @param azure folder for what is kept about real Azure
   */
  Session(Coming practice, Path azure) {
    this.practice = practice;
    Path state = practice.state();
    VirtualTime time = practice.time();
    Line line = new Line(time);
    cloud = Errand.cloud(practice, time, state, line);
    Settings settings = Settings.in(state);
    Choosers choosers = new Choosers();
    unexpected =
        new UnexpectedWindow(
            new CrashEvidence(settings::all, StateFolder.logsOfThisMachine()), choosers);
    Tasks tasks = new Tasks(afterWindow, Platform::runLater, unexpected::show);
    door = new OpenDoor(practice, time, state);
    Host host = new Host(choosers, new HostBrowser(), settings);
    window =
        new Window(
            new Services(
                cloud,
                Optional.of(
                    new PracticeSide(
                        inspector(), new OtherPrograms(door, tasks), new Wheel(practice, time))),
                time,
                tasks,
                state.resolve(LEDGER_FOLDER),
                new SecureRandom(),
                host,
                Optional.empty(),
                line),
            Optional.of(
                new Entrance(
                    new AzureSignIn(azure, page -> host.browser().open(page.toString())),
                    azure,
                    new SystemTime(),
                    tasks,
                    new SecureRandom(),
                    host,
                    new AssentDialog())));
  }

  /**
   * Opens the practice cloud in a folder.
   *
   * @throws StateInUse if another program has it open
   */
  static Session open(Path state, double speed) throws StateInUse {
    Coming practice = new Coming(state, speed);
    practice.open();
    return new Session(practice, StateFolder.azure(Optional.of(state)));
  }

  /** Has sealing compiled before a person, or another program, waits for it. */
  static void warmUp() {
    Thread.ofPlatform()
        .daemon()
        .name("warm-up")
        .priority(Thread.MIN_PRIORITY)
        .start(Volume::warmUp);
  }

  Cloud cloud() {
    return cloud;
  }

  Inspector inspector() {
    return new LateInspector(() -> practice.get().inspector());
  }

  /** Makes the window, but does not show it yet. The practice cloud need not be there. */
  void prepare(Stage stage, Options.Theme theme) {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, bug) -> Platform.runLater(() -> unexpected.show(bug)));
    window.prepare(stage, theme);
  }

  /** Shows the window; {@code ended} is run when the program has nothing more to do. */
  void show(Runnable ended) {
    Scene scene = window.show(ended);
    Usable.then(
        scene,
        () -> {
          afterWindow.open();
          warmUp();
        });
  }

  /** Puts the window before all others, and shows a plan there. */
  void front(Optional<Path> plan) {
    window.front(plan);
  }

  /** Whether the window was closed while work goes on. */
  boolean isAway() {
    return window.isAway();
  }

  /** Shows a plan in the window. */
  void openPlan(Optional<Path> plan) {
    window.open(plan);
  }

  Stage showForTour(Stage stage, Options.Theme theme) {
    afterWindow.open();
    return window.showForTour(stage, theme);
  }

  @Override
  public void close() {
    door.end();
    background.shutdownNow();
    practice.close();
  }
}
