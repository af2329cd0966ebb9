package dev.wrapkey.ui.create.cost;

import dev.wrapkey.catalog.PriceList;
import dev.wrapkey.ui.control.Icon;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.create.cost.CostViewModel.Row;
import dev.wrapkey.ui.wizard.Bound;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The card. */
public final class CostView {

  private static final int CHEVRON = 12;

  private final CostViewModel viewModel;
  private final Set<String> folded = new HashSet<>();

  @FXML private VBox rows;
  @FXML private Label total;
  @FXML private Label note;
  @FXML private ComboBox<String> currency;

  public CostView(CostViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    viewModel.rowsProperty().subscribe(this::fill);
    total.textProperty().bind(viewModel.totalProperty());
    note.textProperty().bind(viewModel.noteProperty());
    currency.getItems().setAll(PriceList.all().stream().map(PriceList::currency).toList());
    Bound.choice(
        currency,
        viewModel.pricesProperty().map(PriceList::currency),
        code -> viewModel.pricesProperty().set(PriceList.of(code)));
  }

  private void fill(List<Row> all) {
    rows.getChildren().setAll(all.stream().map(this::row).toList());
  }

  private Node row(Row row) {
    VBox body = body(row);
    ToggleButton chevron = new ToggleButton();
    chevron.getStyleClass().setAll("button", "cost-chevron");
    chevron.setId("cost-" + row.id());
    chevron.setAccessibleText(row.title());
    chevron.setSelected(!folded.contains(row.id()));
    chevron.selectedProperty().subscribe(open -> fold(row.id(), chevron, body, open));
    Label title = new Label(row.title());
    title.getStyleClass().add("strong");
    title.setMinWidth(Label.USE_PREF_SIZE);
    Label amount = new Label(row.amount());
    amount.getStyleClass().addAll("strong", "cost-amount");
    amount.setWrapText(true);
    amount.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(amount, Priority.ALWAYS);
    HBox head = new HBox(8, chevron, title, amount);
    head.setAlignment(Pos.CENTER_LEFT);
    return new VBox(4, head, body);
  }

  private void fold(String id, ToggleButton chevron, Node body, boolean open) {
    chevron.setGraphic(new Icon(open ? "chevron-up" : "chevron-down", CHEVRON));
    Shown.now(body, open);
    if (open) {
      folded.remove(id);
    } else {
      folded.add(id);
    }
  }

  private static VBox body(Row row) {
    Label detail = new Label(row.detail());
    detail.setWrapText(true);
    HBox.setHgrow(detail, Priority.ALWAYS);
    detail.setMaxWidth(Double.MAX_VALUE);
    Label arithmetic = new Label(row.arithmetic());
    arithmetic.getStyleClass().add("cost-arithmetic");
    arithmetic.setMinWidth(Label.USE_PREF_SIZE);
    VBox body = new VBox(4, new HBox(8, detail, arithmetic));
    body.getStyleClass().add("cost-body");
    if (!row.remark().isEmpty()) {
      Label remark = new Label(row.remark());
      remark.getStyleClass().add("secondary");
      remark.setWrapText(true);
      body.getChildren().add(remark);
    }
    return body;
  }
}
