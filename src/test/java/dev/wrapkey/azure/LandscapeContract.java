package dev.wrapkey.azure;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import java.util.ArrayList;
import java.util.List;

/** The same, with the things of the landscape found by their names. */
abstract class LandscapeContract extends PracticeContract {

  Subscription production() {
    return cloud.directory().subscriptions().stream()
        .filter(s -> s.id().equals(SUB))
        .findFirst()
        .orElseThrow();
  }

  KeyStore vault(String name) {
    return store(KeyStore.Kind.KEY_VAULT, name);
  }

  KeyStore store(KeyStore.Kind kind, String name) {
    List<KeyStore> found = new ArrayList<>();
    cloud.keyStores().list(kind, SUB, new Cancellation(), found::addAll);
    return found.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  ManagedIdentity identity(String name) {
    List<ManagedIdentity> found = new ArrayList<>();
    cloud.identities().list(SUB, new Cancellation(), found::addAll);
    return found.stream().filter(i -> i.name().equals(name)).findFirst().orElseThrow();
  }

  Server server(String name) {
    return cloud.servers().list(SUB).stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The newest version of the key that the servers of orders have. */
  KeyIdentifier newest() {
    return cloud.keyStores().versions(vault("kv-orders-eastus"), "orders-kek").getFirst().id();
  }
}
