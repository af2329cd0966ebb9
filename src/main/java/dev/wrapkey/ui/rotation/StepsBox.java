package dev.wrapkey.ui.rotation;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The steps of a rotation. They are shown anew with every news; who stands on one stays there. */
public final class StepsBox extends VBox {

  void show(List<StepCard> cards) {
    Optional<String> focused = focused();
    getChildren().setAll(cards);
    focused.map(id -> lookup("#" + id)).ifPresent(Node::requestFocus);
  }

  private Optional<String> focused() {
    Node owner = getScene() == null ? null : getScene().getFocusOwner();
    for (Node each = owner; each != null; each = each.getParent()) {
      if (owner != null && each == this) {
        return Optional.ofNullable(owner.getId());
      }
    }
    return Optional.empty();
  }
}
