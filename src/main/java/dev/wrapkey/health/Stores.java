package dev.wrapkey.health;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the key stores of keys.
 *
 * @param cloud where to look; it remembers the lists
 * @param subscriptions all that the account sees
 */
record Stores(Cloud cloud, List<Subscription> subscriptions) {

  /**
   * The store of a key; empty if the account does not see it.
   *
   * @param first the id of the subscription in which it most likely is
   */
  Optional<KeyStore> find(KeyIdentifier key, String first) {
    return in(first, key)
        .or(
            () ->
                subscriptions.stream()
                    .filter(each -> !each.id().equals(first))
                    .flatMap(each -> in(each.id(), key).stream())
                    .findFirst());
  }

  private Optional<KeyStore> in(String subscription, KeyIdentifier key) {
    KeyStore.Kind kind = key.isManagedHsm() ? KeyStore.Kind.MANAGED_HSM : KeyStore.Kind.KEY_VAULT;
    List<KeyStore> all = new ArrayList<>();
    try {
      cloud.keyStores().list(kind, subscription, new Cancellation(), all::addAll);
    } catch (CloudFailure unreadable) {
      return Optional.empty(); // the rule STORE-1 says why
    }
    return all.stream().filter(store -> store.host().equalsIgnoreCase(key.host())).findFirst();
  }
}
