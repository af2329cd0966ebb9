package dev.wrapkey.ui.control;

import java.util.List;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.VBox;

/** The inside of a dialog whose buttons stand one below the other, each as wide as the dialog. */
public final class StackedPane extends DialogPane {

  private static final double WIDTH = 420;

  private final List<String> ids;

  /**
   * @param ids of the buttons, in their order
   */
  public StackedPane(List<String> ids) {
    this.ids = List.copyOf(ids);
    getStyleClass().add("stacked-pane");
    setPrefWidth(WIDTH);
  }

  @Override
  protected Node createButtonBar() {
    VBox bar = new VBox(8);
    bar.getStyleClass().add("stacked-buttons");
    getButtonTypes().addListener((ListChangeListener<ButtonType>) change -> fill(bar));
    fill(bar);
    return bar;
  }

  private void fill(VBox bar) {
    bar.getChildren()
        .setAll(
            getButtonTypes().stream().map(this::lookupButton).filter(Objects::nonNull).toList());
    for (int i = 0; i < bar.getChildren().size(); i++) {
      if (bar.getChildren().get(i) instanceof Button button) {
        button.setMaxWidth(Double.MAX_VALUE);
        button.setId(ids.get(i));
        if (button.isDefaultButton() && !button.getStyleClass().contains("primary")) {
          button.getStyleClass().add("primary");
        }
      }
    }
  }
}
