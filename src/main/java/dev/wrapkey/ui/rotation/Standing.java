package dev.wrapkey.ui.rotation;

import dev.wrapkey.rotation.RotationLedger;
import dev.wrapkey.rotation.RotationLedger.Direction;
import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.rotation.RotationCase.Busy;
import dev.wrapkey.ui.rotation.RotationViewModel.State;
import dev.wrapkey.ui.view.Texts;
import java.util.Optional;

/** One sentence on where a rotation stands, and what a person can do. */
final class Standing {

  private Standing() {}

  static void show(Callout callout, State state, Optional<RotationCase> shown) {
    if (state == State.SERVICE_MANAGED) {
      callout.setKind(Callout.Kind.INFO);
      callout.setText(Texts.text("rotation.service"));
    } else if (shown.isPresent()) {
      show(callout, shown.get());
    } else {
      callout.setText("");
    }
  }

  private static void show(Callout callout, RotationCase one) {
    RotationLedger.Entry entry = one.entryProperty().get();
    Busy busy = one.busyProperty().get();
    if (busy == Busy.FORWARD || busy == Busy.BACK) {
      callout.setKind(Callout.Kind.INFO);
      callout.setText(
          Texts.text(
              busy == Busy.BACK ? "rotation.standing.backward" : "rotation.standing.running"));
      return;
    }
    callout.setKind(
        switch (entry.phase()) {
          case SUCCEEDED -> Callout.Kind.SUCCESS;
          case ROLLED_BACK -> Callout.Kind.INFO;
          case RUNNING, FAILED, STOPPED -> Callout.Kind.WARNING;
        });
    if (entry.made().disabled().isPresent()) {
      callout.setText(Texts.text("rotation.standing.over"));
      return;
    }
    if (RotationViewModel.isChecked(one.failureProperty().get())) {
      callout.setText(Texts.text("rotation.standing.held"));
      return;
    }
    boolean back = entry.stand().direction() == Direction.BACK;
    callout.setText(
        Texts.text(
            "rotation.standing." + entry.phase() + (entry.isUnfinished() && back ? ".BACK" : "")));
  }
}
