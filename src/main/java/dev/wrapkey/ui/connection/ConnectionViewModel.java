package dev.wrapkey.ui.connection;

import dev.wrapkey.provisioning.Line;
import dev.wrapkey.provisioning.Line.State;
import dev.wrapkey.ui.task.Tasks;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** How the connection stands, in words. Asks nobody; only the person's Try again does. */
public final class ConnectionViewModel {

  private final Line line;
  private final Runnable again;
  // Held, for the line does not hold it.
  private final Runnable listener;
  private final ReadOnlyStringWrapper slow = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper silent = new ReadOnlyStringWrapper("");

  /**
   * @param line what is watched
   * @param again reads once more what is shown
   */
  public ConnectionViewModel(Line line, Tasks tasks, Runnable again) {
    this.line = line;
    this.again = again;
    listener = () -> tasks.onScreen(this::tick);
    line.onChange(listener);
    tick();
  }

  /** Says anew how it stands; the view calls this every second while there is a wait. */
  void tick() {
    State state = line.state();
    slow.set(state instanceof State.Slowed slowed ? LineWords.slowed(line, slowed) : "");
    silent.set(state instanceof State.Silent none ? words(none) : "");
  }

  private static String words(State.Silent none) {
    String what = LineWords.silent(none);
    return none.heard()
        .map(heard -> Texts.text("connection.shown", what, Moments.time(heard)))
        .orElse(what);
  }

  void tryAgain() {
    again.run();
  }

  /** That Azure asks to slow down, and until when; empty if it does not. */
  ReadOnlyStringProperty slowProperty() {
    return slow.getReadOnlyProperty();
  }

  /** That nobody answers; empty if somebody does. */
  ReadOnlyStringProperty silentProperty() {
    return silent.getReadOnlyProperty();
  }
}
