package dev.wrapkey.ui.rulebook;

import dev.wrapkey.ui.view.Texts;
import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * The table of rules. Its texts are shown whole; sorting keeps older rows below what rules them.
 */
public final class RuleTable extends TableView<RuleRow> {

  private static final PseudoClass OLDER = PseudoClass.getPseudoClass("older");
  private static final double LEAST = 0.6;
  private static final double PADDING = 14;

  public RuleTable() {
    getStyleClass().addAll("data-table", "rule-table");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setRowFactory(table -> new Row());
    narrow("rulebook.column.rule", 92, RuleRow::name, byRule());
    column("rulebook.column.says", 420, RuleRow::says, by(RuleRow::says));
    narrow("rulebook.column.severity", 118, RuleRow::weight, by(row -> row.severity().ordinal()));
    narrow("rulebook.column.profile", 128, RuleRow::profiles, by(RuleRow::profiles));
    narrow("rulebook.column.date", 92, RuleRow::date, by(RuleRow::date));
    column("rulebook.column.document", 260, RuleRow::titles, by(RuleRow::titles));
  }

  void show(ObservableList<RuleRow> rows) {
    SortedList<RuleRow> sorted = new SortedList<>(rows);
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
  }

  private static <C extends Comparable<C>> Comparator<RuleRow> by(Function<RuleRow, C> key) {
    return Comparator.comparing(row -> key.apply(row.head()));
  }

  /** CMK-2 comes before CMK-10. */
  private static Comparator<RuleRow> byRule() {
    return Comparator.comparing((RuleRow row) -> row.id().replaceAll("-.*", ""))
        .thenComparing(row -> Integer.valueOf(row.id().replaceAll(".*-", "")));
  }

  private void narrow(
      String key, double width, Function<RuleRow, String> text, Comparator<RuleRow> order) {
    TableColumn<RuleRow, RuleRow> column = column(key, width, text, order);
    column.setMinWidth(width);
    column.setMaxWidth(width);
  }

  private TableColumn<RuleRow, RuleRow> column(
      String key, double width, Function<RuleRow, String> text, Comparator<RuleRow> order) {
    TableColumn<RuleRow, RuleRow> column = new TableColumn<>(Texts.text(key));
    column.setPrefWidth(width);
    column.setMinWidth(width * LEAST);
    column.setCellValueFactory(each -> new ReadOnlyObjectWrapper<>(each.getValue()));
    column.setCellFactory(c -> new Cell(text, c));
    column.setComparator(order);
    getColumns().add(column);
    return column;
  }

  /** A row that is grey if another one rules it. */
  private static final class Row extends TableRow<RuleRow> {

    @Override
    protected void updateItem(@Nullable RuleRow item, boolean empty) {
      super.updateItem(item, empty);
      pseudoClassStateChanged(OLDER, item != null && item.ruling() != null);
    }
  }

  /** A cell that grows with its text. */
  private static final class Cell extends TableCell<RuleRow, RuleRow> {

    private final Function<RuleRow, String> text;
    private final Words words = new Words();

    Cell(Function<RuleRow, String> text, TableColumn<RuleRow, RuleRow> column) {
      this.text = text;
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      words.prefWidthProperty().bind(column.widthProperty().subtract(PADDING));
    }

    @Override
    protected void updateItem(@Nullable RuleRow row, boolean empty) {
      super.updateItem(row, empty);
      words.setText(empty || row == null ? "" : text.apply(row));
      setGraphic(empty ? null : words);
      setAccessibleText(words.getText());
    }
  }

  /** A label as high as its text needs at the width it has. */
  private static final class Words extends Label {

    Words() {
      setWrapText(true);
    }

    @Override
    protected double computePrefHeight(double width) {
      return super.computePrefHeight(getPrefWidth());
    }
  }
}
