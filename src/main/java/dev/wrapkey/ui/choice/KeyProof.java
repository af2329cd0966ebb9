package dev.wrapkey.ui.choice;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.rules.Finding;
import dev.wrapkey.rules.IdentityCheck;
import dev.wrapkey.rules.KeyCheck;
import dev.wrapkey.rules.RightsCheck;
import dev.wrapkey.rules.Severity;
import dev.wrapkey.rules.StoreCheck;
import dev.wrapkey.time.Time;
import dev.wrapkey.ui.key.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks the cloud everything that decides whether an identity can serve a server with a key. Blocks.
 */
final class KeyProof {

  /**
   * What was found out.
   *
   * @param findings what speaks against the choice, and advice
   */
  record Result(List<Finding> findings) {
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

  /**
   * Checks key, store and rights.
   *
   * @throws CloudFailure if something cannot be seen and nothing that can be seen forbids the
   *     choice
   */
  Result prove(Scope scope, ManagedIdentity identity, KeyIdentifier id, Cancellation cancellation) {
    List<Finding> findings = new ArrayList<>(keyFindings(id));
    IdentityCheck.check(identity, scope.region()).ifPresent(findings::add);
    try {
      KeyStore store = find(scope, id, cancellation);
      StoreCheck.check(store, scope.region(), scope.subscription().id()).stream()
          .map(KeyProof::weigh)
          .forEach(findings::add);
      RightsCheck.check(identity, cloud.keyStores().rights(store, identity), store)
          .ifPresent(findings::add);
    } catch (CloudFailure unknown) {
      if (findings.stream().noneMatch(Finding::blocks)) {
        throw unknown;
      }
    }
    findings.sort(Comparator.comparing(Finding::blocks).reversed());
    return new Result(findings);
  }

  private List<Finding> keyFindings(KeyIdentifier id) {
    try {
      return KeyCheck.check(cloud.keyStores().get(id), time.now());
    } catch (CloudFailure failure) {
      if (failure.kind() == CloudFailure.Kind.NOT_FOUND) {
        return List.of(KeyCheck.missing(id));
      }
      throw failure;
    }
  }

  /**
   * The same subscription is asked for by the portal's lists only; the service takes any (CMK-4).
   */
  private static Finding weigh(Finding finding) {
    return finding.rule().equals("CMK-4")
        ? new Finding(finding.rule(), Severity.SHOULD, finding.message())
        : finding;
  }

  /** Looks in the server's subscription first, then in the others that the account sees. */
  private KeyStore find(Scope scope, KeyIdentifier id, Cancellation cancellation) {
    String own = scope.subscription().id();
    Stream<String> others =
        Stream.of(cloud.directory())
            .flatMap(directory -> directory.subscriptions().stream())
            .map(Subscription::id)
            .filter(each -> !each.equals(own));
    return Stream.concat(Stream.of(own), others)
        .flatMap(subscription -> in(subscription, id, cancellation).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new CloudFailure(
                    CloudFailure.Kind.FORBIDDEN,
                    "StoreNotVisible",
                    "Your account does not see the key store " + id.storeName() + ".",
                    ""));
  }

  private List<KeyStore> in(String subscription, KeyIdentifier id, Cancellation cancellation) {
    KeyStore.Kind kind = id.isManagedHsm() ? KeyStore.Kind.MANAGED_HSM : KeyStore.Kind.KEY_VAULT;
    List<KeyStore> found = new ArrayList<>();
    cloud.keyStores().list(kind, subscription, cancellation, found::addAll);
    return found.stream().filter(store -> store.host().equalsIgnoreCase(id.host())).toList();
  }
}
