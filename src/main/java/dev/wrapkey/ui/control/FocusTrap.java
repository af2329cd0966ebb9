package dev.wrapkey.ui.control;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Keeps the focus in the topmost pane: Tab at its end goes round to its beginning. */
final class FocusTrap {

  private final Supplier<Optional<SidePane>> top;
  private final List<Node> spared;
  private Subscription watching = Subscription.EMPTY;
  private boolean backwards;

  /**
   * @param spared where else the focus may be
   */
  FocusTrap(Supplier<Optional<SidePane>> top, List<Node> spared) {
    this.top = top;
    this.spared = spared;
  }

  void watch(Node host) {
    host.sceneProperty().subscribe(this::watchScene);
  }

  void note(KeyEvent event) {
    backwards = event.getCode() == KeyCode.TAB && event.isShiftDown();
  }

  private void watchScene(@Nullable Scene scene) {
    watching.unsubscribe();
    watching =
        scene == null ? Subscription.EMPTY : scene.focusOwnerProperty().subscribe(this::bringBack);
  }

  private void bringBack(@Nullable Node owner) {
    if (owner != null && spared.stream().noneMatch(each -> FocusWalk.isWithin(owner, each))) {
      top.get().filter(pane -> !FocusWalk.isWithin(owner, pane)).ifPresent(this::focus);
    }
  }

  private void focus(SidePane pane) {
    (backwards ? FocusWalk.last(pane) : FocusWalk.first(pane)).orElse(pane).requestFocus();
  }
}
