package dev.wrapkey.ui.encryption;

import dev.wrapkey.preflight.Report;
import dev.wrapkey.ui.preflight.PreflightViewModel;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/** What is checked before a save, and whether it has held one back. */
final class SaveChecks {

  private final PreflightViewModel panel;
  private final Blocks blocks;
  private final ReadOnlyBooleanWrapper heldBack = new ReadOnlyBooleanWrapper();
  private boolean saving;

  SaveChecks(PreflightViewModel panel, Blocks blocks) {
    this.panel = panel;
    this.blocks = blocks;
    blocks.onChange(this::forget);
    panel.reportProperty().subscribe(this::reported);
  }

  /** Checks, and goes on if nothing speaks against it. */
  void before(Runnable save) {
    heldBack.set(false);
    saving = true;
    panel.runBefore(save);
  }

  private void reported(@Nullable Report report) {
    if (report == null) {
      return;
    }
    if (!saving || report.obstructs()) {
      blocks.prove(); // what was found out before has changed
    }
    heldBack.set(saving && report.obstructs());
    saving = false;
  }

  private void forget() {
    heldBack.set(false);
    panel.forget();
  }

  /** True while the last save was not sent, because Azure would have refused it. */
  ReadOnlyBooleanProperty heldBackProperty() {
    return heldBack.getReadOnlyProperty();
  }

  BooleanExpression runningProperty() {
    return panel.runningProperty();
  }

  PreflightViewModel panel() {
    return panel;
  }
}
