package dev.wrapkey.ui.key;

import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * A list that grows, narrowed by what a person types. The rows change in one step: the toolkit's
 * filtered list tells of each gap by itself, which takes more than a frame for some thousand rows.
 */
final class Narrowed<T> {

  private final ObservableList<T> all;
  private final BiPredicate<T, String> fits;
  private final ObservableList<T> shown = FXCollections.observableArrayList();
  private final ObservableList<T> readOnly = FXCollections.unmodifiableObservableList(shown);
  private final StringProperty text = new SimpleStringProperty("");
  private final ListChangeListener<T> follow = this::follow;

  /**
   * @param fits whether a row contains a text, which is in lower case and not empty
   */
  Narrowed(ObservableList<T> all, BiPredicate<T, String> fits) {
    this.all = all;
    this.fits = fits;
    all.addListener(follow);
    text.subscribe(() -> shown.setAll(fitting(all)));
  }

  private void follow(ListChangeListener.Change<? extends T> change) {
    while (change.next()) {
      boolean grown = change.wasAdded() && !change.wasRemoved() && change.getTo() == all.size();
      if (grown) {
        shown.addAll(fitting(change.getAddedSubList()));
      } else {
        shown.setAll(fitting(all));
      }
    }
  }

  private List<T> fitting(List<? extends T> rows) {
    String wanted = text.get().strip().toLowerCase(Locale.ROOT);
    return rows.stream()
        .filter(row -> wanted.isEmpty() || fits.test(row, wanted))
        .<T>map(row -> row)
        .toList();
  }

  /** What is typed. */
  StringProperty textProperty() {
    return text;
  }

  /** The rows that fit it, for reading. */
  ObservableList<T> shown() {
    return readOnly;
  }
}
