package dev.wrapkey.app;

import dev.wrapkey.ui.control.Dressed;
import dev.wrapkey.ui.view.Texts;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;

/** Asks before what was entered is thrown away. */
final class Discard {

  private Discard() {}

  static boolean isWanted() {
    ButtonType discard =
        new ButtonType(Texts.text("create.discard.yes"), ButtonBar.ButtonData.OK_DONE);
    ButtonType stay =
        new ButtonType(Texts.text("create.discard.no"), ButtonBar.ButtonData.CANCEL_CLOSE);
    Alert question =
        new Alert(Alert.AlertType.CONFIRMATION, Texts.text("create.discard.text"), discard, stay);
    question.setHeaderText(Texts.text("create.discard.title"));
    return Dressed.over(question).showAndWait().filter(discard::equals).isPresent();
  }
}
