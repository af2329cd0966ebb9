package dev.wrapkey.ui.create.tags;

import dev.wrapkey.ui.wizard.GridRows;
import dev.wrapkey.ui.wizard.GridRows.Column;
import dev.wrapkey.ui.wizard.GridRows.Tail;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.layout.VBox;

/** Screen of the Tags tab. */
public final class TagsView {

  private final TagsViewModel viewModel;

  @FXML private VBox grid;

  public TagsView(TagsViewModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    GridRows.show(
        grid,
        viewModel.rows(),
        List.of(
            new Column<>("tag-name", "tags.name", 240, TagRow::name, "tags.name.info"),
            new Column<>("tag-value", "tags.value", 240, TagRow::value, "tags.value.info")),
        Optional.of(new Tail("tags.resource", "tags.resource.server")));
  }
}
