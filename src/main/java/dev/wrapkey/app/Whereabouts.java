package dev.wrapkey.app;

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
 * Finds the subscription of a key, whose identifier names the host of its store only.
 *
 * @param cloud is asked
 * @param subscriptions in which to look
 */
record Whereabouts(Cloud cloud, List<Subscription> subscriptions) {

  /** Empty if no store with that host is seen. */
  Optional<Subscription> of(KeyIdentifier key) {
    return subscriptions.stream().filter(each -> holds(each, key)).findFirst();
  }

  private boolean holds(Subscription subscription, KeyIdentifier key) {
    KeyStore.Kind kind = key.isManagedHsm() ? KeyStore.Kind.MANAGED_HSM : KeyStore.Kind.KEY_VAULT;
    List<KeyStore> seen = new ArrayList<>();
    try {
      cloud.keyStores().list(kind, subscription.id(), new Cancellation(), seen::addAll);
    } catch (CloudFailure _) {
      return false; // not seen: then the question names all subscriptions
    }
    return seen.stream().anyMatch(store -> store.host().equalsIgnoreCase(key.host()));
  }
}
