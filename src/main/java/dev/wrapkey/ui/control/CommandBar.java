package dev.wrapkey.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * The commands of a page in a row, or in as many rows as it takes to keep their words whole. What
 * grows ({@code HBox.hgrow}) pushes what follows it to the far end; what has a least width of its
 * own, and is no button, gives way before a row is begun.
 */
public final class CommandBar extends Pane {

  private static final double GAP = 4;

  public CommandBar() {
    getStyleClass().add("command-bar");
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    double widest = getManagedChildren().stream().mapToDouble(CommandBar::least).max().orElse(0);
    return sides() + widest;
  }

  @Override
  protected double computePrefWidth(double height) {
    return sides() + width(getManagedChildren());
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    List<List<Node>> rows = rows(width < 0 ? Double.MAX_VALUE : width - sides());
    double rest = snappedTopInset() + snappedBottomInset() + GAP * Math.max(0, rows.size() - 1);
    return rest + rows.stream().mapToDouble(CommandBar::height).sum();
  }

  @Override
  protected void layoutChildren() {
    double room = getWidth() - sides();
    double y = snappedTopInset();
    for (List<Node> row : rows(room)) {
      double height = height(row);
      place(row, room - width(row), y, height);
      y += height + GAP;
    }
  }

  private void place(List<Node> row, double spare, double y, double height) {
    double x = snappedLeftInset();
    double lacking = Math.max(0, -spare);
    for (Node each : row) {
      double yielded = Math.min(lacking, wide(each) - least(each));
      double width = wide(each) - yielded + (grows(each) ? Math.max(0, spare) : 0);
      lacking -= yielded;
      double high = Math.min(height, each.prefHeight(width));
      each.resizeRelocate(snapPositionX(x), snapPositionY(y + (height - high) / 2), width, high);
      x += width + GAP;
    }
  }

  private List<List<Node>> rows(double room) {
    List<List<Node>> rows = new ArrayList<>();
    List<Node> row = new ArrayList<>();
    double taken = 0;
    for (Node each : getManagedChildren()) {
      if (!row.isEmpty() && taken + least(each) > room + 1) {
        rows.add(row);
        row = new ArrayList<>();
        taken = 0;
      }
      row.add(each);
      taken += least(each) + GAP;
    }
    rows.add(row);
    return rows;
  }

  private static double width(List<Node> row) {
    return row.stream().mapToDouble(CommandBar::wide).sum() + GAP * Math.max(0, row.size() - 1);
  }

  private static double height(List<Node> row) {
    return row.stream().mapToDouble(each -> each.prefHeight(wide(each))).max().orElse(0);
  }

  private static double wide(Node node) {
    return Math.ceil(node.prefWidth(-1));
  }

  private static double least(Node node) {
    boolean yields =
        node instanceof Region region && region.getMinWidth() >= 0 && !(node instanceof ButtonBase);
    return yields ? Math.min(wide(node), node.minWidth(-1)) : wide(node);
  }

  private static boolean grows(Node node) {
    return HBox.getHgrow(node) == Priority.ALWAYS;
  }

  private double sides() {
    return snappedLeftInset() + snappedRightInset();
  }
}
