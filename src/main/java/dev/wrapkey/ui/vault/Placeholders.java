package dev.wrapkey.ui.vault;

import dev.wrapkey.ui.control.Icon;
import dev.wrapkey.ui.control.Spinner;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.view.Texts;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a table without rows says. */
final class Placeholders {

  private Placeholders() {}

  /**
   * @param state where the listing stands
   * @param some whether there are rows that a filter hides
   * @param key the key of a text for {@code loading}, {@code nothing}, {@code failed}, {@code
   *     empty}
   */
  static VBox of(Listing.State state, boolean some, UnaryOperator<String> key) {
    if (some) {
      return box(new Icon("filter", 20), Texts.text(key.apply("nothing")));
    }
    return switch (state) {
      case IDLE, LOADING -> box(new Spinner(), Texts.text(key.apply("loading")));
      case FAILED -> box(new Icon("error", 20), Texts.text(key.apply("failed")));
      case READY -> box(new Icon("vault", 20), Texts.text(key.apply("empty")));
    };
  }

  private static VBox box(Node sign, String text) {
    HBox words = new HBox(new Label(text));
    words.getStyleClass().add("empty-words");
    VBox box = new VBox(sign, words);
    box.getStyleClass().add("empty-state");
    return box;
  }
}
