package dev.wrapkey.ui.control;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;

/**
 * A link that stays blue. An external one, which leaves the program, carries a small glyph after
 * its words.
 */
public final class Link extends Hyperlink {

  private final BooleanProperty external = new SimpleBooleanProperty(this, "external");

  public Link() {
    getStyleClass().add("link");
    visitedProperty()
        .subscribe(
            seen -> {
              if (seen) {
                setVisited(false);
              }
            });
    setContentDisplay(ContentDisplay.RIGHT);
    external.subscribe(leaves -> setGraphic(leaves ? new Icon("external", 12) : null));
  }

  public Link(String text) {
    this();
    setText(text);
  }

  public BooleanProperty externalProperty() {
    return external;
  }

  public boolean isExternal() {
    return external.get();
  }

  public void setExternal(boolean leavesTheProgram) {
    external.set(leavesTheProgram);
  }
}
