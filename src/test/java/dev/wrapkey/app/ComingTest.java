package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.cli.Options;
import dev.wrapkey.simulator.StateInUse;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@OnScreen
class ComingTest {

  @TempDir private Path folder;
  private Stage stage;

  @Start
  void start(Stage newStage) {
    stage = newStage;
  }

  @Test
  void theWindowIsMadeBeforeThePracticeCloudIsThereAndShownWhenItIs() throws Exception {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    try (Coming practice = new Coming(folder, Session.TOUR_SPEED)) {
      Session session =
          CompletableFuture.supplyAsync(
                  () -> new Session(practice, folder.resolve("azure")), Platform::runLater)
              .thenApplyAsync(
                  made -> {
                    made.prepare(stage, Options.Theme.DARK);
                    return made;
                  },
                  Platform::runLater)
              .get(60, TimeUnit.SECONDS); // a window that waits for the cloud never comes
      assertThat(stage.isShowing()).isFalse();
      assertThat(stage.getScene().getRoot().lookup("#refresh-home")).isNotNull();
      practice.open();
      Person.act(() -> session.show(() -> {}));
      Person person = new Person(new FxRobot(), stage);
      person.await("the starter servers", () -> person.reads("orders-pg"));
      assertThat(stage.isShowing()).isTrue();
      Person.act(stage::hide);
      session.close();
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  @Test
  void whoeverAsksWaitsUntilItIsThere() throws Exception {
    try (Coming practice = new Coming(folder, 1)) {
      CompletableFuture<Object> asked = CompletableFuture.supplyAsync(practice::get);
      assertThat(asked).isNotDone();
      practice.open();
      assertThat(asked.get(60, TimeUnit.SECONDS)).isSameAs(practice.get());
    }
  }

  @Test
  void nobodyWaitsForOneThatCannotBeOpened() throws Exception {
    try (Coming first = new Coming(folder, 1);
        Coming second = new Coming(folder, 1)) {
      first.open();
      assertThatThrownBy(second::open).isInstanceOf(StateInUse.class);
      assertThatThrownBy(second::get).isInstanceOf(CancellationException.class);
    }
  }
}
