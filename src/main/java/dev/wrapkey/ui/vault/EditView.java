package dev.wrapkey.ui.vault;

import dev.wrapkey.ui.control.Field;
import dev.wrapkey.ui.control.PaneHost;
import dev.wrapkey.ui.control.SidePane;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Screen of a version's dates and operations. */
public final class EditView {

  private final EditViewModel viewModel;
  private final SidePane side;

  @FXML private Field activatesField;
  @FXML private TextField activates;
  @FXML private Field expiresField;
  @FXML private TextField expires;
  @FXML private VBox operations;

  private EditView(EditViewModel viewModel, SidePane side) {
    this.viewModel = viewModel;
    this.side = side;
  }

  /** Slides the pane in. */
  static void open(PaneHost host, EditViewModel viewModel, String version) {
    SidePane side = new SidePane();
    EditView view = new EditView(viewModel, side);
    side.setTitle(Texts.text("keypage.edit.title"));
    side.setSubtitle(version);
    side.setBody(Views.load("version", view));
    Button save = new Button(Texts.text("keypage.edit.save"));
    save.setId("edit-save");
    save.getStyleClass().add("primary");
    save.setOnAction(e -> view.onSave());
    side.getFooter().add(save);
    host.show(side);
  }

  @FXML
  private void initialize() {
    activates.textProperty().bindBidirectional(viewModel.activatesProperty());
    expires.textProperty().bindBidirectional(viewModel.expiresProperty());
    activatesField.problemProperty().bind(viewModel.activatesProblemProperty());
    expiresField.problemProperty().bind(viewModel.expiresProblemProperty());
    for (String each : EditViewModel.OPERATIONS) {
      CheckBox box = new CheckBox(Texts.text("keypage.operation." + each));
      box.setId("operation-" + each);
      box.selectedProperty().bindBidirectional(viewModel.operation(each));
      operations.getChildren().add(box);
    }
  }

  @FXML
  private void onSave() {
    viewModel
        .read()
        .ifPresent(
            edit -> {
              side.close(); // before another pane may open
              viewModel.submit(edit);
            });
  }
}
