package dev.wrapkey.cli;

import dev.wrapkey.rehearsal.Scenario;
import java.nio.file.Path;
import java.util.Optional;

/** What {@code wrapkey practice rehearse} can do. Every call answers with the exit code. */
public interface Rehearsing {

  /** Done, or the goal is reached. */
  int DONE = 0;

  /** It was not possible. */
  int FAILED = 1;

  /** What was said makes no sense. */
  int BAD_INPUT = 2;

  /** The goal is not reached yet. */
  int NOT_YET = 3;

  /** What to do with a rehearsal. */
  enum Act {
    BEGIN,
    CHECK,
    HINT,
    GIVE_UP
  }

  /** Tells how far somebody is with each. */
  int list(Optional<Path> state);

  /** Does one thing with one rehearsal. */
  int act(Optional<Path> state, Scenario scenario, Act act);
}
