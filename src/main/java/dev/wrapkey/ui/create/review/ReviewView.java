package dev.wrapkey.ui.create.review;

import dev.wrapkey.ui.control.Callout;
import dev.wrapkey.ui.control.Link;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.create.review.ReviewViewModel.Row;
import dev.wrapkey.ui.create.review.ReviewViewModel.Section;
import dev.wrapkey.ui.create.review.ReviewViewModel.Validation;
import dev.wrapkey.ui.preflight.PreflightView;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.view.Views;
import java.util.Locale;
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

  @FXML private Callout strip;
  @FXML private VBox checks;
  @FXML private VBox sections;
  @FXML private Link template;

  public ReviewView(ReviewViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    checks
        .getChildren()
        .setAll(Views.<Node>load("preflight", new PreflightView(viewModel.preflight())));
    viewModel.validationProperty().subscribe(this::show);
    template.disableProperty().bind(viewModel.legalProperty().not());
    Shown.when(checks, viewModel.checkedProperty());
    viewModel.sections().addListener((InvalidationListener) o -> fill());
    fill();
  }

  private void show(Validation validation) {
    strip.setId("validation-" + validation.name().toLowerCase(Locale.ROOT));
    strip.setKind(
        switch (validation) {
          case INCOMPLETE, REFUSED -> Callout.Kind.ERROR;
          case RUNNING -> Callout.Kind.INFO;
          case PASSED -> Callout.Kind.SUCCESS;
        });
    strip.setText(Texts.text("review.validation." + validation));
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
