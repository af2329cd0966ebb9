package dev.wrapkey.ui.practice;

import dev.wrapkey.ui.control.Callout;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The page about the practice cloud itself. */
public final class PracticeView {

  private final List<Node> screens;
  private final ObservableValue<String> told;

  @FXML private VBox parts;
  @FXML private Callout news;

  /**
   * @param screens its parts, from top to bottom
   * @param told what the last action did, in sight wherever a person has scrolled to
   */
  public PracticeView(List<Node> screens, ObservableValue<String> told) {
    this.screens = screens;
    this.told = told;
  }

  @FXML
  private void initialize() {
    parts.getChildren().setAll(screens);
    news.textProperty().bind(told);
  }
}
