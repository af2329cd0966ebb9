package dev.wrapkey.ui.health;

import dev.wrapkey.ui.control.Icon;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.Spinner;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.view.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What stands where no key does. */
final class Nothing {

  private Nothing() {}

  /**
   * Why there is nothing to show.
   *
   * @param empty whether there is nothing that filters could hide
   * @param clear takes the filters away
   */
  static Node toShow(Listing.State state, boolean empty, Runnable clear) {
    if (state == Listing.State.LOADING) {
      return box(new Spinner(), "health.loading");
    }
    if (!empty) {
      Link link = new Link(Texts.text("health.clear"));
      link.setId("health-clear");
      link.setOnAction(e -> clear.run());
      return box(new Icon("filter", 20), "health.nothing", link);
    }
    return state == Listing.State.FAILED
        ? box(new Icon("error", 20), "health.unread")
        : box(new Icon("key", 20), "health.empty");
  }

  private static VBox box(Node sign, String key, Node... more) {
    HBox words = new HBox(new Label(Texts.text(key)));
    words.getStyleClass().add("empty-words");
    VBox box = new VBox(sign, words);
    box.getChildren().addAll(more);
    box.getStyleClass().add("empty-state");
    return box;
  }
}
