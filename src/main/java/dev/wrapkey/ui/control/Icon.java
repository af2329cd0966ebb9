package dev.wrapkey.ui.control;

import java.util.Set;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.NodeOrientation;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/**
 * A drawing of the one line set, 16 pixels unless told otherwise, in the colour {@code
 * -wk-icon-color} of the place it stands in. Decorative: whoever uses one alone gives its button an
 * accessible text.
 */
public final class Icon extends Region {

  private static final double GRID = 20;

  // Those that point the way the words run; all others look the same in every language.
  private static final Set<String> POINTING = Set.of("chevron-right", "discard");

  private final StringProperty name = new SimpleStringProperty(this, "name", "");
  private final DoubleProperty size = new SimpleDoubleProperty(this, "size", 16);
  private final Group group = new Group();
  private final Scale scale = new Scale();

  public Icon() {
    getStyleClass().add("icon");
    setMouseTransparent(true);
    group.getTransforms().add(scale);
    group.setManaged(false);
    getChildren().add(group);
    name.subscribe(this::draw);
    size.subscribe(this::fit);
  }

  public Icon(String name) {
    this();
    setName(name);
  }

  public Icon(String name, double size) {
    this(name);
    setSize(size);
  }

  private void draw(String newName) {
    group.getChildren().clear();
    setNodeOrientation(
        POINTING.contains(newName) ? NodeOrientation.INHERIT : NodeOrientation.LEFT_TO_RIGHT);
    if (!newName.isEmpty()) {
      Drawing.of(newName).paths().forEach(path -> group.getChildren().add(shape(path)));
    }
  }

  private static SVGPath shape(Drawing.Path path) {
    SVGPath shape = new SVGPath();
    shape.setContent(path.data());
    shape.setFillRule(FillRule.EVEN_ODD);
    shape.getStyleClass().add(path.solid() ? "icon-solid" : "icon-line");
    return shape;
  }

  private void fit(Number pixels) {
    double side = pixels.doubleValue();
    setMinSize(side, side);
    setPrefSize(side, side);
    setMaxSize(side, side);
    scale.setX(side / GRID);
    scale.setY(side / GRID);
  }

  public StringProperty nameProperty() {
    return name;
  }

  public String getName() {
    return name.get();
  }

  /** Which drawing: the name of a file in {@code icons/} without its ending. */
  public void setName(String newName) {
    name.set(newName);
  }

  public DoubleProperty sizeProperty() {
    return size;
  }

  public double getSize() {
    return size.get();
  }

  /** Width and height in pixels: 16 or 20. */
  public void setSize(double pixels) {
    size.set(pixels);
  }
}
