package dev.wrapkey.app;

import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.Options;
import dev.wrapkey.cli.WrapkeyCommand;
import dev.wrapkey.simulator.StateInUse;
import dev.wrapkey.ui.tour.FirstLook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Opens the first window once, without a screen, and goes when its servers are shown: what an
 * installed program's start-up cache is made of. The whole rehearsal would make that cache half as
 * large again. See docs/decisions/start-up.md.
 */
public final class FirstWindow {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private FirstWindow() {}

  /** {@code FOLDER}: where the practice cloud is kept meanwhile. */
  public static void main(String[] arguments) throws StateInUse {
    Path folder = Path.of(arguments[0]);
    Display.doWithout();
    // Refused, because it lacks the folder: the command line is loaded, and nothing else happens.
    WrapkeyCommand.run(new Launch(), new Serving(), Main.jobs(Console.standard()), "rehearse");
    Platform.startup(() -> {});
    try (Session session = Session.open(folder.resolve("state"), Session.TOUR_SPEED)) {
      CompletableFuture.supplyAsync(
              () -> session.showForTour(new Stage(), Options.Theme.SYSTEM), Platform::runLater)
          .join();
      FirstLook.await(PATIENCE);
    } finally {
      Platform.exit();
    }
    System.exit(0);
  }
}
