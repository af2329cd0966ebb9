package dev.wrapkey.ui.rotation;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.util.Subscription;

/**
 * Listening to what outlives a page, as long as the page is on the screen: otherwise every page
 * that was ever opened would be kept.
 */
final class WhileSeen {

  private final Supplier<Subscription> listen;
  private Subscription present = Subscription.EMPTY;

  private WhileSeen(Supplier<Subscription> listen) {
    this.listen = listen;
  }

  /** Listens whenever the node is in a scene; each time it begins by being told what there is. */
  static void listen(Node node, Supplier<Subscription> listen) {
    WhileSeen seen = new WhileSeen(listen);
    node.sceneProperty()
        .subscribe(
            scene -> {
              seen.present.unsubscribe();
              seen.present = scene == null ? Subscription.EMPTY : seen.listen.get();
            });
  }
}
