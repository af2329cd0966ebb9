package dev.wrapkey.ui.wizard;

import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.view.Texts;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * What an opened plan wants chosen from a list that may still be on its way. What is not in the
 * list is told, until something else is chosen.
 */
public final class Wish<T> {

  private final Listing<T> listing;
  private final ObjectProperty<@Nullable T> choice;
  private final Function<T, String> name;
  private final String missing;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final StringProperty wanted = new SimpleStringProperty("");
  private final BooleanExpression waiting;
  private Optional<T> otherwise = Optional.empty();

  /**
   * @param name what a plan calls an item
   * @param missing key of the words for what is not there
   */
  public Wish(
      Listing<T> listing,
      ObjectProperty<@Nullable T> choice,
      Function<T, String> name,
      String missing) {
    this.listing = listing;
    this.choice = choice;
    this.name = name;
    this.missing = missing;
    waiting = wanted.isNotEmpty().and(listing.stateProperty().isEqualTo(Listing.State.LOADING));
    listing.stateProperty().subscribe(_ -> settle());
    choice.subscribe(this::onChoice);
  }

  /**
   * Has an item chosen as soon as it is there.
   *
   * @param newWanted its name; empty for none
   * @param newOtherwise what to choose if there is none of that name
   */
  public void want(String newWanted, Optional<T> newOtherwise) {
    problem.set("");
    otherwise = newOtherwise;
    wanted.set(newWanted);
    settle();
  }

  /** What to show under the field, empty for nothing. */
  public StringExpression problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** True as long as nobody knows whether it is there: its list has not come, or could not. */
  public boolean isOpen() {
    return !wanted.get().isEmpty();
  }

  /** True while the list is on its way in which the item may be. */
  public BooleanExpression waitingProperty() {
    return waiting;
  }

  private void settle() {
    if (wanted.get().isEmpty() || listing.stateProperty().get() != Listing.State.READY) {
      return;
    }
    String now = wanted.get();
    wanted.set("");
    listing.items().stream()
        .filter(item -> name.apply(item).equalsIgnoreCase(now))
        .findFirst()
        .or(() -> otherwise)
        .ifPresentOrElse(choice::set, () -> problem.set(Texts.text(missing, now)));
  }

  private void onChoice(@Nullable T chosen) {
    if (chosen != null) {
      problem.set("");
    }
  }
}
