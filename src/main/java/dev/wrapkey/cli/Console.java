package dev.wrapkey.cli;

import java.io.PrintStream;

/**
 * What the program says to the person at the command line. The only way to the standard streams.
 */
public final class Console {

  private final PrintStream answers;
  private final PrintStream complaints;

  /**
   * @param answers takes what was asked for
   * @param complaints takes what went wrong
   */
  public Console(PrintStream answers, PrintStream complaints) {
    this.answers = answers;
    this.complaints = complaints;
  }

  /** Standard output and standard error. */
  public static Console standard() {
    return new Console(System.out, System.err);
  }

  public void say(String line) {
    answers.println(line);
  }

  public void complain(String line) {
    complaints.println(line);
  }
}
