package dev.wrapkey.ui.control;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.SingleSelectionModel;
import org.jspecify.annotations.Nullable;

/**
 * The selection of a {@link Picker}: steps over rows that cannot be chosen, and keeps its item
 * while the list reloads.
 */
final class RefusingSelection<T> extends SingleSelectionModel<T> {

  private final Picker<T> picker;
  private final ListChangeListener<T> onChange = change -> find();

  RefusingSelection(Picker<T> picker) {
    this.picker = picker;
    watch(picker.getItems());
    picker
        .itemsProperty()
        .subscribe(
            (before, now) -> {
              unwatch(before);
              watch(now);
            });
  }

  /**
   * A person's step goes to the row or, if it cannot be chosen, to the next one that can. A value
   * that the program has set is taken as it is. The open list says -1 when its rows go away; that
   * is not a choice.
   */
  @Override
  public void select(int index) {
    boolean set =
        index >= 0 && picker.getValue() != null && picker.getValue().equals(getModelItem(index));
    int allowed = set ? index : nearest(index);
    if (index >= 0 && allowed >= 0) {
      super.select(allowed);
    }
  }

  @Override
  protected @Nullable T getModelItem(int index) {
    ObservableList<T> items = picker.getItems();
    return items == null || index < 0 || index >= items.size() ? null : items.get(index);
  }

  @Override
  protected int getItemCount() {
    return picker.getItems() == null ? 0 : picker.getItems().size();
  }

  private void unwatch(@Nullable ObservableList<T> before) {
    if (before != null) {
      before.removeListener(onChange);
    }
  }

  private void watch(@Nullable ObservableList<T> now) {
    if (now != null) {
      now.addListener(onChange);
    }
    find();
  }

  private void find() {
    T item = getSelectedItem();
    setSelectedIndex(
        item == null || picker.getItems() == null ? -1 : picker.getItems().indexOf(item));
  }

  /**
   * The row itself if it may be chosen, else the next one in the direction of the step, else none.
   */
  private int nearest(int index) {
    int step = index < getSelectedIndex() ? -1 : 1;
    for (int i = index; i >= 0 && i < getItemCount(); i += step) {
      T item = getModelItem(i);
      if (item != null && picker.refusalOf(item).isEmpty()) {
        return i;
      }
    }
    return -1;
  }
}
