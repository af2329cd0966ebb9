package dev.wrapkey.app;

import dev.wrapkey.cli.Options;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Line;
import dev.wrapkey.record.Recording;
import dev.wrapkey.signin.SignIn;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.Screens;
import dev.wrapkey.ui.practice.OtherPrograms;
import dev.wrapkey.ui.task.Tasks;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The program's window on a practice cloud, as a session opens it, at the pictures' size. */
final class Desk {

  private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
  private final Practice practice;
  private final OpenDoor door;
  private Window window;
  private final List<String> read = new CopyOnWriteArrayList<>();
  private final FilesAtHand dialogs = new FilesAtHand();
  private final Cloud cloud;
  private Optional<SignIn> signIn = Optional.empty();
  private final Line line;

  Desk(Practice practice) {
    this(practice, practice.cloud());
  }

  /** On a practice cloud that is bent on its way to the window. */
  Desk(Practice practice, Cloud cloud) {
    this(practice, cloud, new Line(practice.time()));
  }

  /** The same, with a connection that is watched. */
  Desk(Practice practice, Cloud cloud, Line line) {
    this.line = line;
    this.practice = practice;
    this.cloud =
        Recording.over(cloud, "Practice cloud", Errand.changes(practice.time(), practice.folder()));
    door = new OpenDoor(practice::itself, practice.time(), practice.folder());
  }

  /** The way to Azure with an own door; tokens stay in memory. */
  Desk with(SignIn newSignIn) {
    signIn = Optional.of(newSignIn);
    return this;
  }

  /** Where all is kept about Azure. */
  Path azure() {
    return practice.folder().resolve("azure");
  }

  void open(Stage stage) {
    open(stage, work -> Thread.ofVirtual().start(work));
  }

  void open(Stage stage, Executor background) {
    Tasks tasks = new Tasks(background, Platform::runLater, bugs::add);
    Services services =
        new Services(
            cloud,
            Optional.of(
                new PracticeSide(
                    practice.inspector(),
                    new OtherPrograms(door, tasks),
                    new Wheel(practice::itself, practice.time()))),
            practice.time(),
            tasks,
            practice.folder().resolve("deployments"),
            new SecureRandom(),
            new Host(
                dialogs, read::add, new Settings(practice.folder().resolve("settings.properties"))),
            Optional.empty(),
            line);
    Optional<Entrance> entrance =
        signIn.map(
            door ->
                new Entrance(
                    door,
                    azure(),
                    practice.time(), // waiting moves it
                    tasks,
                    new SecureRandom(),
                    services.host(),
                    new AssentDialog()));
    window = new Window(services, entrance);
    window.showForTour(stage, Options.Theme.LIGHT);
    stage.setWidth(Screens.WIDTH);
    stage.setHeight(Screens.HEIGHT);
  }

  /** What goes on behind the window. */
  Ongoing ongoing() {
    return window.ongoing();
  }

  /** Whether the window has nothing that would be lost. */
  boolean mayClose() {
    return window.mayClose();
  }

  /** Has the window come to the front, as a second start of the program does. */
  void front(Optional<Path> plan) {
    window.front(plan);
  }

  /** Closes what other programs came through. */
  void close() {
    door.end();
  }

  /** What a person would choose in a dialog of the operating system. */
  FilesAtHand dialogs() {
    return dialogs;
  }

  /** The public pages that were opened, in that order. */
  List<String> read() {
    return read;
  }

  /** What a session would show as unexpected; a test expects none. */
  List<Throwable> bugs() {
    return bugs;
  }
}
