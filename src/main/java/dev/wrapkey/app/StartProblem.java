package dev.wrapkey.app;

import dev.wrapkey.ui.control.Dressed;
import dev.wrapkey.ui.view.Texts;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;

/** Tells in a window why the program cannot start. */
final class StartProblem {

  private StartProblem() {}

  static void show(String message, Runnable closed) {
    Alert alert = new Alert(Alert.AlertType.ERROR, message, ButtonType.CLOSE);
    alert.setHeaderText(Texts.text("failure.start"));
    alert.setOnHidden(e -> closed.run());
    Dressed.over(alert).show();
  }
}
