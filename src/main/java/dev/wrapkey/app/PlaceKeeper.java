package dev.wrapkey.app;

import dev.wrapkey.ui.view.Memory;
import java.util.List;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * Puts the window where it was, and keeps where it is. A window that is being moved settles before
 * it is kept; how large it was before it was maximized stays known.
 */
final class PlaceKeeper {

  private static final String NAME = "window";

  private final Stage stage;
  private final Memory memory;
  private final PauseTransition settled = new PauseTransition(Duration.millis(400));

  PlaceKeeper(Stage stage, Memory memory) {
    this.stage = stage;
    this.memory = memory;
    settled.setOnFinished(e -> keep());
  }

  /** The screens that there are, without the system's bars, the first one first. */
  static List<Rectangle2D> screens() {
    Rectangle2D first = Screen.getPrimary().getVisualBounds();
    return Stream.concat(
            Stream.of(first), Screen.getScreens().stream().map(Screen::getVisualBounds))
        .distinct()
        .toList();
  }

  /** Puts the window where it was, if that is known. */
  void restore(List<Rectangle2D> screens) {
    WindowPlace.read(memory.recall(NAME, ""))
        .ifPresent(
            kept -> {
              Rectangle2D place = kept.on(screens);
              stage.setX(place.getMinX());
              stage.setY(place.getMinY());
              stage.setWidth(place.getWidth());
              stage.setHeight(place.getHeight());
              stage.setMaximized(kept.maximized());
            });
  }

  /** Keeps every change from now on. */
  void watch() {
    Stream.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())
        .forEach(each -> each.subscribe((was, now) -> settled.playFromStart()));
    stage.maximizedProperty().subscribe((was, now) -> settled.playFromStart());
    stage.showingProperty().subscribe((was, showing) -> closing(showing));
  }

  private void closing(boolean showing) {
    if (!showing) {
      settled.stop();
      keep();
    }
  }

  /** Keeps where it is; of a maximized window, that it is one. */
  void keep() {
    if (Double.isNaN(stage.getX()) || stage.isIconified() || stage.isFullScreen()) {
      return;
    }
    WindowPlace now =
        new WindowPlace(
            new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()),
            stage.isMaximized());
    Rectangle2D normal =
        WindowPlace.read(memory.recall(NAME, ""))
            .filter(kept -> now.maximized())
            .map(WindowPlace::bounds)
            .orElse(now.bounds());
    memory.keep(NAME, new WindowPlace(normal, now.maximized()).write());
  }
}
