package dev.wrapkey.ui.create.networking;

import dev.wrapkey.provisioning.Plan.PrivateEndpoint;
import dev.wrapkey.rules.RegionNames;
import dev.wrapkey.ui.control.Shown;
import dev.wrapkey.ui.view.Texts;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Screen of the private endpoints. */
public final class EndpointsView {

  private final EndpointsViewModel viewModel;

  @FXML private Button add;
  @FXML private Button delete;
  @FXML private Node unlocated;
  @FXML private TableView<PrivateEndpoint> table;

  public EndpointsView(EndpointsViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    table.setItems(viewModel.items());
    Label none = new Label(Texts.text("networking.endpoints.none"));
    none.getStyleClass().add("no-rows");
    none.setMaxWidth(Double.MAX_VALUE);
    none.setMaxHeight(Double.MAX_VALUE);
    table.setPlaceholder(none);
    table
        .getColumns()
        .setAll(
            column("networking.endpoints.name", 150, e -> e.id().name()),
            column(
                "networking.endpoints.subscription",
                150,
                e -> viewModel.subscriptionName(e.id().subscription())),
            column("networking.endpoints.group", 130, e -> e.id().resourceGroup()),
            column("networking.endpoints.location", 100, e -> RegionNames.display(e.region())),
            column("networking.endpoints.subnet", 160, e -> e.subnet().name()));
    delete.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
    var located = Bindings.createBooleanBinding(viewModel::isLocated, viewModel.placeProperty());
    add.disableProperty().bind(located.not());
    Shown.when(unlocated, located.not());
  }

  private static TableColumn<PrivateEndpoint, String> column(
      String header, double width, Function<PrivateEndpoint, String> value) {
    TableColumn<PrivateEndpoint, String> column = new TableColumn<>(Texts.text(header));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    return column;
  }

  @FXML
  private void onAdd() {
    viewModel.form().ifPresent(form -> FormPanes.endpoint(table, form));
  }

  @FXML
  private void onDelete() {
    viewModel.remove(table.getSelectionModel().getSelectedItem());
    table.getSelectionModel().clearSelection();
  }
}
