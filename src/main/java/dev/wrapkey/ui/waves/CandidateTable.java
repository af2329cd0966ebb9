package dev.wrapkey.ui.waves;

import dev.wrapkey.ui.keyboard.Shortcut;
import dev.wrapkey.ui.table.Said;
import dev.wrapkey.ui.table.SaidTable;
import dev.wrapkey.ui.view.Texts;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The table of servers to choose from. The space bar ticks the row that has the focus, C marks it
 * as a canary.
 */
public final class CandidateTable extends SaidTable<Candidate> {

  private static final double TICK = 44;
  private static final double MARK = 80;

  public CandidateTable() {
    ticks("", TICK, "waves.tick", "tick-", Candidate::chosenProperty);
    words("waves.column.server", 190, Candidate::name);
    words("waves.column.key", 230, Candidate::keyName);
    words("waves.column.region", 130, Candidate::region);
    words("waves.column.subscription", 180, Candidate::subscription);
    words("waves.column.state", 110, Candidate::state);
    words("waves.column.tags", 260, each -> String.join(", ", each.tags()));
    ticks(
        Texts.text("waves.column.canary"), MARK, "waves.mark", "mark-", Candidate::canaryProperty);
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private void words(String key, double width, Function<Candidate, String> text) {
    column(key, width, each -> new ReadOnlyObjectWrapper<>(Said.plain(text.apply(each))));
  }

  private void ticks(
      String title,
      double width,
      String words,
      String id,
      Function<Candidate, BooleanProperty> of) {
    TableColumn<Candidate, Boolean> column = new TableColumn<>(title);
    column.setMinWidth(width);
    column.setMaxWidth(width);
    column.setResizable(false);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(each -> of.apply(each.getValue()));
    column.setCellFactory(c -> new Tick(words, id, of));
    getColumns().add(column);
  }

  private void onKey(KeyEvent event) {
    Candidate selected = getSelectionModel().getSelectedItem();
    if (selected == null) {
      return;
    }
    if (Shortcut.TICK.matches(event)) {
      turn(selected.chosenProperty(), event);
    } else if (Shortcut.CANARY.matches(event)) {
      turn(selected.canaryProperty(), event);
    }
  }

  private static void turn(BooleanProperty property, KeyEvent event) {
    event.consume();
    property.set(!property.get());
  }

  /** A box to tick. */
  private static final class Tick extends TableCell<Candidate, Boolean> {

    private final CheckBox box = new CheckBox();
    private Subscription following = Subscription.EMPTY;

    private final String words;
    private final String id;
    private final Function<Candidate, BooleanProperty> of;

    Tick(String words, String id, Function<Candidate, BooleanProperty> of) {
      this.words = words;
      this.id = id;
      this.of = of;
      box.setFocusTraversable(false); // a key on the row ticks it
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
      box.setId(id + row.name());
      box.setAccessibleText(Texts.text(words, row.name()));
      BooleanProperty ticked = of.apply(row);
      box.setSelected(ticked.get());
      following = box.selectedProperty().subscribe(ticked::set);
      setGraphic(box);
    }
  }
}
