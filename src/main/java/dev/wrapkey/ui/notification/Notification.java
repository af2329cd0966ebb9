package dev.wrapkey.ui.notification;

import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A piece of work that a person has started, as the bell tells it. Lives on the screen's thread.
 */
public final class Notification {

  /** Where the work stands. */
  public enum State {
    RUNNING,
    SUCCEEDED,
    FAILED,
    /** It ended early, or a person has to decide something. */
    WARNING
  }

  /**
   * What is told.
   *
   * @param state where the work stands
   * @param title a few words
   * @param text one sentence
   * @param at since when it stands so
   */
  public record News(State state, String title, String text, Instant at) {}

  /**
   * Where the notification leads.
   *
   * @param words of the link
   * @param open opens the page of the work
   */
  public record Way(String words, Runnable open) {}

  private final Notifications owner;
  private final Way way;
  private final ReadOnlyObjectWrapper<News> news;

  Notification(Notifications owner, News first, Way way) {
    this.owner = owner;
    this.way = way;
    this.news = new ReadOnlyObjectWrapper<>(first);
  }

  public ReadOnlyObjectProperty<News> newsProperty() {
    return news.getReadOnlyProperty();
  }

  public boolean isRunning() {
    return news.get().state() == State.RUNNING;
  }

  Way way() {
    return way;
  }

  /** Says what the work is doing; without a toast. */
  public void progress(String text) {
    News now = news.get();
    news.set(new News(now.state(), now.title(), text, now.at()));
  }

  /** The work has ended, or goes on: tells it with a toast. */
  public void tell(State state, String title, String text) {
    news.set(new News(state, title, text, owner.now()));
    owner.toldBy(this);
  }
}
