package dev.wrapkey.app;

import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.control.Dressed;
import dev.wrapkey.ui.encryption.EncryptionViewModel;
import dev.wrapkey.ui.view.Texts;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;

/** Asks before what was entered is thrown away. */
final class Discard {

  private Discard() {}

  /** Everything entered in the wizard. */
  static boolean isWanted() {
    return ask(
        Texts.text("create.discard.title"),
        Texts.text("create.discard.text"),
        Texts.text("create.discard.yes"),
        Texts.text("create.discard.no"));
  }

  /** Everything entered in the wizard, for a plan that takes its place. */
  static boolean ofPlanIsWanted() {
    return ask(
        Texts.text("planfile.discard.title"),
        Texts.text("planfile.discard.text"),
        Texts.text("planfile.discard.yes"),
        Texts.text("planfile.discard.no"));
  }

  /** Everything entered in the wizard of a copy. */
  static boolean ofCopyIsWanted() {
    return ask(
        Texts.text("create.discard.title"),
        Texts.text("copy.discard.text"),
        Texts.text("create.discard.yes"),
        Texts.text("create.discard.no"));
  }

  /** What was changed on the page "Compute + storage". */
  static boolean ofComputeIsWanted() {
    return ask(
        Texts.text("compute.discard.title"),
        Texts.text("compute.discard.text"),
        Texts.text("compute.discard.yes"),
        Texts.text("compute.discard.no"));
  }

  /** What was changed on the Data encryption page of a server. */
  static boolean ofKeysIsWanted(ResourceId server) {
    return ask(
        Texts.text("encryption.leave.title", server.name()),
        Texts.text("encryption.leave.text"),
        Texts.text("encryption.leave.yes"),
        Texts.text("encryption.leave.no"));
  }

  /**
   * Whether the Data encryption page of a server can be left; asks where something would be lost.
   */
  static boolean mayLeave(EncryptionViewModel encryption, ResourceId server) {
    if (!encryption.isUnsaved()) {
      return true;
    }
    boolean discards = ofKeysIsWanted(server);
    if (discards) {
      encryption.discard();
    }
    return discards;
  }

  private static boolean ask(String title, String text, String yes, String no) {
    ButtonType discard = new ButtonType(yes, ButtonBar.ButtonData.OK_DONE);
    ButtonType stay = new ButtonType(no, ButtonBar.ButtonData.CANCEL_CLOSE);
    Alert question = new Alert(Alert.AlertType.CONFIRMATION, text, discard, stay);
    question.setHeaderText(title);
    return Dressed.over(question).showAndWait().filter(discard::equals).isPresent();
  }
}
