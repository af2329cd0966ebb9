package dev.wrapkey.ui.rotation;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rotation.RotationLedger;
import dev.wrapkey.rotation.RotationOutcome;
import dev.wrapkey.ui.failure.Explanation;
import dev.wrapkey.ui.notification.Notification;
import dev.wrapkey.ui.notification.Notification.State;
import dev.wrapkey.ui.notification.Notifications;
import dev.wrapkey.ui.view.Texts;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the bell tells of one rotation. */
final class RotationTold {

  private final Notifications notifications;
  private final Consumer<ResourceId> opener;
  private @Nullable Notification current;

  /**
   * @param opener opens the page of a server's rotation
   */
  RotationTold(Notifications notifications, Consumer<ResourceId> opener) {
    this.notifications = notifications;
    this.opener = opener;
  }

  void running(RotationLedger.Entry entry) {
    String server = entry.order().server().name();
    current =
        notifications.begin(
            Texts.text("rotation.told.title"),
            Texts.text("rotation.told.running", server),
            way(entry));
  }

  void ended(RotationLedger.Entry entry, RotationOutcome outcome) {
    switch (outcome) {
      case RotationOutcome.Succeeded _ ->
          tell(
              entry,
              State.SUCCEEDED,
              entry.phase() == RotationLedger.Phase.ROLLED_BACK ? "back" : "succeeded",
              "");
      case RotationOutcome.Stopped _ -> tell(entry, State.WARNING, "stopped", "");
      case RotationOutcome.Failed(_, CloudFailure why, _) ->
          tell(
              entry,
              State.FAILED,
              RotationViewModel.isChecked(why) ? "held" : "failed",
              Explanation.of(why).means());
    }
  }

  void retired(RotationLedger.Entry entry) {
    current = null;
    tell(entry, State.SUCCEEDED, "retired", "");
  }

  /** One that an earlier run of the program has left. */
  void left(RotationLedger.Entry entry) {
    tell(entry, State.WARNING, "left", "");
  }

  private void tell(RotationLedger.Entry entry, State state, String what, String why) {
    String title = Texts.text("rotation.told.title." + what);
    String words = Texts.text("rotation.told." + what, entry.order().server().name(), why);
    Notification known = current;
    if (known == null) {
      current = notifications.add(state, title, words, way(entry));
    } else {
      known.tell(state, title, words);
    }
  }

  private Notification.Way way(RotationLedger.Entry entry) {
    return new Notification.Way(
        Texts.text("rotation.told.open"), () -> opener.accept(entry.order().server()));
  }
}
