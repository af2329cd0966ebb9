package dev.wrapkey.ui.connection;

import dev.wrapkey.provisioning.Line;
import dev.wrapkey.provisioning.Line.State;
import dev.wrapkey.ui.view.Texts;

/** How the connection to a cloud stands, in words. */
public final class LineWords {

  private LineWords() {}

  /** What is the matter with it; empty if nothing is. */
  public static String of(Line line) {
    return switch (line.state()) {
      case State.Clear _ -> "";
      case State.Slowed slowed -> slowed(line, slowed);
      case State.Silent none -> silent(none);
    };
  }

  /** Until when Azure asks to be left alone. */
  static String slowed(Line line, State.Slowed slowed) {
    long seconds = (line.until(slowed.until()).toMillis() + 999) / 1000;
    if (seconds < 1) {
      return Texts.text("connection.slow.now");
    }
    return slowed.times() == 1
        ? Texts.text("connection.slow.once", seconds)
        : Texts.text("connection.slow.again", seconds, slowed.times());
  }

  /** That nobody answers. */
  static String silent(State.Silent none) {
    return Texts.text("connection.none." + none.kind());
  }
}
