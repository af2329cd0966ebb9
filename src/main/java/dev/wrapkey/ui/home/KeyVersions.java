package dev.wrapkey.ui.home;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Looks up the versions of keys, wherever their stores are. Blocks; call it in the background. */
final class KeyVersions {

  private final Cloud cloud;

  KeyVersions(Cloud cloud) {
    this.cloud = cloud;
  }

  /**
   * Hands over, key after key, its versions, newest first; no versions where the store cannot be
   * found or does not tell.
   *
   * @param keys versionless identifiers
   * @param subscriptions where to look for their stores
   */
  void lookUp(
      Set<KeyIdentifier> keys,
      Collection<String> subscriptions,
      Cancellation cancellation,
      BiConsumer<KeyIdentifier, List<Key>> found) {
    Map<String, KeyStore> stores = new HashMap<>();
    for (KeyStore.Kind kind : KeyStore.Kind.values()) {
      if (keys.stream().anyMatch(key -> kindOf(key) == kind)) {
        subscriptions.forEach(each -> collect(kind, each, cancellation, stores));
      }
    }
    for (KeyIdentifier key : keys) {
      cancellation.check();
      found.accept(
          key,
          Optional.ofNullable(stores.get(key.host()))
              .map(store -> versions(store, key))
              .orElse(List.of()));
    }
  }

  private static KeyStore.Kind kindOf(KeyIdentifier key) {
    return key.isManagedHsm() ? KeyStore.Kind.MANAGED_HSM : KeyStore.Kind.KEY_VAULT;
  }

  private void collect(
      KeyStore.Kind kind,
      String subscription,
      Cancellation cancellation,
      Map<String, KeyStore> stores) {
    cancellation.check();
    try {
      cloud
          .keyStores()
          .list(
              kind, subscription, cancellation, page -> page.forEach(s -> stores.put(s.host(), s)));
    } catch (CloudFailure unreadable) {
      // its keys stay unknown; the table says so
    }
  }

  private List<Key> versions(KeyStore store, KeyIdentifier key) {
    try {
      return cloud.keyStores().versions(store, key.key());
    } catch (CloudFailure unreadable) {
      return List.of();
    }
  }
}
