package dev.wrapkey.cli;

import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the program says to the person at the command line. The only way to the standard streams.
 */
public final class Console {

  // Back to the beginning of the line, and empty it.
  private static final String REPLACE = "\r\u001b[K";

  private final PrintStream answers;
  private final PrintStream complaints;
  private final boolean terminal;
  private final Supplier<Optional<String>> person;
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
    this(answers, complaints, terminal, Optional::empty);
  }

  private Console(
      PrintStream answers,
      PrintStream complaints,
      boolean terminal,
      Supplier<Optional<String>> person) {
    this.answers = answers;
    this.complaints = complaints;
    this.terminal = terminal;
    this.person = person;
  }

  /** Standard output and standard error. */
  public static Console standard() {
    java.io.Console person = System.console();
    return person != null && person.isTerminal()
        ? atTerminal(System.out, System.err, () -> Optional.ofNullable(person.readLine()))
        : new Console(System.out, System.err);
  }

  /**
   * A terminal.
   *
   * @param person what the person types, line by line; empty if they have gone
   */
  public static Console atTerminal(
      PrintStream answers, PrintStream complaints, Supplier<Optional<String>> person) {
    return new Console(answers, complaints, true, person);
  }

  /** Whether there is a person who can be asked. */
  public boolean isTerminal() {
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

  /** Says what is neither asked for nor wrong, beside the answers. */
  public void note(String line) {
    complain(line);
  }

  /** What the person types after these words; empty if there is nobody. */
  public Optional<String> ask(String prompt) {
    if (!terminal) {
      return Optional.empty();
    }
    endPassing();
    complaints.print(prompt);
    complaints.flush();
    return person.get();
  }
}
