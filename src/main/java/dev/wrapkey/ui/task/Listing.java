package dev.wrapkey.ui.task;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * A list that arrives from the cloud page by page. Loading again cancels the load before it; a late
 * answer never overwrites a newer one. Lives on the screen's thread.
 */
public final class Listing<T> {

  /** Where a listing stands. */
  public enum State {
    IDLE,
    LOADING,
    READY,
    FAILED
  }

  /** How a listing is fetched: hands over page after page and stops when cancelled. */
  public interface Source<T> {
    void fetch(Cancellation cancellation, Consumer<List<T>> page);
  }

  private final Tasks tasks;
  private final ObservableList<T> items = FXCollections.observableArrayList();
  private final ObservableList<T> readOnly = FXCollections.unmodifiableObservableList(items);
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
  private final ReadOnlyObjectWrapper<@Nullable CloudFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private Running current = new Running();
  private @Nullable Source<T> source;

  public Listing(Tasks tasks) {
    this.tasks = tasks;
  }

  /** Forgets what is there and fetches anew. */
  public void load(Source<T> newSource) {
    clear();
    source = newSource;
    state.set(State.LOADING);
    Running mine = new Running();
    current = mine;
    Arrivals<T> arrivals = new Arrivals<>();
    tasks.run(
        mine,
        () -> {
          newSource.fetch(
              mine.cancellation(),
              page -> {
                if (arrivals.isFirst(page)) {
                  tasks.onScreen(mine, () -> items.addAll(arrivals.take()));
                }
              });
          return Boolean.TRUE;
        },
        ended -> end(mine, State.READY, null),
        failed -> end(mine, State.FAILED, failed));
  }

  /** Fetches a plain list anew. */
  public void loadAll(java.util.function.Supplier<List<T>> all) {
    load((cancellation, page) -> page.accept(all.get()));
  }

  /** Fetches the same again, after a failure or on request. */
  public void reload() {
    if (source != null) {
      load(source);
    }
  }

  /** Stops a running load and keeps what has come. */
  public void stop() {
    if (state.get() == State.LOADING) {
      current.cancel();
      state.set(State.IDLE);
    }
  }

  /** Adds what was made meanwhile, in front, unless it is there. */
  public void include(T item) {
    if (!items.contains(item)) {
      items.addFirst(item);
    }
  }

  /** Stops a running load and empties the list. */
  public void clear() {
    current.cancel();
    items.clear();
    failure.set(null);
    state.set(State.IDLE);
  }

  /** The items so far, for reading. */
  public ObservableList<T> items() {
    return readOnly;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Why the last load failed; null unless the state is FAILED. */
  public ReadOnlyObjectProperty<@Nullable CloudFailure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  private void end(Running mine, State newState, @Nullable CloudFailure why) {
    if (!mine.isCancelled()) {
      failure.set(why);
      state.set(newState);
    }
  }

  /** Pages that the screen has not taken yet: a busy screen takes several in one step. */
  private static final class Arrivals<T> {

    private List<T> waiting = new ArrayList<>();

    /** Keeps a page; true if nobody has been told of pages that wait. */
    synchronized boolean isFirst(List<T> page) {
      boolean first = waiting.isEmpty();
      waiting.addAll(page);
      return first && !page.isEmpty();
    }

    synchronized List<T> take() {
      List<T> taken = waiting;
      waiting = new ArrayList<>();
      return taken;
    }
  }
}
