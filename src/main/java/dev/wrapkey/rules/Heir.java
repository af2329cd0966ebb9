package dev.wrapkey.rules;

import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ResourceId;
import java.util.Optional;

/**
 * A server that was restored from another one and still needs the key its source had then (CMK-32),
 * whatever key it shows. Azure does not tell: known is only what Wrapkey restored itself.
 *
 * @param server the restored one
 * @param state the API's word
 * @param source the one it was restored from
 * @param key the key of the source when it was restored
 * @param identity who used that key, as far as it is known
 */
public record Heir(
    ResourceId server,
    String state,
    ResourceId source,
    KeyIdentifier key,
    Optional<ResourceId> identity) {

  boolean isInaccessible() {
    return state.equalsIgnoreCase("Inaccessible");
  }
}
