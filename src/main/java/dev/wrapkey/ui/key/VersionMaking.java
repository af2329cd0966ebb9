package dev.wrapkey.ui.key;

import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStores;
import dev.wrapkey.ui.form.Making;
import dev.wrapkey.ui.task.Tasks;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** A new version of the chosen key: what the key page calls rotating. */
final class VersionMaking {

  private final KeyStores stores;
  private final ReadOnlyObjectProperty<@Nullable Key> key;
  private final Consumer<KeyIdentifier> made;
  private final Making making;
  private final BooleanProperty open = new SimpleBooleanProperty();

  /**
   * @param key the chosen one
   * @param made is told the new version
   */
  VersionMaking(
      KeyStores stores,
      Tasks tasks,
      ReadOnlyObjectProperty<@Nullable Key> key,
      Consumer<KeyIdentifier> made) {
    this.stores = stores;
    this.key = key;
    this.made = made;
    making = new Making(tasks);
    key.subscribe(this::close);
  }

  /** True while the question stands whether to make one. */
  BooleanProperty openProperty() {
    return open;
  }

  Making making() {
    return making;
  }

  void submit() {
    Key of = key.get();
    if (of != null) {
      making.start(
          cancellation -> stores.rotate(of.id().versionless()).id(),
          fresh -> {
            close();
            made.accept(fresh);
          });
    }
  }

  void close() {
    making.cancel();
    open.set(false);
  }
}
