package dev.wrapkey.app;

import dev.wrapkey.ui.navigation.Browser;
import javafx.application.Application;
import javafx.stage.Stage;

/** The browser of the computer that the program runs on. */
final class HostBrowser implements Browser {

  /** JavaFX opens addresses for an application only; ours starts without one. */
  private static final class Nobody extends Application {
    @Override
    public void start(Stage stage) {
      throw new IllegalStateException("only opens addresses");
    }
  }

  @Override
  public void open(String address) {
    new Nobody().getHostServices().showDocument(address);
  }
}
