package dev.wrapkey.rehearsal;

import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.provisioning.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an unlucky colleague does before a person is called: requests that anybody with the rights
 * could send to Azure.
 */
final class Mischief {

  private static final Duration SOON = Duration.ofMinutes(5);

  private final Cloud cloud;
  private final Stage stage;
  private final SetBuilding building;

  Mischief(Cloud cloud, Stage stage, SetBuilding building) {
    this.cloud = cloud;
    this.stage = stage;
    this.building = building;
  }

  /** Does it and lets time pass until the service has noticed. */
  void happen(Scenario scenario, Props props) {
    switch (scenario) {
      case KEY_DISABLED -> cloud.keyLife().edit(props.key(), KeyEdit.enabled(false));
      case EXPIRED_KEY -> expire(props);
      case VAULT_DELETED -> building.finish(cloud.storeLife().delete(vault(props)));
      case IDENTITY_DELETED -> cloud.identities().delete(props.identity());
      case FIREWALL_CLOSED -> cloud.storeLife().setNetwork(vault(props), KeyStore.Network.SELECTED);
      case ROTATION_WITH_REPLICAS -> {} // nobody has done anything yet
    }
    if (scenario.beginsInTheDark()) {
      building.await(props.server(), "Inaccessible");
      stage.jump(Duration.ofMinutes(1)); // the application has been denied, Resource Health knows
    }
  }

  private KeyStore vault(Props props) {
    return cloud.newVaults().get(props.vault());
  }

  private void expire(Props props) {
    Instant end = stage.now().plus(SOON);
    cloud
        .keyLife()
        .edit(
            props.key(),
            new KeyEdit(Optional.empty(), Optional.empty(), Optional.of(end), Optional.empty()));
    stage.jump(SOON);
  }
}
