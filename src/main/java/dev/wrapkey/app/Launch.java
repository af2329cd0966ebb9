package dev.wrapkey.app;

import dev.wrapkey.cli.Console;
import dev.wrapkey.cli.Desktop;
import dev.wrapkey.cli.Options;
import dev.wrapkey.cli.WrapkeyCommand;
import dev.wrapkey.language.FileProblem;
import dev.wrapkey.language.Language;
import dev.wrapkey.simulator.StateInUse;
import dev.wrapkey.time.SystemTime;
import dev.wrapkey.ui.about.Build;
import dev.wrapkey.ui.control.Theme;
import dev.wrapkey.ui.settings.Preferences;
import dev.wrapkey.ui.tour.Tour;
import dev.wrapkey.ui.tour.TourFailed;
import dev.wrapkey.ui.view.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Starts the toolkit and a session, for a person or for the tour. */
final class Launch implements Desktop {

  private static final Logger LOG = Logger.getLogger(Launch.class.getName());
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_RINGS = 10;
  private static final Duration BETWEEN_RINGS = Duration.ofMillis(150);
  private static final String TOUR = "wrapkey.tour"; // set by "mvn exec:exec": a folder
  private static final String NO_DISPLAY =
      "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), ";
  private static final String NEED_NONE =
      "wrapkey tour --out DIR needs none, nor do the commands that wrapkey --help lists.";
  private static final String PLANS_NEED_NONE =
      "wrapkey check --plan FILE and wrapkey create --plan FILE need none.";

  private final Console console = Console.standard();

  @Override
  public int open(Options options, Optional<Path> plan) {
    if (!Display.existsHere()) {
      return withoutWindow(options, plan);
    }
    Path state = StateFolder.practice(options.state());
    if (Doorbell.ring(state, plan)) {
      return DONE;
    }
    speak(state);
    Thread.ofVirtual().start(Texts::bundle); // read while the toolkit starts
    if (!toolkitStarts()) {
      return FAILED;
    }
    LogFile.begin(StateFolder.logsOfThisMachine());
    Platform.setImplicitExit(false); // work may go on without a window
    CountDownLatch closed = new CountDownLatch(1);
    Coming practice = new Coming(state, Session.PERSONS_SPEED);
    CompletableFuture<Session> prepared =
        CompletableFuture.supplyAsync(() -> prepare(practice, options), Platform::runLater);
    try {
      practice.open();
      try (Session session = prepared.join()) {
        Platform.runLater(() -> show(session, plan, closed::countDown));
        try (Doorbell bell = Doorbell.hang(state, new SecureRandom(), visitor(session))) {
          await(closed);
        }
      }
      return DONE;
    } catch (StateInUse _) {
      return ringAgain(state, plan) ? DONE : tell(busy(state));
    } catch (UncheckedIOException unusable) {
      return tell(unkept(state, unusable));
    } finally {
      Platform.exit();
    }
  }

  // A checkout shows itself by its tour. Whoever names a folder or a plan wants a window, and must
  // not find that folder changed by a tour instead.
  private int withoutWindow(Options options, Optional<Path> plan) {
    String pictures = System.getProperty(TOUR, "");
    if (pictures.isEmpty() || options.state().isPresent() || plan.isPresent()) {
      String others = plan.isPresent() ? PLANS_NEED_NONE : NEED_NONE;
      console.complain(NO_DISPLAY + "and a window needs one. " + others);
      return FAILED;
    }
    console.say(
        NO_DISPLAY
            + "so Wrapkey runs its tour without one and writes the pictures to "
            + pictures
            + ".");
    return tour(options, Path.of(pictures));
  }

  private static Session prepare(Coming practice, Options options) {
    Session session = new Session(practice, StateFolder.azure(options.state()));
    session.prepare(new Stage(), options.theme());
    return session;
  }

  private static void show(Session session, Optional<Path> plan, Runnable closed) {
    session.show(closed);
    session.openPlan(plan);
    if (System.getProperty("os.name").startsWith("Mac")) {
      listen(session);
    }
    Thread.ofVirtual().start(() -> LOG.info(Build.here("").line()));
  }

  private static void listen(Session session) {
    try {
      MacEvents.heed(session::isAway, session::front);
    } catch (LinkageError closed) {
      LOG.log(Level.INFO, "started so that macOS cannot hand over files", closed);
    }
  }

  private static Consumer<Optional<Path>> visitor(Session session) {
    return plan -> Platform.runLater(() -> session.front(plan));
  }

  /** The other program may have begun a moment ago, and have no window yet. */
  private static boolean ringAgain(Path state, Optional<Path> plan) {
    SystemTime time = new SystemTime();
    try {
      for (int rings = 0; rings < MOST_RINGS; rings++) {
        if (Doorbell.ring(state, plan)) {
          return true;
        }
        time.pause(BETWEEN_RINGS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /** Has the words be in the language that was chosen, unless the command line chose another. */
  static void speak(Path state) {
    Language.choose(Settings.in(state).recall(Preferences.LANGUAGE, "system"));
  }

  @Override
  public int tour(Options options, Path out) {
    Language.choose(Language.ENGLISH.code());
    try {
      Files.createDirectories(out);
      Files.delete(Files.createTempFile(out, "tour", ".tmp")); // known before, not after a minute
    } catch (IOException unwritable) {
      console.complain(
          "--out: no pictures can be written to "
              + out
              + " ("
              + FileProblem.of(unwritable)
              + "). Choose another folder.");
      return FAILED;
    }
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
    } catch (UncheckedIOException unusable) {
      console.complain(unusable(state, unusable));
      return FAILED;
    } finally {
      Platform.exit();
      if (options.state().isEmpty()) {
        Scratch.delete(state);
      }
    }
  }

  @Override
  public int rehearse(Options options, Path folder, boolean window) {
    WrapkeyCommand.run(
        this,
        new Serving(),
        Main.jobs(console),
        "rehearse"); // refused, because it lacks the folder
    try {
      if (window) {
        FirstWindow.open(folder);
      } else {
        Rehearsal.ofServing(folder.resolve("served"));
      }
      return DONE;
    } catch (IOException | GeneralSecurityException | StateInUse | TourFailed failed) {
      console.complain("rehearsal: failed: " + failed);
      return FAILED;
    }
  }

  /** A display that is named but not there, or a Linux without GTK, is told in a sentence. */
  private boolean toolkitStarts() {
    try {
      Platform.startup(Theme::found);
      return true;
    } catch (UnsupportedOperationException noWindow) {
      console.complain(
          "Wrapkey cannot open a window ("
              + noWindow.getMessage()
              + "). Check the display and that GTK 3 is installed; wrapkey tour needs neither.");
      return false;
    }
  }

  /**
   * Tells at the terminal and in a window why the program cannot start, until that window is
   * closed.
   */
  private int tell(String why) {
    console.complain(why);
    CountDownLatch read = new CountDownLatch(1);
    Platform.runLater(() -> StartProblem.show(why, read::countDown));
    await(read);
    return FAILED;
  }

  private static String busy(Path state) {
    return Texts.text("failure.start.busy", state);
  }

  private static String unkept(Path state, UncheckedIOException why) {
    return Texts.text("failure.start.folder", state, FileProblem.of(why.getCause()));
  }

  private static String unusable(Path state, UncheckedIOException why) {
    return "Wrapkey cannot keep its practice cloud in "
        + state
        + " ("
        + FileProblem.of(why.getCause())
        + "). Choose another folder with --state.";
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
