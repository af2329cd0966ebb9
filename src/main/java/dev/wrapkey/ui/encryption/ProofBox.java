package dev.wrapkey.ui.encryption;

import dev.wrapkey.ui.control.Reveal;
import dev.wrapkey.ui.preflight.PreflightView;
import dev.wrapkey.ui.view.Views;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What was checked before a save; comes into sight when it holds one back. */
public final class ProofBox extends VBox {

  void show(SaveChecks checks) {
    getChildren().setAll(Views.<Node>load("preflight", PreflightView.beforeSaving(checks.panel())));
    checks.heldBackProperty().subscribe(held -> reveal(checks));
    heightProperty().subscribe(height -> reveal(checks));
  }

  private void reveal(SaveChecks checks) {
    if (checks.heldBackProperty().get()) {
      Reveal.top(this);
    }
  }
}
