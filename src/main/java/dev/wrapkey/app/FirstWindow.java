package dev.wrapkey.app;

import dev.wrapkey.cli.Options;
import dev.wrapkey.simulator.StateInUse;
import dev.wrapkey.ui.control.Theme;
import dev.wrapkey.ui.tour.FirstLook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Opens the first window once, without a screen, until its servers are shown: what the window's
 * start-up cache is made of. See docs/decisions/start-up.md.
 */
final class FirstWindow {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private FirstWindow() {}

  /**
   * @param folder where the practice cloud is kept meanwhile
   * @throws StateInUse if another program has it open
   */
  static void open(Path folder) throws StateInUse {
    Display.doWithout();
    Platform.startup(Theme::found);
    Coming practice = new Coming(folder.resolve("state"), Session.TOUR_SPEED);
    CompletableFuture<Session> prepared =
        CompletableFuture.supplyAsync(() -> prepared(practice, folder), Platform::runLater);
    practice.open();
    try (Session session = prepared.join()) {
      CompletableFuture.runAsync(() -> session.show(() -> {}), Platform::runLater).join();
      FirstLook.await(PATIENCE);
    } finally {
      Platform.exit();
    }
  }

  private static Session prepared(Coming practice, Path folder) {
    Session session = new Session(practice, folder.resolve(Session.AZURE_FOLDER));
    session.prepare(new Stage(), Options.Theme.SYSTEM);
    return session;
  }
}
