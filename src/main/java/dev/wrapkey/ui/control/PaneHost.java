package dev.wrapkey.ui.control;

import dev.wrapkey.ui.keyboard.Shortcut;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.animation.Interpolator;
import javafx.animation.TranslateTransition;
import javafx.beans.DefaultProperty;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The page, and over it the panes that were opened on it: the page is dimmed, the focus stays in
 * the topmost pane.
 */
@DefaultProperty("content")
public final class PaneHost extends StackPane {

  private static final Duration SLIDE = Duration.millis(180);

  /** A pane with the veil below it and the node to which the focus goes back. */
  private record Layer(SidePane pane, Region veil, @Nullable Node focusBefore) {}

  private final Deque<Layer> layers = new ArrayDeque<>();
  private final StackPane page = new StackPane();
  private final ObjectProperty<@Nullable Node> content =
      new SimpleObjectProperty<>(this, "content");
  private final BooleanProperty reducedMotion = new SimpleBooleanProperty(this, "reducedMotion");
  private final List<Node> spared = new ArrayList<>();
  private final FocusTrap trap =
      new FocusTrap(() -> Optional.ofNullable(layers.peek()).map(Layer::pane), spared);

  public PaneHost() {
    getStyleClass().add("pane-host");
    page.getStyleClass().add("pane-host-page");
    getChildren().add(page);
    content.subscribe(node -> page.getChildren().setAll(node == null ? List.of() : List.of(node)));
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    trap.watch(this);
  }

  /** The host around a node, if it stands in one. */
  public static Optional<PaneHost> around(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each instanceof PaneHost host) {
        return Optional.of(host);
      }
    }
    return Optional.empty();
  }

  /** Slides a pane in over the page and over the panes that are there already. */
  public void show(SidePane pane) {
    if (layers.stream().anyMatch(layer -> layer.pane() == pane)) {
      return;
    }
    Region veil = new Region();
    veil.getStyleClass().add("veil");
    StackPane.setAlignment(pane, Pos.CENTER_RIGHT);
    layers.push(new Layer(pane, veil, getScene() == null ? null : getScene().getFocusOwner()));
    getChildren().addAll(veil, pane);
    slide(pane);
    applyCss();
    layout();
    pane.firstFocus().requestFocus();
  }

  /** The pane that lies on top of the page, if one does. */
  public Optional<SidePane> top() {
    return Optional.ofNullable(layers.peek()).map(Layer::pane);
  }

  /** Lets the focus be in a node outside too, while a pane is open. */
  public void spare(Node outside) {
    spared.add(outside);
  }

  /** Takes the topmost pane away. */
  public void close() {
    if (!layers.isEmpty()) {
      close(layers.peek().pane());
    }
  }

  void close(SidePane pane) {
    layers.stream().filter(layer -> layer.pane() == pane).findFirst().ifPresent(this::remove);
  }

  private void remove(Layer layer) {
    layers.remove(layer);
    Node before = layer.focusBefore();
    if (before != null) {
      before.requestFocus();
    }
    getChildren().removeAll(layer.veil(), layer.pane());
    layer.pane().getOnClosed().run();
  }

  private void slide(SidePane pane) {
    pane.setTranslateX(0);
    if (!isStill()) {
      TranslateTransition slide = new TranslateTransition(SLIDE, pane);
      slide.setInterpolator(Interpolator.EASE_OUT);
      slide.setFromX(pane.getPrefWidth());
      slide.setToX(0);
      pane.setTranslateX(slide.getFromX()); // else it is seen at its end until the first frame
      slide.play();
    }
  }

  private boolean isStill() {
    return reducedMotion.get() || Motion.isReduced(this);
  }

  private void onKey(KeyEvent event) {
    trap.note(event);
    if (Shortcut.CLOSE.matches(event) && !layers.isEmpty()) {
      event.consume();
      close();
    }
  }

  public ObjectProperty<@Nullable Node> contentProperty() {
    return content;
  }

  public @Nullable Node getContent() {
    return content.get();
  }

  /** The page. */
  public void setContent(@Nullable Node node) {
    content.set(node);
  }

  public BooleanProperty reducedMotionProperty() {
    return reducedMotion;
  }

  public boolean isReducedMotion() {
    return reducedMotion.get();
  }

  /** No sliding, whatever the operating system wants. */
  public void setReducedMotion(boolean still) {
    reducedMotion.set(still);
  }
}
