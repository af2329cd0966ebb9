package dev.wrapkey.app;

import dev.wrapkey.cli.Options;
import dev.wrapkey.ui.control.Dressed;
import dev.wrapkey.ui.practice.PracticeBarViewModel;
import dev.wrapkey.ui.shell.ShellViewModel;
import dev.wrapkey.ui.view.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.ColorScheme;
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

  private static final String DARK = "dark";

  private final Services services;
  private final Optional<Entrance> entrance;
  private final List<Frame> frames = new ArrayList<>();
  private @Nullable Farewell farewell;
  private @Nullable Stage stage;
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
  }

  /**
   * Shows the window.
   *
   * @param ended run once when the window is closed and nothing is running any more, or when the
   *     person wants to quit all the same
   */
  Stage show(Stage onto, Options.Theme theme, Runnable ended) {
    farewell = new Farewell(this::mayClose, ended);
    farewell.watch(onto);
    fit(onto, Screen.getPrimary().getVisualBounds());
    return show(onto, theme, false);
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
    return show(onto, theme, true);
  }

  private Stage show(Stage onto, Options.Theme theme, boolean still) {
    stage = onto;
    Frame practice = new Frame(services, this::practiceShell);
    shown = practice;
    practice.shell().darkProperty().set(isDark(theme));
    if (still) {
      practice.keepStill();
    }
    onto.setScene(new Scene(practice.root()));
    onto.getIcons().add(Dressed.mark());
    onto.setTitle(Texts.text("shell.name"));
    Usable.tell(onto.getScene());
    onto.show();
    add(practice);
    entrance.ifPresent(way -> new Passage(way, new Both(), practice));
    return onto;
  }

  /** Shows the pages of one cloud in place of those of the other. */
  private final class Both implements Passage.Stage {

    @Override
    public void add(Frame frame) {
      Window.this.add(frame);
    }

    @Override
    public void show(Frame frame, String title) {
      Stage window = stage;
      if (window != null && window.getScene().getRoot() != frame.root()) {
        Frame before = shown == null ? frame : shown;
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

  private void add(Frame frame) {
    frames.add(frame);
    if (farewell != null) {
      farewell.mind(frame.ongoing());
    }
    frame
        .shell()
        .darkProperty()
        .subscribe((was, dark) -> services.host().memory().keep(DARK, dark.toString()));
    frame.ongoing().recover();
  }

  private ShellViewModel practiceShell(Frame frame) {
    PracticeSide side = services.practice().orElseThrow();
    PracticeBarViewModel bar =
        new PracticeBarViewModel(
            side.steering().clock(), side.programs(), () -> frame.toPractice(side));
    side.programs().onChange(frame.stack()::refreshHome);
    return ShellViewModel.practice(
        bar, Texts.text("shell.account.practice"), frame.ongoing().notifications());
  }

  private boolean isDark(Options.Theme theme) {
    return switch (theme) {
      case DARK -> true;
      case LIGHT -> false;
      case SYSTEM ->
          Boolean.parseBoolean(
              services.host().memory().recall(DARK, String.valueOf(isSystemDark())));
    };
  }

  private static boolean isSystemDark() {
    return Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
  }
}
