package dev.wrapkey.app;

import dev.wrapkey.cli.WrapkeyCommand;

/** Starts Wrapkey. */
public final class Main {

  private Main() {}

  /** Reads the command line and ends the program with its exit code. */
  public static void main(String[] arguments) {
    System.exit(WrapkeyCommand.run(new Launch(), arguments));
  }
}
