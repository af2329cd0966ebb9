package dev.wrapkey.cli;

/** Words for the person at the terminal; the only way to standard output and standard error. */
public final class Terminal {

  private Terminal() {}

  /** A line on standard output. */
  public static void say(String line) {
    System.out.println(line);
  }

  /** A line on standard error. */
  public static void complain(String line) {
    System.err.println(line);
  }
}
