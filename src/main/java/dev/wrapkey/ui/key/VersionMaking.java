package dev.wrapkey.ui.key;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyStores;
import dev.wrapkey.time.Time;
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
  private final ReadOnlyObjectProperty<@Nullable KeyStore> store;
  private final OwnAccess access;
  private final BooleanProperty open = new SimpleBooleanProperty();

  /**
   * @param time the cloud's clock
   * @param store the chosen store, if one is
   * @param key the chosen one
   * @param made is told the new version
   */
  VersionMaking(
      Cloud cloud,
      Tasks tasks,
      Time time,
      ReadOnlyObjectProperty<@Nullable KeyStore> store,
      ReadOnlyObjectProperty<@Nullable Key> key,
      Consumer<KeyIdentifier> made) {
    this.store = store;
    this.access = new OwnAccess(cloud, tasks, time);
    this.stores = cloud.keyStores();
    this.key = key;
    this.made = made;
    making = new Making(tasks);
    key.subscribe(this::close);
    making.failureProperty().subscribe(this::follow);
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
      access.forget();
      making.start(cancellation -> rotated(of), this::arrived);
    }
  }

  private KeyIdentifier rotated(Key of) {
    return stores.rotate(of.id().versionless()).id();
  }

  private void arrived(KeyIdentifier fresh) {
    close();
    made.accept(fresh);
  }

  private void follow(@Nullable CloudFailure why) {
    KeyStore in = store.get();
    if (why != null && in != null) {
      access.follow(in, why);
    }
  }

  /** Gives the account the right that it lacked, and goes on. */
  void grantSelf() {
    KeyStore in = store.get();
    Key of = key.get();
    if (in != null && of != null) {
      access.grant(in, () -> rotated(of), this::arrived);
    }
  }

  /** What the account could do if it was refused for lack of a right. */
  OwnAccess access() {
    return access;
  }

  void close() {
    making.cancel();
    access.forget();
    open.set(false);
  }
}
