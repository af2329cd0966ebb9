package dev.wrapkey.ui.choice;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.IdentityCheck;
import dev.wrapkey.rules.KeyCheck;
import dev.wrapkey.rules.RightsCheck;
import dev.wrapkey.rules.StoreCheck;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.key.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks the cloud everything that decides whether an identity can serve a server with a key. Blocks.
 */
final class KeyProof {

  /**
   * What was found out.
   *
   * @param store the store the key lives in; empty if the account cannot see it
   * @param findings what speaks against the choice, and advice
   */
  record Result(Optional<KeyStore> store, List<Finding> findings) {
    boolean obstructs() {
      return findings.stream().anyMatch(Finding::blocks);
    }
  }

  private final Cloud cloud;
  private final Time time;

  KeyProof(Cloud cloud, Time time) {
    this.cloud = cloud;
    this.time = time;
  }

  Result prove(Scope scope, ManagedIdentity identity, KeyIdentifier id, Cancellation cancellation) {
    Key key = cloud.keyStores().get(id);
    List<Finding> findings = new ArrayList<>(KeyCheck.check(key, time.now()));
    Optional<KeyStore> store = find(scope, id, cancellation);
    store.ifPresent(
        found -> {
          findings.addAll(StoreCheck.check(found, scope.region(), scope.subscription().id()));
          RightsCheck.check(identity, cloud.keyStores().rights(found, identity), found)
              .ifPresent(findings::add);
        });
    IdentityCheck.check(identity, scope.region()).ifPresent(findings::add);
    return new Result(store, findings);
  }

  private Optional<KeyStore> find(Scope scope, KeyIdentifier id, Cancellation cancellation) {
    List<KeyStore> found = new ArrayList<>();
    KeyStore.Kind kind = id.isManagedHsm() ? KeyStore.Kind.MANAGED_HSM : KeyStore.Kind.KEY_VAULT;
    try {
      cloud
          .keyStores()
          .list(
              kind,
              scope.subscription().id(),
              cancellation,
              page ->
                  page.stream()
                      .filter(s -> s.host().equalsIgnoreCase(id.host()))
                      .forEach(found::add));
    } catch (CloudFailure hidden) {
      return Optional.empty(); // the account may not list stores: the service itself will judge
    }
    return found.stream().findFirst();
  }
}
