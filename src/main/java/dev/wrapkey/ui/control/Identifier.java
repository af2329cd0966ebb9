package dev.wrapkey.ui.control;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/**
 * A key identifier, resource id or version: monospaced, shortened in its middle, whole in its
 * tooltip, to be copied.
 */
public final class Identifier extends HBox {

  private final StringProperty text = new SimpleStringProperty(this, "text", "");

  public Identifier() {
    getStyleClass().add("identifier");
    setAlignment(Pos.CENTER_LEFT);
    Label words = new Label();
    words.getStyleClass().add("mono");
    words.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    words.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    words.setEllipsisString("…");
    words.setMinWidth(0);
    words.textProperty().bind(text);
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(text);
    whole.getStyleClass().add("mono");
    words.setTooltip(whole);
    CopyButton copy = new CopyButton();
    copy.contentProperty().bind(text);
    copy.setMinWidth(USE_PREF_SIZE);
    getChildren().setAll(words, copy);
    visibleProperty().bind(text.isNotEmpty());
    managedProperty().bind(visibleProperty());
  }

  public Identifier(String text) {
    this();
    setText(text);
  }

  public StringProperty textProperty() {
    return text;
  }

  public String getText() {
    return text.get();
  }

  public void setText(String newText) {
    text.set(newText);
  }
}
