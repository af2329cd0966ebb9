package dev.wrapkey.cli;

/** Tells what would break, without doing anything. Answers with the program's exit code. */
@FunctionalInterface
public interface Foretelling {

  /** No server goes dark. */
  int HARMLESS = 0;

  /** At least one server goes dark, or loses something for good. */
  int BREAKS = 1;

  /** The arguments make no sense, or there is no such thing. */
  int BAD_INPUT = 2;

  /** No server that was seen goes dark, but not everything could be seen. */
  int UNCERTAIN = 3;

  /** What is asked about. */
  enum Kind {
    KEY,
    STORE,
    IDENTITY
  }

  /**
   * What to tell.
   *
   * @param where in which cloud
   * @param kind what kind of thing
   * @param thing its name or identifier
   * @param act a word of {@link ImpactCommand}
   * @param json whether to answer for programs
   */
  record Order(Where where, Kind kind, String thing, String act, boolean json) {}

  /** Tells it at the console. */
  int foretell(Order order);
}
