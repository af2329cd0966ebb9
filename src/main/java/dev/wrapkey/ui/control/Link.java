package dev.wrapkey.ui.control;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;

/**
 * A link that stays blue. An external one, which leaves the program, carries a small glyph after
 * its words.
 */
public final class Link extends Hyperlink {

  private final BooleanProperty external = new SimpleBooleanProperty(this, "external");
  private final StringProperty href = new SimpleStringProperty(this, "href", "");

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
    href.subscribe(this::leadTo);
  }

  public Link(String text) {
    this();
    setText(text);
  }

  private void leadTo(String address) {
    if (!address.isEmpty()) {
      setExternal(true);
      setTooltip(new Tooltip(address));
      setOnAction(e -> fireEvent(new DocumentEvent(address)));
    }
  }

  /** The address of a public page that the link opens; empty if it does something else. */
  public StringProperty hrefProperty() {
    return href;
  }

  public String getHref() {
    return href.get();
  }

  public void setHref(String address) {
    href.set(address);
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
