package dev.wrapkey.ui.rotation;

import dev.wrapkey.rotation.RotationLedger;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.rotation.RotationCase.Busy;
import java.util.Optional;
import javafx.scene.control.Button;

/** What can be done with the rotation that is shown. */
record Commands(boolean goOn, boolean stop, boolean back, boolean settle, boolean another) {
  static Commands of(Optional<RotationCase> shown) {
    if (shown.isEmpty()) {
      return new Commands(false, false, false, false, false);
    }
    RotationLedger.Entry entry = shown.get().entryProperty().get();
    Busy busy = shown.get().busyProperty().get();
    boolean works = busy == Busy.FORWARD || busy == Busy.BACK;
    boolean open = entry.isUnfinished() && !works;
    boolean reversible =
        entry.made().disabled().isEmpty()
            && (entry.isUnfinished() || entry.phase() == RotationLedger.Phase.SUCCEEDED);
    return new Commands(open, works, reversible && !works, open, !works && !entry.isUnfinished());
  }

  /** Shows those buttons that do something now, in the order of the record's components. */
  void show(Button... buttons) {
    boolean[] allowed = {goOn, stop, back, settle, another};
    for (int i = 0; i < buttons.length; i++) {
      Shown.now(buttons[i], allowed[i]);
    }
  }
}
