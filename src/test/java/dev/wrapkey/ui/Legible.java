package dev.wrapkey.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.text.Text;

/**
 * The contrast of every text on a screen, as it is drawn, to what is drawn below it (WCAG 2.2,
 * 1.4.3). What is disabled is exempt there.
 */
public final class Legible {

  private static final double ENOUGH = 4.5;
  private static final double ENOUGH_WHEN_LARGE = 3;
  private static final double LARGE = 24;

  private Legible() {}

  /** The enabled texts whose contrast is too low. To be asked on the toolkit's thread. */
  public static List<String> faint(Scene scene) {
    return Layout.seen(scene)
        .filter(node -> node instanceof Text && !node.isDisabled())
        .map(Text.class::cast)
        .filter(text -> text.getFill() instanceof Color)
        .flatMap(Legible::fault)
        .distinct()
        .toList();
  }

  private static Stream<String> fault(Text text) {
    double enough = text.getFont().getSize() >= LARGE ? ENOUGH_WHEN_LARGE : ENOUGH;
    double contrast =
        grounds(text)
            .mapToDouble(ground -> contrast(over(ink(text), ground), ground))
            .min()
            .orElse(enough);
    return contrast >= enough
        ? Stream.empty()
        : Stream.of(
            String.format(
                Locale.ROOT,
                "faint: %.2f \"%s\" %s",
                contrast,
                text.getText(),
                Optional.ofNullable(text.getParent()).map(Node::getStyleClass).orElse(null)));
  }

  private static Color ink(Text text) {
    double seen = Layout.ancestors(text).mapToDouble(Node::getOpacity).reduce(1, (a, b) -> a * b);
    Color fill = (Color) text.getFill();
    return fill.deriveColor(0, 1, 1, seen);
  }

  /** What is below a text; more than one colour where that is a gradient. */
  private static Stream<Color> grounds(Node node) {
    Node parent = node instanceof Region ? node : node.getParent();
    for (Node each = parent; each != null; each = each.getParent()) {
      if (each instanceof Region region && region.getBackground() != null) {
        Optional<BackgroundFill> top =
            region.getBackground().getFills().stream().reduce((lower, upper) -> upper);
        List<Color> colors =
            top.stream().flatMap(fill -> colors(fill.getFill())).filter(Legible::isSeen).toList();
        if (!colors.isEmpty()) {
          Node below = each.getParent();
          return colors.stream()
              .flatMap(
                  color ->
                      color.isOpaque() || below == null
                          ? Stream.of(color)
                          : grounds(below).map(ground -> over(color, ground)));
        }
      }
    }
    return Stream.of(Color.WHITE);
  }

  private static boolean isSeen(Color color) {
    return color.getOpacity() > 0;
  }

  private static Stream<Color> colors(Paint paint) {
    return switch (paint) {
      case Color color -> Stream.of(color);
      case LinearGradient gradient -> gradient.getStops().stream().map(Stop::getColor);
      default -> Stream.empty();
    };
  }

  private static Color over(Color above, Color below) {
    double share = above.getOpacity();
    return Color.color(
        above.getRed() * share + below.getRed() * (1 - share),
        above.getGreen() * share + below.getGreen() * (1 - share),
        above.getBlue() * share + below.getBlue() * (1 - share));
  }

  /** From 1 to 21. */
  public static double contrast(Color one, Color other) {
    double first = luminance(one) + 0.05;
    double second = luminance(other) + 0.05;
    return Math.max(first, second) / Math.min(first, second);
  }

  private static double luminance(Color c) {
    return 0.2126 * linear(c.getRed())
        + 0.7152 * linear(c.getGreen())
        + 0.0722 * linear(c.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
