package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.cli.Options;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Line;
import dev.wrapkey.record.Recording;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.practice.ScriptedGateway;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.tour.Tour;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The window on a practice cloud that the tour walks through. */
final class TouredWindow implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Practice practice = Practice.opened();
  private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
  private Stage stage;

  void on(Stage newStage) {
    stage = newStage;
  }

  Practice practice() {
    return practice;
  }

  @Override
  public void close() {
    assertThat(bugs).isEmpty();
    practice.close();
  }

  /** The tour on the practice cloud, while the window works on a cloud that may be another. */
  String tour(Cloud cloud, Path out) {
    practice.time().runAt(Session.TOUR_SPEED * 5);
    Tasks tasks = new Tasks(work -> Thread.ofVirtual().start(work), Platform::runLater, bugs::add);
    Services services =
        new Services(
            Recording.over(
                cloud, "Practice cloud", StateFolder.changes(practice.time(), practice.folder())),
            Optional.of(
                new PracticeSide(
                    practice.inspector(),
                    ScriptedGateway.programs(),
                    new Wheel(practice::itself, practice.time()))),
            practice.time(),
            tasks,
            practice.folder().resolve("deployments"),
            new SecureRandom(),
            new Host(
                new FilesAtHand(),
                address -> bugs.add(new AssertionError(address)),
                new Settings(practice.folder().resolve("settings.properties"))),
            Optional.empty(),
            new Line(practice.time()));
    Person.act(() -> new Window(services).showForTour(stage, Options.Theme.LIGHT));
    return new Tour(practice.cloud(), practice.inspector(), stage, out, PATIENCE).run();
  }
}
