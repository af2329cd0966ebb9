package dev.wrapkey.app;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

/**
 * Where the window was, in JavaFX's pixels, which are as large on every screen.
 *
 * @param bounds of the window while it is not maximized
 * @param maximized whether it filled its screen
 */
record WindowPlace(Rectangle2D bounds, boolean maximized) {

  // Of its top edge so much must be on a screen that a mouse can take hold of it.
  private static final double GRIP_WIDTH = 120;
  private static final double GRIP_HEIGHT = 32;
  private static final double MOST = 100_000;

  /** As it was kept; empty for what nobody has written. */
  static Optional<WindowPlace> read(String kept) {
    String[] parts = kept.split(",", -1);
    if (parts.length != 5 || !parts[4].matches("true|false")) {
      return Optional.empty();
    }
    double[] numbers = new double[4];
    for (int i = 0; i < numbers.length; i++) {
      if (!parts[i].matches("-?\\d{1,6}(\\.\\d{1,6})?")) {
        return Optional.empty();
      }
      numbers[i] = Double.parseDouble(parts[i]);
    }
    return numbers[2] > 0 && numbers[3] > 0 && Math.max(numbers[2], numbers[3]) < MOST
        ? Optional.of(
            new WindowPlace(
                new Rectangle2D(numbers[0], numbers[1], numbers[2], numbers[3]),
                Boolean.parseBoolean(parts[4])))
        : Optional.empty();
  }

  /** To be kept. */
  String write() {
    return Math.round(bounds.getMinX())
        + ","
        + Math.round(bounds.getMinY())
        + ","
        + Math.round(bounds.getWidth())
        + ","
        + Math.round(bounds.getHeight())
        + ","
        + maximized;
  }

  /**
   * The same place on the screens of today: whole on the screen that shows most of it, no larger
   * than that; in the middle of the first screen if nobody could take hold of it.
   *
   * @param screens without the system's bars, the first one first
   */
  Rectangle2D on(List<Rectangle2D> screens) {
    Rectangle2D first = screens.getFirst();
    Rectangle2D screen =
        screens.stream().max(Comparator.comparingDouble(this::shared)).orElse(first);
    if (screens.stream().noneMatch(this::isWithinReach)) {
      return middle(first);
    }
    double width = Math.min(bounds.getWidth(), screen.getWidth());
    double height = Math.min(bounds.getHeight(), screen.getHeight());
    return new Rectangle2D(
        Math.clamp(bounds.getMinX(), screen.getMinX(), screen.getMaxX() - width),
        Math.clamp(bounds.getMinY(), screen.getMinY(), screen.getMaxY() - height),
        width,
        height);
  }

  private Rectangle2D middle(Rectangle2D screen) {
    double width = Math.min(bounds.getWidth(), screen.getWidth());
    double height = Math.min(bounds.getHeight(), screen.getHeight());
    return new Rectangle2D(
        screen.getMinX() + (screen.getWidth() - width) / 2,
        screen.getMinY() + (screen.getHeight() - height) / 2,
        width,
        height);
  }

  private boolean isWithinReach(Rectangle2D screen) {
    Rectangle2D top =
        new Rectangle2D(
            bounds.getMinX(),
            bounds.getMinY(),
            bounds.getWidth(),
            Math.min(GRIP_HEIGHT, bounds.getHeight()));
    return overlap(top.getMinX(), top.getMaxX(), screen.getMinX(), screen.getMaxX())
            >= Math.min(GRIP_WIDTH, bounds.getWidth())
        && overlap(top.getMinY(), top.getMaxY(), screen.getMinY(), screen.getMaxY())
            >= top.getHeight() / 2;
  }

  private double shared(Rectangle2D screen) {
    return overlap(bounds.getMinX(), bounds.getMaxX(), screen.getMinX(), screen.getMaxX())
        * overlap(bounds.getMinY(), bounds.getMaxY(), screen.getMinY(), screen.getMaxY());
  }

  private static double overlap(double from, double to, double otherFrom, double otherTo) {
    return Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom));
  }
}
