package dev.wrapkey.ui.recovery;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Keeps the focus where a person stands while the steps are shown anew. */
final class Focus {

  private Focus() {}

  /** The id of what has the focus within a part of the screen. */
  static Optional<String> within(Parent part) {
    Node owner = part.getScene() == null ? null : part.getScene().getFocusOwner();
    for (Node each = owner; each != null; each = each.getParent()) {
      if (each == part && owner != null) {
        return Optional.ofNullable(owner.getId());
      }
    }
    return Optional.empty();
  }

  /**
   * Gives it back: to the same, to the harmless answer of a question that has come up, to the step
   * again, or to what always is there.
   */
  static void restore(Parent part, String id, Node otherwise) {
    Stream.of(id, id.replaceFirst("^do-", "keep-"), id.replaceFirst("^(keep|confirm)-", "do-"))
        .flatMap(wanted -> Stream.ofNullable(part.lookup("#" + wanted)))
        .findFirst()
        .orElse(otherwise)
        .requestFocus();
  }
}
