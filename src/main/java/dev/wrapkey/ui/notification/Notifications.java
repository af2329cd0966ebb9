package dev.wrapkey.ui.notification;

import dev.wrapkey.time.Time;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Running and finished work, newest first. It belongs to the program, not to a page: work goes on
 * and is told of wherever a person is. Lives on the screen's thread.
 *
 * <p>Whoever starts a delete, a start or a stop begins a notification and tells it how that ended:
 *
 * <pre>
 * Notification told = notifications.begin("Stopping orders-pg", "The server is being stopped.", way);
 * told.tell(State.SUCCEEDED, "Stopped orders-pg", "The server is stopped.");
 * </pre>
 */
public final class Notifications {

  private final Time time;
  private final ObservableList<Notification> items = FXCollections.observableArrayList();
  private final ObservableList<Notification> readOnly =
      FXCollections.unmodifiableObservableList(items);
  private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();
  private Consumer<Notification> toast = told -> {};

  /**
   * @param time the clock of the cloud
   */
  public Notifications(Time time) {
    this.time = time;
  }

  /** Work that has begun. */
  public Notification begin(String title, String text, Notification.Way way) {
    return add(Notification.State.RUNNING, title, text, way);
  }

  /** Something that is over when it is told. */
  public Notification add(
      Notification.State state, String title, String text, Notification.Way way) {
    Notification fresh =
        new Notification(this, new Notification.News(state, title, text, now()), way);
    items.addFirst(fresh);
    toldBy(fresh);
    return fresh;
  }

  Instant now() {
    return time.now();
  }

  void toldBy(Notification told) {
    if (!items.contains(told)) { // dismissed, and there is news of it
      items.addFirst(told);
    }
    count();
    unseen.set(unseen.get() + 1);
    toast.accept(told);
  }

  private void count() {
    running.set((int) items.stream().filter(Notification::isRunning).count());
  }

  /** Newest first, for reading. */
  public ObservableList<Notification> items() {
    return readOnly;
  }

  /** How much is running. */
  public ReadOnlyIntegerProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** How much news there is since a person looked. */
  public ReadOnlyIntegerProperty unseenProperty() {
    return unseen.getReadOnlyProperty();
  }

  /** Who shows a piece of news for a few seconds. */
  public void onNews(Consumer<Notification> listener) {
    toast = listener;
  }

  /** To be called when a person looks at the list. */
  public void seen() {
    unseen.set(0);
  }

  /** Takes a finished one from the list; running work stays until it has ended. */
  public void dismiss(Notification notification) {
    if (!notification.isRunning()) {
      items.remove(notification);
    }
  }

  /** Takes all finished ones from the list. */
  public void dismissAll() {
    items.removeIf(notification -> !notification.isRunning());
  }
}
