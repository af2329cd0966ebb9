package dev.wrapkey.ui.key;

import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyStores;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Tasks;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The versions of the chosen key, newest first; the first that can serve is chosen by itself. */
final class VersionList {

  private final KeyStores stores;
  private final Predicate<Key> serves;
  private final Listing<Key> listing;
  private final ObjectProperty<@Nullable Key> chosen = new SimpleObjectProperty<>();

  /**
   * @param serves whether a version can serve, as far as is known
   */
  VersionList(KeyStores stores, Tasks tasks, Predicate<Key> serves) {
    this.stores = stores;
    this.serves = serves;
    listing = new Listing<>(tasks);
    listing.items().subscribe(this::preferNewest);
  }

  /** Forgets the versions of the key before and lists those of another one. */
  void load(KeyStore store, KeyIdentifier key) {
    clear();
    listing.loadAll(() -> stores.versions(store, key.key()));
  }

  void clear() {
    chosen.set(null);
    listing.clear();
  }

  private void preferNewest() {
    if (chosen.get() == null) {
      listing.items().stream().filter(serves).findFirst().ifPresent(chosen::set);
    }
  }

  Listing<Key> listing() {
    return listing;
  }

  ObjectProperty<@Nullable Key> chosenProperty() {
    return chosen;
  }
}
