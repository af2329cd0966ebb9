package dev.wrapkey.ui.key;

import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyStores;
import dev.wrapkey.ui.task.Listing;
import dev.wrapkey.ui.task.Tasks;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The keys of the chosen store, page by page, to be narrowed by typing, and the chosen one. */
final class KeyList {

  private final KeyStores stores;
  private final Listing<Key> listing;
  private final Narrowed<Key> shown;
  private final ObjectProperty<@Nullable Key> chosen = new SimpleObjectProperty<>();
  private @Nullable KeyIdentifier awaited;

  KeyList(KeyStores stores, Tasks tasks) {
    this.stores = stores;
    listing = new Listing<>(tasks);
    shown =
        new Narrowed<>(
            listing.items(),
            (key, wanted) -> key.id().key().toLowerCase(Locale.ROOT).contains(wanted));
    listing.items().subscribe(this::chooseAwaited);
  }

  /** Lists the keys of a store from the start. */
  void load(KeyStore store) {
    clear();
    listing.load((cancellation, page) -> stores.keys(store, cancellation, page));
  }

  /** The same, and chooses one of them as soon as it arrives. */
  void load(KeyStore store, KeyIdentifier wanted) {
    clear();
    awaited = wanted;
    listing.load((cancellation, page) -> stores.keys(store, cancellation, page));
  }

  void clear() {
    filterProperty().set("");
    chosen.set(null);
    awaited = null;
    listing.clear();
  }

  private void chooseAwaited() {
    if (awaited != null) {
      listing.items().stream()
          .filter(each -> each.id().equals(awaited))
          .findFirst()
          .ifPresent(this::choose);
    }
  }

  private void choose(Key found) {
    awaited = null;
    chosen.set(found);
  }

  Listing<Key> listing() {
    return listing;
  }

  ObjectProperty<@Nullable Key> chosenProperty() {
    return chosen;
  }

  /** Those that fit what is typed. */
  ObservableList<Key> shown() {
    return shown.shown();
  }

  StringProperty filterProperty() {
    return shown.textProperty();
  }
}
