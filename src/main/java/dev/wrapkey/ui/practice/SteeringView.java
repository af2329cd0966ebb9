package dev.wrapkey.ui.practice;

import dev.wrapkey.ui.control.Dressed;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** The part of the practice page that switches faults and starts over. */
public final class SteeringView {

  private final Steering viewModel;

  @FXML private GridPane faults;

  public SteeringView(Steering viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    viewModel.rowsProperty().subscribe(this::fill);
    viewModel.look();
  }

  private void fill(List<Steering.Row> rows) {
    String focused = focusedId();
    faults.getChildren().clear();
    rows.forEach(this::add);
    faults.getChildren().stream()
        .filter(node -> focused.equals(node.getId()))
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  private String focusedId() {
    Node owner = faults.getScene() == null ? null : faults.getScene().getFocusOwner();
    return owner == null || owner.getId() == null ? "" : owner.getId();
  }

  private void add(Steering.Row row) {
    Label id = new Label(row.trouble().id());
    id.getStyleClass().add("mono");
    Label words = new Label(row.trouble().words());
    words.setWrapText(true);
    boolean on = row.standing().isPresent();
    Button toggle = new Button(Texts.text(on ? "practice.fault.off" : "practice.fault.switch"));
    toggle.setId("fault-" + row.trouble().id());
    toggle.setAccessibleText(toggle.getText() + " " + row.trouble().id());
    toggle.setOnAction(e -> viewModel.toggle(row));
    faults.addRow(faults.getRowCount(), id, words, state(row), toggle);
  }

  private static StatusLabel state(Steering.Row row) {
    return row.standing()
        .map(
            standing ->
                new StatusLabel(
                    standing.isSpent() && !row.trouble().changesTheWorld()
                        ? StatusLabel.Kind.NONE
                        : StatusLabel.Kind.WARNING,
                    standing.target().isEmpty()
                        ? Texts.text("practice.fault.struck", standing.struck())
                        : Texts.text("practice.fault.at", Steering.name(standing.target()))))
        .orElseGet(() -> new StatusLabel(StatusLabel.Kind.NONE, ""));
  }

  @FXML
  private void onStartOver() {
    ButtonType yes = new ButtonType(Texts.text("practice.over.yes"), ButtonBar.ButtonData.OK_DONE);
    ButtonType no =
        new ButtonType(Texts.text("practice.over.no"), ButtonBar.ButtonData.CANCEL_CLOSE);
    Alert question =
        new Alert(Alert.AlertType.CONFIRMATION, Texts.text("practice.over.text"), yes, no);
    question.setHeaderText(Texts.text("practice.over.title"));
    question
        .resultProperty()
        .subscribe(
            answer -> {
              if (yes.equals(answer)) {
                viewModel.startOver();
              }
            });
    Dressed.over(question).show();
  }
}
