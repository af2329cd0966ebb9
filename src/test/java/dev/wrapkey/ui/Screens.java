package dev.wrapkey.ui;

import dev.wrapkey.ui.control.Theme;
import dev.wrapkey.ui.picture.Pictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Pictures of what a person sees: the stage with its pop-ups on top, in both themes, in {@code
 * target/screens}. A screen is painted three times for them, which takes a sixth of a screen test;
 * {@code -Dwrapkey.pictures=false} leaves them out.
 *
 * <p>The headless screen is 1000 by 1000 pixels; a window must not leave it.
 */
public final class Screens {

  public static final int WIDTH = 980;
  public static final int HEIGHT = 720;

  private static final boolean WANTED =
      Boolean.parseBoolean(System.getProperty("wrapkey.pictures", "true"));

  private static final Path FOLDER = Path.of("target", "screens");

  private Screens() {}

  /** Puts a stage, which an earlier test may have moved and sized, where all of it is on screen. */
  public static void place(Stage stage, double width, double height) {
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(width);
    stage.setHeight(height);
  }

  /** Takes {@code <name>-light.png} and {@code <name>-dark.png}; leaves the light theme. */
  public static void take(FxRobot robot, Stage stage, String name) {
    if (!WANTED) {
      return;
    }
    for (Theme theme : new Theme[] {Theme.DARK, Theme.LIGHT}) {
      robot.interact(() -> paint(theme, stage));
      WaitForAsyncUtils.waitForFxEvents();
      robot.interact(() -> write(stage, name + "-" + theme.name().toLowerCase(Locale.ROOT)));
    }
  }

  private static void paint(Theme theme, Stage stage) {
    theme.apply(stage.getScene());
    popups().forEach(popup -> popup.getScene().getStylesheets().setAll(theme.stylesheets()));
  }

  private static void write(Stage stage, String name) {
    Scene scene = stage.getScene();
    WritableImage picture = scene.snapshot(null);
    double left = stage.getX() + scene.getX();
    double top = stage.getY() + scene.getY();
    popups()
        .forEach(popup -> lay(picture, snapshot(popup), popup.getX() - left, popup.getY() - top));
    try {
      Pictures.write(picture, FOLDER.resolve(name + ".png"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes {@code <name>.png} as a screen with so many times the pixels shows it. */
  public static void enlarged(Stage stage, String name, double scale) {
    SnapshotParameters finer = new SnapshotParameters();
    finer.setTransform(Transform.scale(scale, scale));
    WritableImage picture = stage.getScene().getRoot().snapshot(finer, null);
    try {
      Pictures.write(picture, FOLDER.resolve(name + ".png"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WritableImage snapshot(Window popup) {
    SnapshotParameters clear = new SnapshotParameters();
    clear.setFill(Color.TRANSPARENT);
    clear.setViewport(new Rectangle2D(0, 0, popup.getWidth(), popup.getHeight()));
    return popup.getScene().getRoot().snapshot(clear, null);
  }

  private static void lay(WritableImage below, WritableImage above, double left, double top) {
    for (int y = 0; y < (int) above.getHeight(); y++) {
      for (int x = 0; x < (int) above.getWidth(); x++) {
        int toX = (int) Math.round(left) + x;
        int toY = (int) Math.round(top) + y;
        if (toX >= 0 && toY >= 0 && toX < below.getWidth() && toY < below.getHeight()) {
          Color over = above.getPixelReader().getColor(x, y);
          Color under = below.getPixelReader().getColor(toX, toY);
          Color opaque = Color.color(over.getRed(), over.getGreen(), over.getBlue());
          below.getPixelWriter().setColor(toX, toY, under.interpolate(opaque, over.getOpacity()));
        }
      }
    }
  }

  private static java.util.List<Window> popups() {
    return Window.getWindows().stream()
        .filter(w -> w instanceof PopupWindow && w.isShowing())
        .toList();
  }
}
