package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Texts;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What is being done to a key, one thing at a time, and how it ended. */
public final class Deeds {

  /** How the last deed ended. */
  enum Mood {
    GOOD,
    BAD
  }

  /**
   * What there is to say of it.
   *
   * @param words empty for nothing
   * @param mood whether it went well
   */
  record News(String words, Mood mood) {

    static News good(String key, Object... places) {
      return new News(Texts.text(key, places), Mood.GOOD);
    }

    static News bad(String key, Object... places) {
      return new News(Texts.text(key, places), Mood.BAD);
    }
  }

  private static final News SILENCE = new News("", Mood.GOOD);

  private final Tasks tasks;
  private final KeyStore store;
  private final Runnable changed;
  private final ReadOnlyStringWrapper busy = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<News> news = new ReadOnlyObjectWrapper<>(SILENCE);

  /**
   * @param changed told when something has been done, or may have been
   */
  Deeds(Tasks tasks, KeyStore store, Runnable changed) {
    this.tasks = tasks;
    this.store = store;
    this.changed = changed;
  }

  /**
   * Does something in the background.
   *
   * @param doing what to say meanwhile
   * @param need the right it takes
   * @param deed does it and says what came of it
   */
  void run(String doing, Need need, Callable<News> deed) {
    news.set(SILENCE);
    busy.set(doing);
    tasks.run(deed, this::succeeded, why -> failed(need, why));
  }

  private void succeeded(News came) {
    busy.set("");
    news.set(came);
    changed.run();
  }

  private void failed(Need need, CloudFailure why) {
    busy.set("");
    news.set(new News(need.explain(store, why), Mood.BAD));
    changed.run();
  }

  /** What is being done; empty for nothing. */
  public ReadOnlyStringProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<News> newsProperty() {
    return news.getReadOnlyProperty();
  }
}
