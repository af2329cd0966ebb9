package dev.wrapkey.ui.inside;

import dev.wrapkey.ui.table.Heads;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/**
 * A table of which one row is looked at more closely. It is as high as its rows, up to a few.
 *
 * @param <S> a row
 */
public abstract class ChoiceTable<S> extends TableView<S> {

  private static final double LEAST = 0.75;

  private static final double ROW = 36;
  private static final double HEAD = 35;
  private static final int MOST = 6;

  private Consumer<S> chosen = row -> {};
  private boolean filling;

  ChoiceTable() {
    getStyleClass().add("data-table");
    Heads.tell(this);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setFixedCellSize(ROW);
    getSelectionModel().selectedItemProperty().subscribe(this::tell);
    fit(0);
  }

  /** Who is told which row a person chose. */
  final void onChosen(Consumer<S> listener) {
    chosen = listener;
  }

  /** Shows these rows, one of them chosen, and tells nobody. */
  final void fill(List<S> rows, Predicate<S> which) {
    filling = true;
    getItems().setAll(rows);
    fit(rows.size());
    getSelectionModel().clearSelection();
    rows.stream().filter(which).findFirst().ifPresent(getSelectionModel()::select);
    filling = false;
  }

  /** Marks a row, and tells nobody. */
  final void mark(S row) {
    if (!row.equals(getSelectionModel().getSelectedItem()) && getItems().contains(row)) {
      filling = true;
      getSelectionModel().select(row);
      scrollTo(row);
      filling = false;
    }
  }

  private void fit(int rows) {
    double height = HEAD + ROW * Math.clamp(rows, 1, MOST);
    setMinHeight(height);
    setPrefHeight(height);
    setMaxHeight(height);
  }

  private void tell(@Nullable S row) {
    if (!filling && row != null) {
      chosen.accept(row);
    }
  }

  /** A column of plain words. */
  final void words(String key, double width, Function<S, String> text) {
    column(key, width, row -> new Said(text.apply(row), text.apply(row), false));
  }

  /** A column of identifiers: a short form, whole in its tooltip. */
  final void identifiers(
      String key, double width, Function<S, String> shortForm, Function<S, String> whole) {
    column(key, width, row -> new Said(shortForm.apply(row), whole.apply(row), true));
  }

  private void column(String key, double width, Function<S, Said> said) {
    TableColumn<S, Said> column = new TableColumn<>(Texts.text(key));
    column.setPrefWidth(width);
    column.setMinWidth(width * LEAST);
    column.setSortable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(said.apply(row.getValue())));
    column.setCellFactory(each -> new Cell<>());
    getColumns().add(column);
  }

  private record Said(String text, String whole, boolean identifier) {}

  /** Text that is whole in its tooltip. */
  private static final class Cell<S> extends TableCell<S, Said> {

    Cell() {
      setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    }

    @Override
    protected void updateItem(@Nullable Said item, boolean empty) {
      super.updateItem(item, empty);
      Optional<Said> said = empty ? Optional.empty() : Optional.ofNullable(item);
      setText(said.map(Said::text).orElse(""));
      setTooltip(said.map(s -> new Tooltip(s.whole())).orElse(null));
      getStyleClass().remove("mono");
      if (said.filter(Said::identifier).isPresent()) {
        getStyleClass().add("mono");
      }
    }
  }
}
