package dev.wrapkey.preflight;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.rules.RulePack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Finds the key store of a key identifier, which names its host only: first in the server's
 * subscription, then in all others that the account sees.
 *
 * @param inquiry how to ask
 * @param subscription the server's subscription
 * @param others all subscriptions, asked for only if need be
 */
record StoreSearch(Inquiry inquiry, Subscription subscription, Fact<List<Subscription>> others) {

  /** Code of the failure that a store is not visible. */
  static final String NOT_VISIBLE = "StoreNotVisible";

  /**
   * The store.
   *
   * @throws CloudFailure FORBIDDEN if the account does not see it; another if a subscription could
   *     not be searched and the store is in no other
   */
  KeyStore find(KeyIdentifier key) {
    return in(subscription.id(), key).orElseGet(() -> elsewhere(key));
  }

  private KeyStore elsewhere(KeyIdentifier key) {
    List<CloudFailure> failures = new ArrayList<>();
    for (Subscription other : others.get()) {
      if (!other.id().equals(subscription.id())) {
        Optional<KeyStore> found = ifSeen(other.id(), key, failures);
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    throw failures.isEmpty()
        ? new CloudFailure(
            CloudFailure.Kind.FORBIDDEN, NOT_VISIBLE, RulePack.words("STORE-1", key.host()), "")
        : failures.getFirst();
  }

  private Optional<KeyStore> ifSeen(String where, KeyIdentifier key, List<CloudFailure> failures) {
    try {
      return in(where, key);
    } catch (CloudFailure failure) {
      failures.add(failure);
      return Optional.empty();
    }
  }

  private Optional<KeyStore> in(String where, KeyIdentifier key) {
    KeyStore.Kind kind = key.isManagedHsm() ? KeyStore.Kind.MANAGED_HSM : KeyStore.Kind.KEY_VAULT;
    return inquiry.ask(cloud -> listed(cloud, kind, where, key));
  }

  // There may be thousands; the pages after the one with the store are not asked for.
  private Optional<KeyStore> listed(
      Cloud cloud, KeyStore.Kind kind, String where, KeyIdentifier key) {
    Cancellation enough = new Cancellation();
    List<KeyStore> found = new ArrayList<>();
    try {
      cloud.keyStores().list(kind, where, enough, page -> take(page, key, found, enough));
    } catch (CancellationException stopped) {
      if (found.isEmpty()) {
        throw stopped;
      }
    }
    return found.stream().findFirst();
  }

  private void take(
      List<KeyStore> page, KeyIdentifier key, List<KeyStore> found, Cancellation enough) {
    inquiry.cancellation().check();
    page.stream().filter(store -> store.host().equalsIgnoreCase(key.host())).forEach(found::add);
    if (!found.isEmpty()) {
      enough.cancel();
    }
  }
}
