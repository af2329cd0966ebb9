package dev.wrapkey.rehearsal;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ResourceId;

/**
 * The things that a rehearsal is played with. All of them are in a resource group of their own.
 *
 * @param subscription where
 * @param mark makes the names unique
 * @param version of the key that the servers use in the beginning; empty before it was made
 */
public record Props(String subscription, String mark, String version) {

  static final String REGION = "eastus";

  /** The resource group. */
  public String group() {
    return "rg-rehearsal-" + mark;
  }

  public ResourceId vault() {
    return new ResourceId(subscription, group(), ResourceId.VAULT, "kv-reh-" + mark);
  }

  public ResourceId identity() {
    return new ResourceId(subscription, group(), ResourceId.IDENTITY, "id-rehearsal-" + mark);
  }

  public ResourceId server() {
    return ResourceId.server(subscription, group(), "rehearsal-" + mark + "-pg");
  }

  /** The replica, where the scenario has one. */
  public ResourceId replica() {
    return ResourceId.server(subscription, group(), "rehearsal-" + mark + "-replica");
  }

  /** The version that the servers use in the beginning. */
  public KeyIdentifier key() {
    return KeyIdentifier.of("https://kv-reh-" + mark + ".vault.azure.net/keys/app-kek/" + version);
  }

  Props with(KeyIdentifier key) {
    return new Props(subscription, mark, key.version().orElseThrow());
  }
}
