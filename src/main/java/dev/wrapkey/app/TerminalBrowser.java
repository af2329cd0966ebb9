package dev.wrapkey.app;

import dev.wrapkey.ui.navigation.Browser;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Locale;

/**
 * The browser of whoever sits at the terminal. On Linux JavaFX writes a stack trace to standard
 * error where it finds none, so the desktop's own command is asked there.
 */
final class TerminalBrowser implements Browser {

  private static final String OPENER = "xdg-open";

  @Override
  public void open(String address) {
    if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
      ask(address);
    } else {
      new HostBrowser().open(address);
    }
  }

  // Nobody waits for it: it may run as long as the browser does.
  private static void ask(String address) {
    try {
      new ProcessBuilder(OPENER, address)
          .redirectInput(Redirect.from(new File("/dev/null")))
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start();
    } catch (IOException _) {
      // No such command: the person has the address.
    }
  }
}
