package dev.wrapkey.ui.create.review;

import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.create.review.ReviewViewModel.Row;
import dev.wrapkey.ui.create.review.ReviewViewModel.Section;
import dev.wrapkey.ui.view.Texts;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Screen of the Review + create tab. */
public final class ReviewView {

  private static final double LABELS = 252;

  private final ReviewViewModel viewModel;

  @FXML private Callout passed;
  @FXML private Callout failed;
  @FXML private VBox sections;
  @FXML private Link template;

  public ReviewView(ReviewViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    Shown.when(passed, viewModel.validProperty());
    Shown.when(failed, viewModel.validProperty().not());
    template.disableProperty().bind(viewModel.validProperty().not());
    viewModel.sections().addListener((InvalidationListener) o -> fill());
    fill();
  }

  @FXML
  private void onTemplate() {
    viewModel.change("template");
  }

  private void fill() {
    sections.getChildren().setAll(viewModel.sections().stream().map(this::section).toList());
  }

  private Node section(Section section) {
    Label head = new Label(Texts.text("create.tab." + section.step()));
    head.getStyleClass().add("review-head");
    Link change = new Link();
    change.setText(Texts.text("review.change"));
    change.setId("change-" + section.step());
    change.setAccessibleText(Texts.text("review.change.what", head.getText()));
    change.setOnAction(e -> viewModel.change(section.step()));
    GridPane grid = new GridPane();
    grid.getStyleClass().add("review-grid");
    grid.getColumnConstraints().addAll(new ColumnConstraints(LABELS), new ColumnConstraints());
    section.rows().forEach(row -> add(grid, row));
    HBox title = new HBox(6, head, change);
    title.setAlignment(Pos.BASELINE_LEFT);
    return new VBox(4, title, grid);
  }

  private static void add(GridPane grid, Row row) {
    Label label = new Label(row.label().isEmpty() ? "" : Texts.text(row.label()));
    label.getStyleClass().add("review-label");
    label.setWrapText(true);
    Label value = new Label(row.value());
    value.getStyleClass().add("review-value");
    value.setWrapText(true);
    grid.addRow(grid.getRowCount(), label, value);
  }
}
