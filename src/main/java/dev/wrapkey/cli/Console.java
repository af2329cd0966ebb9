package dev.wrapkey.cli;

import java.io.PrintStream;

/**
 * What the program says to the person at the command line. The only way to the standard streams.
 */
public final class Console {

  // Back to the beginning of the line, and empty it.
  private static final String REPLACE = "\r\u001b[K";

  private final PrintStream answers;
  private final PrintStream complaints;
  private final boolean terminal;
  private boolean passing;

  /**
   * @param answers takes what was asked for
   * @param complaints takes what went wrong
   */
  public Console(PrintStream answers, PrintStream complaints) {
    this(answers, complaints, false);
  }

  /**
   * @param terminal whether a person looks at the answers, so that a line may be replaced
   */
  Console(PrintStream answers, PrintStream complaints, boolean terminal) {
    this.answers = answers;
    this.complaints = complaints;
    this.terminal = terminal;
  }

  /** Standard output and standard error. */
  public static Console standard() {
    java.io.Console person = System.console();
    return new Console(System.out, System.err, person != null && person.isTerminal());
  }

  boolean isTerminal() {
    return terminal;
  }

  /** At a terminal: a line that the next one replaces. Nothing elsewhere. */
  void pass(String line) {
    if (terminal) {
      answers.print(REPLACE + line);
      answers.flush();
      passing = true;
    }
  }

  private void endPassing() {
    if (passing) {
      answers.print(REPLACE);
      answers.flush();
      passing = false;
    }
  }

  public void say(String line) {
    endPassing();
    answers.println(line);
  }

  public void complain(String line) {
    endPassing();
    complaints.println(line);
  }
}
