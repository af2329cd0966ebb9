package dev.wrapkey.rehearsal;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.DeletedStore;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyOrder;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.RunningOperation;
import dev.wrapkey.time.VirtualTime;
import dev.wrapkey.ui.Practice;
import java.time.Duration;
import java.util.Optional;

/** Does in the practice cloud what a person would, through the program's port. */
final class Player {

  private final Cloud cloud;
  private final VirtualTime time;
  private final Props props;

  Player(Practice practice, Props props) {
    this.cloud = practice.cloud();
    this.time = practice.time();
    this.props = props;
  }

  /** The first step of the documented way, after which nothing is as it should be yet. */
  void mend(Scenario scenario) {
    switch (scenario) {
      case KEY_DISABLED -> enable(true);
      case EXPIRED_KEY -> extend();
      case VAULT_DELETED -> recoverVault();
      case IDENTITY_DELETED -> {
        ResourceId other = identity("id-rehearsal-second");
        point(props.server(), props.key(), other);
      }
      case FIREWALL_CLOSED -> cloud.safeguards().admitTrustedServices(store());
      case ROTATION_WITH_REPLICAS -> point(props.server(), rotated(), props.identity());
    }
  }

  /** What is left to do after that, then waits. */
  void finish(Scenario scenario) {
    switch (scenario) {
      case VAULT_DELETED ->
          cloud.safeguards().grant(store(), cloud.identities().get(props.identity()));
      case ROTATION_WITH_REPLICAS -> {
        KeyIdentifier newest = cloud.servers().get(props.server()).encryption().key().orElseThrow();
        point(props.replica(), newest, props.identity());
        pass(Duration.ofHours(2));
        enable(false);
      }
      default -> {} // that was all
    }
    pass(Duration.ofMinutes(65));
  }

  void pass(Duration length) {
    time.jump(length);
  }

  void enable(boolean on) {
    cloud.keyLife().edit(props.key(), KeyEdit.enabled(on));
  }

  void extend() {
    cloud
        .keyLife()
        .edit(
            props.key(),
            new KeyEdit(
                Optional.empty(),
                Optional.empty(),
                Optional.of(time.now().plus(Duration.ofDays(300))),
                Optional.empty()));
  }

  void recoverVault() {
    DeletedStore deleted =
        cloud.storeLife().deleted(props.subscription()).stream()
            .filter(store -> store.id().equals(props.vault()))
            .findFirst()
            .orElseThrow();
    settle(cloud.storeLife().recover(deleted));
    cloud.newVaults().grantSelf(store());
  }

  KeyIdentifier rotated() {
    return cloud.keyStores().rotate(props.key().versionless()).id();
  }

  /** Another key of the vault. */
  KeyIdentifier otherKey() {
    Key made = cloud.keyStores().create(store(), "other-kek", KeyOrder.usual(2048, false));
    return made.id();
  }

  /** A new identity that may use the keys of the vault. */
  ResourceId identity(String name) {
    ResourceId id = new ResourceId(props.subscription(), props.group(), ResourceId.IDENTITY, name);
    ManagedIdentity made = cloud.identities().create(id, Props.REGION);
    cloud.safeguards().grant(store(), made);
    return made.id();
  }

  void network(KeyStore.Network network) {
    cloud.storeLife().setNetwork(store(), network);
  }

  void point(ResourceId server, KeyIdentifier key, ResourceId identity) {
    settle(cloud.servers().changeKey(server, DataEncryption.customerManaged(key, identity)));
  }

  private KeyStore store() {
    return cloud.newVaults().get(props.vault());
  }

  private void settle(RunningOperation operation) {
    while (!operation.poll()) {
      pass(operation.retryAfter());
    }
  }
}
