package dev.wrapkey.ui.control;

import javafx.beans.property.StringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What stands below the control of a {@link Field}: the hint in grey, the problem in red. */
final class FieldNotes extends VBox {

  private final StringProperty hint = new SimpleStringProperty(this, "hint", "");
  private final StringProperty problem = new SimpleStringProperty(this, "problem", "");

  FieldNotes() {
    getStyleClass().add("field-notes");
    Label what = line(problem, "field-problem");
    what.setGraphic(new Icon("error", 14));
    getChildren().setAll(what, line(hint, "field-hint"));
    visibleProperty().bind(hint.isNotEmpty().or(problem.isNotEmpty()));
    managedProperty().bind(visibleProperty());
  }

  private static Label line(StringProperty text, String styleClass) {
    Label label = new Label();
    label.getStyleClass().add(styleClass);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.textProperty().bind(text);
    label.visibleProperty().bind(text.isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  StringProperty hintProperty() {
    return hint;
  }

  StringProperty problemProperty() {
    return problem;
  }
}
