package dev.wrapkey.ui.waves;

import dev.wrapkey.ui.table.Said;
import dev.wrapkey.ui.table.SaidTable;
import dev.wrapkey.ui.view.Texts;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The table of servers to choose from. The space bar ticks the row that has the focus. */
public final class CandidateTable extends SaidTable<Candidate> {

  private static final double TICK = 44;

  public CandidateTable() {
    ticks();
    words("waves.column.server", 190, Candidate::name);
    words("waves.column.key", 230, Candidate::keyName);
    words("waves.column.region", 130, Candidate::region);
    words("waves.column.subscription", 180, Candidate::subscription);
    words("waves.column.state", 110, Candidate::state);
    words("waves.column.tags", 260, each -> String.join(", ", each.tags()));
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private void words(String key, double width, Function<Candidate, String> text) {
    column(key, width, each -> new ReadOnlyObjectWrapper<>(Said.plain(text.apply(each))));
  }

  private void ticks() {
    TableColumn<Candidate, Boolean> column = new TableColumn<>();
    column.setMinWidth(TICK);
    column.setMaxWidth(TICK);
    column.setResizable(false);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(each -> each.getValue().chosenProperty());
    column.setCellFactory(c -> new Tick());
    getColumns().add(column);
  }

  private void onKey(KeyEvent event) {
    Candidate selected = getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.SPACE && selected != null) {
      event.consume();
      BooleanProperty chosen = selected.chosenProperty();
      chosen.set(!chosen.get());
    }
  }

  /** A box to tick. */
  private static final class Tick extends TableCell<Candidate, Boolean> {

    private final CheckBox box = new CheckBox();
    private Subscription following = Subscription.EMPTY;

    Tick() {
      box.setFocusTraversable(false); // the space bar on the row ticks it
    }

    @Override
    protected void updateItem(@Nullable Boolean chosen, boolean empty) {
      super.updateItem(chosen, empty);
      following.unsubscribe();
      Candidate row = getTableRow() == null ? null : getTableRow().getItem();
      if (empty || chosen == null || row == null) {
        following = Subscription.EMPTY;
        setGraphic(null);
        return;
      }
      box.setId("tick-" + row.name());
      box.setAccessibleText(Texts.text("waves.tick", row.name()));
      box.setSelected(row.chosenProperty().get());
      following = box.selectedProperty().subscribe(row.chosenProperty()::set);
      setGraphic(box);
    }
  }
}
