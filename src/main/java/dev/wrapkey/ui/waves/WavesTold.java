package dev.wrapkey.ui.waves;

import dev.wrapkey.rotation.WaveLedger;
import dev.wrapkey.ui.notification.Notification;
import dev.wrapkey.ui.notification.Notification.State;
import dev.wrapkey.ui.notification.Notifications;
import dev.wrapkey.ui.view.Texts;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the bell tells of waves. */
final class WavesTold {

  private final Notifications notifications;
  private final Consumer<WaveCase> opener;
  private @Nullable Notification current;

  /**
   * @param opener opens the page of waves
   */
  WavesTold(Notifications notifications, Consumer<WaveCase> opener) {
    this.notifications = notifications;
    this.opener = opener;
  }

  void running(WaveCase waves) {
    current =
        notifications.begin(
            Texts.text("waves.told.title"), words("waves.told.running", waves), way(waves));
  }

  void progress(WaveCase waves) {
    Notification known = current;
    if (known != null) {
      known.progress(words("waves.told.running", waves));
    }
  }

  void ended(WaveCase waves) {
    WaveCase.Standing standing = waves.standingProperty().get();
    if (waves.failureProperty().get() != null) {
      tell(waves, State.FAILED, "broken");
    } else if (standing.phase() != WaveLedger.Phase.ENDED) {
      boolean halted = standing.phase() == WaveLedger.Phase.HALTED;
      tell(waves, halted ? State.FAILED : State.WARNING, standing.phase().name());
    } else if (standing.tally().failed() > 0) {
      tell(waves, State.FAILED, "some");
    } else {
      tell(waves, State.SUCCEEDED, "all");
    }
  }

  /** Those that an earlier run of the program has left. */
  void left(WaveCase waves) {
    tell(waves, State.WARNING, "left");
  }

  private void tell(WaveCase waves, State state, String what) {
    String title = Texts.text("waves.told.title." + what);
    String words = words("waves.told." + what, waves);
    Notification known = current;
    if (known == null) {
      current = notifications.add(state, title, words, way(waves));
    } else {
      known.tell(state, title, words);
    }
  }

  private static String words(String key, WaveCase waves) {
    Tally tally = waves.standingProperty().get().tally();
    return Texts.text(key, tally.total(), tally.done(), tally.failed());
  }

  private Notification.Way way(WaveCase waves) {
    return new Notification.Way(Texts.text("waves.told.open"), () -> opener.accept(waves));
  }
}
