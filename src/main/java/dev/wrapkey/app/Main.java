package dev.wrapkey.app;

import dev.wrapkey.cli.WrapkeyCommand;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts Wrapkey. */
public final class Main {

  private Main() {}

  /** Reads the command line and ends the program with its exit code. */
  public static void main(String[] arguments) {
    Logger.getLogger("").setLevel(Level.WARNING);
    System.exit(WrapkeyCommand.run(new Launch(), arguments));
  }
}
