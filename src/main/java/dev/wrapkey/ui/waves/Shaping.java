package dev.wrapkey.ui.waves;

import dev.wrapkey.rotation.WaveOrder.Shape;
import dev.wrapkey.ui.view.Texts;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Three numbers that a person types: canaries, servers at once, failures to put up with. */
final class Shaping {

  private static final int MOST = 100;

  private final StringProperty canaries = new SimpleStringProperty("1");
  private final StringProperty size = new SimpleStringProperty("5");
  private final StringProperty tolerated = new SimpleStringProperty("0");
  private final ObjectBinding<Optional<Shape>> shape =
      Bindings.createObjectBinding(this::read, canaries, size, tolerated);

  private final StringBinding problem =
      Bindings.createStringBinding(this::judge, canaries, size, tolerated);

  private String judge() {
    if (number(canaries, 0).isEmpty()) {
      return Texts.text("waves.wrong.canaries", MOST);
    }
    if (number(size, 1).isEmpty()) {
      return Texts.text("waves.wrong.size", MOST);
    }
    return number(tolerated, 0).isEmpty() ? Texts.text("waves.wrong.tolerated", MOST) : "";
  }

  private Optional<Shape> read() {
    return number(canaries, 0)
        .flatMap(
            first ->
                number(size, 1)
                    .flatMap(many -> number(tolerated, 0).map(bad -> new Shape(first, many, bad))));
  }

  private static Optional<Integer> number(StringProperty typed, int least) {
    String text = typed.get().strip();
    if (!text.matches("\\d{1,3}")) {
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(text)).filter(n -> n >= least && n <= MOST);
  }

  /** Empty as long as one of the numbers is none that could be used. */
  ObjectBinding<Optional<Shape>> shapeProperty() {
    return shape;
  }

  /** What is wrong with one of the numbers; empty if nothing is. */
  StringBinding problemProperty() {
    return problem;
  }

  StringProperty canariesProperty() {
    return canaries;
  }

  StringProperty sizeProperty() {
    return size;
  }

  StringProperty toleratedProperty() {
    return tolerated;
  }
}
