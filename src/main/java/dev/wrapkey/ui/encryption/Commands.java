package dev.wrapkey.ui.encryption;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Server;
import java.util.List;

/**
 * What azure-cli can do where this program cannot, ready to be copied; places to fill in stand in
 * angle brackets.
 */
final class Commands {

  private static final String NEXT = " ";

  private Commands() {}

  /**
   * A restore to a new server under a customer-managed key: the only way out of the service-managed
   * mode (portal specification CMK-31; azure-cli takes the pair whatever the source has, pull
   * request 24651 of 15 November 2022).
   */
  static String restore(Server server) {
    return String.join(
        NEXT,
        List.of(
            "az postgres flexible-server restore",
            "--subscription " + server.id().subscription(),
            "--resource-group " + server.id().resourceGroup(),
            "--name <new-server-name>",
            "--source-server " + server.name(),
            "--key <key-identifier>",
            "--identity <identity-resource-id>"));
  }

  /** Moves the end of a key version's life. */
  static String extend(KeyIdentifier key) {
    return "az keyvault key set-attributes --id " + key + " --expires <yyyy-mm-ddThh:mm:ssZ>";
  }
}
