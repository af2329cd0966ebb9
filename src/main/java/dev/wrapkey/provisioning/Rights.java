package dev.wrapkey.provisioning;

import java.util.Set;

/**
 * What an identity may do with the keys of a store, as far as data encryption needs it.
 *
 * @param granted of {@code get}, {@code wrapKey} and {@code unwrapKey} those it has
 */
public record Rights(Set<String> granted) {

  public static final Set<String> NEEDED = Set.of("get", "wrapKey", "unwrapKey");

  public boolean suffice() {
    return granted.containsAll(NEEDED);
  }
}
