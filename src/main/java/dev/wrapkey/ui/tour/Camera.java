package dev.wrapkey.ui.tour;

import dev.wrapkey.ui.picture.Pictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Takes numbered pictures of the window with every open pop-up in its place. */
final class Camera {

  private final Screen screen;
  private final Stage stage;
  private final Path folder;
  private int taken;

  Camera(Screen screen, Stage stage, Path folder) {
    this.screen = screen;
    this.stage = stage;
    this.folder = folder;
  }

  /** Makes the folder and removes pictures of an earlier tour, and nothing else. */
  void load() {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> old = Files.list(folder)) {
        for (Path picture : old.filter(Camera::isOurs).toList()) {
          Files.delete(picture);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void take(String name) {
    Image picture = screen.ask(this::compose);
    taken++;
    try {
      Pictures.write(
          picture, folder.resolve(String.format(Locale.ROOT, "%02d-%s.png", taken, name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int taken() {
    return taken;
  }

  private Image compose() {
    Image window = stage.getScene().snapshot(null);
    List<Window> popups =
        Window.getWindows().stream()
            .filter(w -> w instanceof PopupWindow && w.isShowing())
            .toList();
    if (popups.isEmpty()) {
      return window;
    }
    Canvas canvas = new Canvas(window.getWidth(), window.getHeight());
    GraphicsContext paint = canvas.getGraphicsContext2D();
    paint.drawImage(window, 0, 0);
    double left = stage.getX() + stage.getScene().getX();
    double top = stage.getY() + stage.getScene().getY();
    popups.forEach(p -> paint.drawImage(see(p), p.getX() - left, p.getY() - top));
    return canvas.snapshot(clear(), null);
  }

  private static Image see(Window popup) {
    SnapshotParameters clear = clear();
    clear.setViewport(new Rectangle2D(0, 0, popup.getWidth(), popup.getHeight()));
    return popup.getScene().getRoot().snapshot(clear, null);
  }

  private static SnapshotParameters clear() {
    SnapshotParameters clear = new SnapshotParameters();
    clear.setFill(Color.TRANSPARENT);
    return clear;
  }

  private static boolean isOurs(Path file) {
    return file.getFileName().toString().matches("\\d\\d-[a-z-]+\\.png");
  }
}
