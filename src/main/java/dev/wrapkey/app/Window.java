package dev.wrapkey.app;

import dev.wrapkey.cli.Options;
import dev.wrapkey.time.VirtualTime;
import dev.wrapkey.ui.control.DocumentEvent;
import dev.wrapkey.ui.control.Dressed;
import dev.wrapkey.ui.practice.PracticeBarViewModel;
import dev.wrapkey.ui.settings.Preferences;
import dev.wrapkey.ui.shell.PageStack;
import dev.wrapkey.ui.shell.ShellView;
import dev.wrapkey.ui.shell.ShellViewModel;
import dev.wrapkey.ui.view.Texts;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
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
  private final VirtualTime time;
  private final Ongoing ongoing;
  private final PageStack stack = new PageStack();
  private @Nullable Pages pages;
  private @Nullable Stage shown;

  Window(Services services, VirtualTime time) {
    this.services = services;
    this.time = time;
    this.ongoing = Ongoing.of(services);
  }

  /**
   * Shows the window.
   *
   * @param ended run once when the window is closed and nothing is running any more, or when the
   *     person wants to quit all the same
   */
  Stage show(Stage stage, Options.Theme theme, Runnable ended) {
    new Farewell(ongoing, this::mayClose, ended).watch(stage);
    fit(stage, Screen.getPrimary().getVisualBounds());
    PlaceKeeper place = new PlaceKeeper(stage, services.host().memory());
    place.restore(PlaceKeeper.screens());
    show(stage, theme, false);
    place.watch();
    return stage;
  }

  /** Puts the window before all others, on whatever page it is; a plan opens in the wizard. */
  void front(Optional<Path> plan) {
    Stage stage = Objects.requireNonNull(shown);
    ongoing.watched(true);
    stage.show(); // it may have been closed while work goes on
    stage.setIconified(false);
    stage.setAlwaysOnTop(true); // some systems raise no window for the asking
    stage.toFront();
    stage.requestFocus();
    stage.setAlwaysOnTop(false);
    open(plan);
  }

  /** Shows a plan in the wizard, or why it cannot be read. */
  void open(Optional<Path> plan) {
    plan.ifPresent(file -> Objects.requireNonNull(pages).openPlan(file));
  }

  /** Asks the person whether to throw away what is not saved, where there is something. */
  boolean mayClose() {
    return stack.mayClose();
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

  Ongoing ongoing() {
    return ongoing;
  }

  Stage showForTour(Stage stage, Options.Theme theme) {
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(TOUR_SIDE);
    stage.setHeight(TOUR_HEIGHT);
    return show(stage, theme, true);
  }

  private Stage show(Stage stage, Options.Theme theme, boolean still) {
    shown = stage;
    Pages fresh = new Pages(services, ongoing, stack);
    pages = fresh;
    PracticeBarViewModel bar =
        new PracticeBarViewModel(
            new RunningClock(time), services.programs(), () -> toPractice(fresh));
    services.programs().onChange(stack::refreshHome);
    ShellViewModel shell =
        ShellViewModel.practice(bar, Texts.text("shell.account.practice"), ongoing.notifications());
    Preferences preferences = new Preferences(services.host().memory());
    Looks looks = new Looks(preferences);
    looks.paint(shell, theme);
    UpdateCheck updates = UpdateCheck.ofThisProgram();
    DeskPages desk = new DeskPages(services, stack, preferences, updates);
    shell.leadTo(desk);
    ShellView view = new ShellView(shell, stack);
    Parent root = view.load();
    root.addEventHandler(
        DocumentEvent.OPEN, wanted -> services.host().browser().open(wanted.address()));
    if (still && view.host() != null) {
      view.host().setReducedMotion(true);
    }
    stage.setScene(new Scene(root));
    looks.still(stage.getScene());
    if (!still) {
      looks.follow(shell);
    }
    stage.getIcons().add(Dressed.mark());
    stage.setTitle(Texts.text("shell.name"));
    stack.open(fresh.home());
    Usable.tell(stage.getScene());
    stage.show();
    ongoing.recover();
    if (!still) {
      new Notices(services.host(), services.tasks(), ongoing.notifications(), preferences)
          .tell(updates, desk::settings);
    }
    return stage;
  }

  private void toPractice(Pages all) {
    if (!stack.isOnTop(Texts.text("practice.crumb"))) {
      stack.open(all.practice());
    }
  }
}
