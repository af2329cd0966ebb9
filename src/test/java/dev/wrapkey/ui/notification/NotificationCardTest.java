package dev.wrapkey.ui.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.time.VirtualTime;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import java.time.Instant;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** The card of work that runs. */
@OnScreen
class NotificationCardTest {

  private final Notification work =
      new Notifications(VirtualTime.standingAt(Instant.parse("2026-03-01T12:00:00Z")))
          .begin("Stopping", "", new Notification.Way("Open", () -> {}));
  private NotificationCard card;
  private Scene scene;

  @Start
  void start(Stage stage) {
    card = new NotificationCard(work, () -> {}, () -> {});
    scene = new Scene(card, 400, 300);
    stage.setScene(scene);
    stage.show();
  }

  private boolean moves() {
    return Stream.of(".progress-bar", ".progress-indicator")
        .flatMap(style -> card.lookupAll(style).stream())
        .filter(Node::isVisible)
        .map(ProgressIndicator.class::cast)
        .anyMatch(ProgressIndicator::isIndeterminate);
  }

  private void still(boolean reduced) {
    Person.act(() -> scene.getPreferences().setReducedMotion(reduced));
  }

  @Test
  void itMovesWhileItRunsUnlessMotionIsReduced() {
    still(false);
    assertThat(moves()).isTrue();
    still(true);
    assertThat(moves()).isFalse();
    Person.act(() -> work.progress("half"));
    assertThat(moves()).as("more news").isFalse();
    still(false);
    assertThat(moves()).isTrue();
    Person.act(() -> work.tell(Notification.State.SUCCEEDED, "Stopped", ""));
    assertThat(moves()).as("it has ended").isFalse();
    assertThat(card.lookup(".progress-bar")).isInstanceOf(ProgressBar.class);
  }
}
