package dev.wrapkey.ui.record;

import dev.wrapkey.record.Entry;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.table.DrawnCell;
import dev.wrapkey.ui.table.Rows;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** The table of changes, the newest first. */
public final class EntryTable extends TableView<Entry> {

  private static final double LEAST = 0.6;

  public EntryTable() {
    getStyleClass().add("data-table");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    words("record.column.time", 200, entry -> Moments.moment(entry.began()), Entry::began);
    words("record.column.act", 190, EntryWords::act);
    words("record.column.target", 170, entry -> entry.deed().targetName());
    add(
        "record.column.state",
        140,
        entry -> EntryWords.state(entry.state()),
        entry -> new StatusLabel(kind(entry.state()), EntryWords.state(entry.state())),
        Comparator.comparing(Entry::state));
    words("record.column.account", 170, EntryWords::account);
  }

  void show(ObservableList<Entry> rows) {
    Rows.show(this, rows);
  }

  private static StatusLabel.Kind kind(Entry.State state) {
    return switch (state) {
      case OPEN -> StatusLabel.Kind.INFO;
      case DONE -> StatusLabel.Kind.OK;
      case REFUSED -> StatusLabel.Kind.ERROR;
      case UNKNOWN -> StatusLabel.Kind.WARNING;
    };
  }

  private void words(String key, double width, Function<Entry, String> text) {
    words(key, width, text, text);
  }

  private <C extends Comparable<C>> void words(
      String key, double width, Function<Entry, String> text, Function<Entry, C> order) {
    add(key, width, text, entry -> new Label(text.apply(entry)), Comparator.comparing(order));
  }

  private void add(
      String key,
      double width,
      Function<Entry, String> text,
      Function<Entry, Label> draw,
      Comparator<Entry> order) {
    TableColumn<Entry, Entry> column = new TableColumn<>(Texts.text(key));
    column.setPrefWidth(width);
    column.setMinWidth(width * LEAST);
    column.setCellValueFactory(each -> new ReadOnlyObjectWrapper<>(each.getValue()));
    column.setCellFactory(
        c -> new DrawnCell<>((row, entry) -> whole(draw.apply(entry), text.apply(entry)), text));
    column.setComparator(order);
    getColumns().add(column);
  }

  private static Label whole(Label label, String text) {
    label.setWrapText(false);
    label.setTooltip(new Tooltip(text));
    return label;
  }
}
