package dev.wrapkey.ui.control;

import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A command for a terminal, to be copied. */
public final class CommandBox extends HBox {

  private final Label words = new Label();
  private final CopyButton copy = new CopyButton();

  public CommandBox() {
    getStyleClass().add("command-box");
    setAlignment(Pos.TOP_LEFT);
    words.getStyleClass().addAll("mono", "body-text");
    words.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    copy.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().setAll(words, copy);
  }

  public CommandBox(String command) {
    this();
    show(command);
  }

  public void show(String command) {
    words.setText(command);
    copy.setContent(command);
  }
}
