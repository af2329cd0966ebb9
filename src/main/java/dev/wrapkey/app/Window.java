package dev.wrapkey.app;

import dev.wrapkey.cli.Options;
import dev.wrapkey.ui.control.Direction;
import dev.wrapkey.ui.control.Dressed;
import dev.wrapkey.ui.practice.PracticeBarViewModel;
import dev.wrapkey.ui.settings.Preferences;
import dev.wrapkey.ui.shell.ShellViewModel;
import dev.wrapkey.ui.view.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The program's one window: the frame with its first page. */
final class Window {

  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final double LEAST_WIDTH = 1024;
  private static final double LEAST_HEIGHT = 700;
  // JavaFX's headless screen is 1000 by 1000 pixels; a pop-up must not leave it.
  private static final double TOUR_SIDE = 1000;
  private static final double TOUR_HEIGHT = 860;

  private final Services services;
  private final Optional<Entrance> entrance;
  private final Looks looks;
  private final UpdateCheck updates = UpdateCheck.ofThisProgram();
  private final Preferences preferences;
  private final List<Frame> frames = new ArrayList<>();
  private Runnable atOpening = () -> {};
  private Options.Theme theme = Options.Theme.SYSTEM;
  private @Nullable Farewell farewell;
  private @Nullable Stage stage;
  private @Nullable PlaceKeeper keeper;
  private @Nullable Frame shown;

  /** A window on the practice cloud only. */
  Window(Services services) {
    this(services, Optional.empty());
  }

  /**
   * @param services the practice cloud
   * @param entrance the way to real Azure
   */
  Window(Services services, Optional<Entrance> entrance) {
    this.services = services;
    this.entrance = entrance;
    preferences = new Preferences(services.host().memory());
    looks = new Looks(preferences);
  }

  /** Makes the window without showing it; nothing is asked of the cloud. */
  void prepare(Stage onto, Options.Theme colours) {
    fit(onto, Screen.getPrimary().getVisualBounds());
    PlaceKeeper place = new PlaceKeeper(onto, services.host().memory());
    place.restore(PlaceKeeper.screens());
    keeper = place;
    dress(onto, colours, false);
    onto.getScene().getRoot().applyCss();
  }

  /**
   * Shows the window that was prepared.
   *
   * @param ended run once when the window is closed and nothing is running any more, or when the
   *     person wants to quit all the same
   */
  Scene show(Runnable ended) {
    Stage onto = Objects.requireNonNull(stage);
    farewell = new Farewell(this::mayClose, ended);
    farewell.watch(onto);
    Frame practice = Objects.requireNonNull(shown);
    open(onto, practice);
    Objects.requireNonNull(keeper).watch();
    new Notices(services.host(), services.tasks(), practice.ongoing().notifications(), preferences)
        .tell(updates, deskPages(services, practice)::settings);
    return onto.getScene();
  }

  /** Whether it was closed while work goes on. */
  boolean isAway() {
    return !Objects.requireNonNull(stage).isShowing();
  }

  /** Puts the window before all others, on whatever page it is; a plan opens in the wizard. */
  void front(Optional<Path> plan) {
    Stage window = Objects.requireNonNull(stage);
    frames.forEach(frame -> frame.ongoing().watched(true));
    window.show(); // it may have been closed while work goes on
    window.setIconified(false);
    window.setAlwaysOnTop(true); // some systems raise no window for the asking
    window.toFront();
    window.requestFocus();
    window.setAlwaysOnTop(false);
    open(plan);
  }

  /** Shows a plan in the wizard, or why it cannot be read. */
  void open(Optional<Path> plan) {
    plan.ifPresent(file -> Objects.requireNonNull(shown).openPlan(file));
  }

  /** Asks the person whether to throw away what is not saved, where there is something. */
  boolean mayClose() {
    return frames.stream().allMatch(frame -> frame.stack().mayClose());
  }

  /**
   * Sizes a window that no screen is too small for, as it is with everything drawn twice as big.
   */
  static void fit(Stage stage, Rectangle2D room) {
    stage.setMinWidth(Math.min(LEAST_WIDTH, room.getWidth()));
    stage.setMinHeight(Math.min(LEAST_HEIGHT, room.getHeight()));
    stage.setWidth(Math.min(WIDTH, room.getWidth()));
    stage.setHeight(Math.min(HEIGHT, room.getHeight()));
  }

  /** What goes on in the practice cloud. */
  Ongoing ongoing() {
    return frames.getFirst().ongoing();
  }

  Stage showForTour(Stage onto, Options.Theme theme) {
    onto.setX(0);
    onto.setY(0);
    onto.setWidth(TOUR_SIDE);
    onto.setHeight(TOUR_HEIGHT);
    dress(onto, theme, true);
    open(onto, Objects.requireNonNull(shown));
    return onto;
  }

  private void dress(Stage onto, Options.Theme colours, boolean still) {
    stage = onto;
    theme = colours;
    Frame practice = frame(services, this::practiceShell);
    shown = practice;
    if (still) {
      practice.keepStill();
    }
    onto.setScene(Direction.ofThisRun(new Scene(practice.root())));
    looks.still(onto.getScene());
    if (!still) {
      looks.follow(() -> Objects.requireNonNull(shown).shell());
    }
    onto.setTitle(Texts.text("shell.name"));
  }

  private void open(Stage onto, Frame practice) {
    Usable.tell(onto.getScene());
    atOpening.run();
    onto.show();
    // Drawing it takes a tenth of a second.
    Usable.then(
        onto.getScene(), () -> Platform.runLater(() -> onto.getIcons().add(Dressed.mark())));
    add(practice);
    entrance.ifPresent(way -> new Passage(way, new Both(), practice));
  }

  private Frame frame(Services of, Function<Frame, ShellViewModel> dress) {
    return new Frame(
        of,
        made -> {
          ShellViewModel shell = dress.apply(made);
          looks.paint(shell, theme);
          shell.leadTo(deskPages(of, made));
          return shell;
        });
  }

  private DeskPages deskPages(Services of, Frame frame) {
    DeskPages pages = new DeskPages(of, frame.stack(), preferences, updates);
    entrance.ifPresent(way -> pages.keepsTokens(way.signIn()));
    return pages;
  }

  private void add(Frame frame) {
    frames.add(frame);
    if (farewell != null) {
      farewell.mind(frame.ongoing());
    }
    frame.ongoing().recover();
  }

  /** Shows the pages of one cloud in place of those of the other. */
  private final class Both implements Passage.Stage {

    @Override
    public Frame add(Services of, Function<Frame, ShellViewModel> dress) {
      Frame frame = frame(of, dress);
      Window.this.add(frame);
      return frame;
    }

    @Override
    public void show(Frame frame, String title) {
      Stage window = stage;
      if (window != null && window.getScene().getRoot() != frame.root()) {
        Frame before = Objects.requireNonNull(shown);
        frame.shell().darkProperty().set(before.shell().darkProperty().get());
        shown = frame;
        window.getScene().setRoot(frame.root());
        window.setTitle(title);
      }
    }

    @Override
    public void drop(Frame frame) {
      frames.remove(frame);
    }
  }

  private ShellViewModel practiceShell(Frame frame) {
    PracticeSide side = services.practice().orElseThrow();
    PracticeBarViewModel bar =
        new PracticeBarViewModel(
            side.steering().clock(), side.programs(), () -> frame.toPractice(side));
    atOpening = bar::tick; // it was made before the cloud's clock was set
    side.programs().onChange(frame.stack()::refreshHome);
    return ShellViewModel.practice(
        bar, Texts.text("shell.account.practice"), frame.ongoing().notifications());
  }
}
