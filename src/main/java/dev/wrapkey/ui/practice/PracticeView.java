package dev.wrapkey.ui.practice;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The page about the practice cloud itself. */
public final class PracticeView {

  private final List<Node> screens;

  @FXML private VBox parts;

  /**
   * @param screens its parts, from top to bottom
   */
  public PracticeView(List<Node> screens) {
    this.screens = screens;
  }

  @FXML
  private void initialize() {
    parts.getChildren().setAll(screens);
  }
}
