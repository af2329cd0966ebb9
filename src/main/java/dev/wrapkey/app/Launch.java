package dev.wrapkey.app;

import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.Desktop;
import dev.wrapkey.cli.Options;
import dev.wrapkey.simulator.StateInUse;
import dev.wrapkey.ui.tour.Tour;
import dev.wrapkey.ui.tour.TourFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Starts the toolkit and a session, for a person or for the tour. */
final class Launch implements Desktop {

  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Path TOUR = Path.of("target", "tour");

  private final Console console = Console.standard();

  @Override
  public int open(Options options) {
    if (!Display.existsHere()) {
      console.say(
          "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so Wrapkey runs its"
              + " tour without one and writes the pictures to "
              + TOUR
              + ".");
      return tour(options, TOUR);
    }
    Path state = options.state().orElseGet(() -> StateFolder.ofThisMachine().resolve("practice"));
    CountDownLatch closed = new CountDownLatch(1);
    Platform.startup(() -> {});
    try (Session session = Session.open(state, Session.PERSONS_SPEED)) {
      Platform.runLater(
          () -> session.show(new Stage(), options.theme()).setOnHidden(e -> closed.countDown()));
      closed.await();
      return DONE;
    } catch (StateInUse busy) {
      console.complain(String.valueOf(busy.getMessage()));
      Platform.runLater(
          () -> StartProblem.show(String.valueOf(busy.getMessage()), closed::countDown));
      await(closed);
      return FAILED;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return FAILED;
    } finally {
      Platform.exit();
    }
  }

  @Override
  public int tour(Options options, Path out) {
    Display.doWithout();
    Platform.startup(() -> {});
    Path state = options.state().orElseGet(Launch::scratch);
    try (Session session = Session.open(state, Session.TOUR_SPEED)) {
      Stage stage = onScreen(() -> session.showForTour(new Stage(), options.theme()));
      console.say(new Tour(session.cloud(), session.inspector(), stage, out, PATIENCE).run());
      return DONE;
    } catch (StateInUse busy) {
      console.complain(String.valueOf(busy.getMessage()));
      return FAILED;
    } catch (TourFailed failed) {
      console.complain("tour: failed: " + failed.getMessage());
      return FAILED;
    } finally {
      Platform.exit();
      if (options.state().isEmpty()) {
        Scratch.delete(state);
      }
    }
  }

  private static <T> T onScreen(java.util.function.Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, Platform::runLater).join();
  }

  private static void await(CountDownLatch closed) {
    try {
      closed.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Path scratch() {
    try {
      return Files.createTempDirectory("wrapkey-tour");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
