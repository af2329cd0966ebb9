package dev.wrapkey.ui.wizard;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Rows of a grid whose last row is always empty: typing in it makes the next one. */
public final class GrowingRows<R extends GrowingRows.Row> {

  /** A row that knows whether it is empty and whether it is legal. */
  public interface Row {
    BooleanExpression emptyProperty();

    BooleanExpression validProperty();

    void showProblems();
  }

  private final Function<GrowingRows<R>, R> fresh;
  private final ObservableList<R> rows = FXCollections.observableArrayList();
  private final ObservableList<R> readOnly = FXCollections.unmodifiableObservableList(rows);
  private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(true);

  /**
   * @param fresh makes an empty row that may look at the others
   */
  public GrowingRows(Function<GrowingRows<R>, R> fresh) {
    this.fresh = fresh;
    grow();
  }

  /** All rows, the empty last one included; for reading. */
  public ObservableList<R> rows() {
    return readOnly;
  }

  /** The rows that say something. */
  public List<R> filled() {
    return rows.stream().filter(r -> !r.emptyProperty().get()).toList();
  }

  /** True while every filled row is legal. */
  public BooleanExpression validProperty() {
    return valid.getReadOnlyProperty();
  }

  /** The empty row at the end, to be filled by the caller. */
  public R last() {
    return rows.getLast();
  }

  public void remove(R row) {
    rows.remove(row);
    settle();
  }

  public void showProblems() {
    filled().forEach(Row::showProblems);
  }

  /** To be called when the legality of rows may have changed for a reason outside of them. */
  public void settle() {
    if (rows.isEmpty() || !rows.getLast().emptyProperty().get()) {
      grow();
    }
    valid.set(filled().stream().allMatch(r -> r.validProperty().get()));
  }

  private void grow() {
    R row = fresh.apply(this);
    rows.add(row);
    row.emptyProperty().addListener((o, was, is) -> settle());
    row.validProperty().addListener((o, was, is) -> settle());
  }
}
