package dev.wrapkey.ui.key;

import dev.wrapkey.ui.control.Reveal;
import dev.wrapkey.ui.control.Shown;
import javafx.scene.layout.VBox;

/** What the account can do about a refusal; in sight while there is something to say. */
public final class AccessBox extends VBox {

  /**
   * Follows the account's right.
   *
   * @param name begins the ids of its controls
   * @param grant gives the right
   */
  void follow(OwnAccess access, String name, Runnable grant) {
    access.stateProperty().subscribe(state -> show(state, name, grant));
  }

  private void show(OwnAccess.State state, String name, Runnable grant) {
    getChildren().setAll(AccessNodes.of(state, name, grant));
    Shown.now(this, !getChildren().isEmpty());
    if (isVisible()) {
      Reveal.end(this);
    }
  }
}
