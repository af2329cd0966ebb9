package dev.wrapkey.ui.control;

import dev.wrapkey.ui.view.Texts;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What stands below the control of a {@link Field}: the hint in grey, the problem in red. */
final class FieldNotes extends VBox {

  private final StringProperty hint = new SimpleStringProperty(this, "hint", "");
  private final StringProperty problem = new SimpleStringProperty(this, "problem", "");

  private final Link retry = new Link(Texts.text("control.retry"));

  FieldNotes() {
    getStyleClass().add("field-notes");
    Label what = line(problem, "field-problem");
    what.setGraphic(new Icon("error", 14));
    HBox.setHgrow(what, Priority.SOMETIMES);
    HBox red = new HBox(what, retry);
    red.getStyleClass().add("field-trouble");
    red.visibleProperty().bind(problem.isNotEmpty());
    red.managedProperty().bind(red.visibleProperty());
    retry.setMinWidth(USE_PREF_SIZE);
    retry.managedProperty().bind(retry.visibleProperty());
    retry.setVisible(false);
    getChildren().setAll(red, line(hint, "field-hint"));
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

  /** A link beside the problem that tries again. */
  void offerRetry(boolean offered, Runnable again) {
    retry.setVisible(offered);
    retry.setOnAction(e -> again.run());
  }

  StringProperty hintProperty() {
    return hint;
  }

  StringProperty problemProperty() {
    return problem;
  }
}
