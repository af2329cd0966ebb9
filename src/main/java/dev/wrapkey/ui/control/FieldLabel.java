package dev.wrapkey.ui.control;

import dev.wrapkey.ui.view.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The left half of a {@link Field}: connector, words, asterisk, circled i. */
final class FieldLabel extends HBox {

  private static final double COLUMN = 252;

  private final Region connector = new Region();
  private final Label words = new Label();
  private final InfoButton info = new InfoButton();
  private final BooleanProperty required = new SimpleBooleanProperty(this, "required");
  private final BooleanProperty indented = new SimpleBooleanProperty(this, "indented");

  FieldLabel() {
    getStyleClass().add("field-label");
    setAlignment(Pos.CENTER_LEFT);
    connector.getStyleClass().add("field-connector");
    show(connector, indented);
    words.setWrapText(true);
    words.setText("");
    Label asterisk = new Label("*");
    asterisk.getStyleClass().add("field-asterisk");
    asterisk.setAccessibleText(Texts.text("control.required"));
    asterisk.setMinWidth(USE_PREF_SIZE);
    show(asterisk, required);
    info.visibleProperty().bind(info.infoProperty().isNotEmpty());
    info.managedProperty().bind(info.visibleProperty());
    getChildren().setAll(connector, words, asterisk, info);
  }

  private static void show(Node node, BooleanProperty when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(when);
  }

  void setWide(boolean column) {
    setMinWidth(column ? COLUMN : 0);
    setPrefWidth(column ? COLUMN : USE_COMPUTED_SIZE);
    setMaxWidth(column ? COLUMN : Double.MAX_VALUE);
    setMaxHeight(USE_PREF_SIZE);
  }

  void setLabelFor(Node control) {
    words.setLabelFor(control);
  }

  StringProperty textProperty() {
    return words.textProperty();
  }

  StringProperty infoProperty() {
    return info.infoProperty();
  }

  BooleanProperty requiredProperty() {
    return required;
  }

  BooleanProperty indentedProperty() {
    return indented;
  }
}
