package dev.wrapkey.app;

import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.Jobs;
import dev.wrapkey.cli.WrapkeyCommand;
import dev.wrapkey.language.Language;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts Wrapkey. */
public final class Main {

  // What these libraries log as an error is an answer to us: it is shown on the screen, in our
  // words.
  private static final List<Logger> QUIET =
      List.of(
          Logger.getLogger("com.azure"),
          Logger.getLogger("com.microsoft.aad"),
          Logger.getLogger("reactor"),
          Logger.getLogger("org.eclipse.jetty"));

  // On the class path JavaFX works, and starts quicker, but calls that unsupported at every start:
  // docs/decisions/start-up.md.
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private Main() {}

  /** Reads the command line and ends the program with its exit code. */
  public static void main(String[] arguments) {
    Language.beginInEnglish();
    QUIET.forEach(logger -> logger.setLevel(Level.OFF));
    JAVAFX.setFilter(
        said -> !String.valueOf(said.getMessage()).startsWith("Unsupported JavaFX configuration"));
    Serving.prepare(arguments);
    System.exit(
        WrapkeyCommand.run(new Launch(), new Serving(), jobs(Console.standard()), arguments));
  }

  /** What the commands set going. */
  static Jobs jobs(Console console) {
    return new Jobs(
        new Automating(console),
        new Proving(console),
        new Turning(console),
        new Recalling(console),
        new Surveyor(console),
        new Foreseeing(console));
  }
}
