package dev.wrapkey.ui.practice;

import dev.wrapkey.rehearsal.Stage;
import dev.wrapkey.rules.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The practice cloud's time and troubles. Calls may take a moment: not for the screen's thread. */
public interface PracticeSteering {

  /** The clock itself, which may be asked on any thread. */
  PracticeClock clock();

  /**
   * Something that will happen by itself.
   *
   * @param kind what sort of thing, as in {@code wrapkey practice timeline}
   * @param what in a few words
   * @param resource identifier of what it happens to
   */
  record Due(Instant at, String kind, String what, String resource) {}

  /**
   * A fault that can be switched on.
   *
   * @param id as in {@code wrapkey practice fault}
   * @param words what it does, in one sentence
   * @param changesTheWorld whether it changes what exists; the others disturb requests and answers
   */
  record Trouble(String id, String words, boolean changesTheWorld) {}

  /**
   * A fault that is on.
   *
   * @param target what it changes, as identifier; empty for faults that change nothing
   * @param struck how often it has struck
   * @param isSpent whether it will not strike again
   */
  record Standing(String id, String target, long struck, boolean isSpent) {}

  /** The practice cloud as the stage of rehearsals. */
  Stage stage();

  /** By whose rules servers live with their keys: those of today or of January 2023. */
  Profile profile();

  /** The next thing that will happen by itself; empty if nothing will. */
  Optional<Due> next();

  /** When a server looks at its key next; empty if it has none that can be lost. */
  Optional<Instant> nextLook(String server);

  /** Everything that is known to happen by itself, in order of time. */
  List<Due> upcoming();

  /** Moves the clock forward. */
  void jump(Duration length);

  /** Moves the clock to a moment, unless it is past it. */
  void jumpTo(Instant moment);

  /** Every fault there is. */
  List<Trouble> troubles();

  /** Those that are on. */
  List<Standing> standing();

  /**
   * Switches a fault on, in its usual way.
   *
   * @return why not, for a person; empty if it is on
   */
  Optional<String> switchOn(String id);

  /**
   * Switches a fault off and puts back what it changed.
   *
   * @return what became of it, for a person; empty if it was not on
   */
  Optional<String> switchOff(String id);

  /** Sets everything back to the starter landscape, faults off. */
  void startOver();
}
