package dev.wrapkey.simulator.world;

import dev.wrapkey.encryption.KeyEncryptionKey;
import dev.wrapkey.encryption.KeyUnavailable;

/**
 * How a server reaches the keys of a vault: over the wire, with a token of its managed identity.
 */
public interface KeyAccess {

  /**
   * What the vault tells about a key.
   *
   * @param uri identifier with version
   * @param type {@code RSA}, {@code RSA-HSM}, {@code EC} …
   * @param bits modulus length, 0 if not RSA
   */
  record Description(String uri, String type, int bits) {}

  /**
   * Asks the vault for the key.
   *
   * @param key identifier with or without version
   * @throws KeyUnavailable with the vault's most precise code, for example {@code ForbiddenByRbac}
   */
  Description describe(Identity caller, String key) throws KeyUnavailable;

  /**
   * The key, used as that identity. It wraps with {@code RSA-OAEP-256} and unwraps with whatever
   * wrapped.
   *
   * @param key identifier with or without version
   */
  KeyEncryptionKey use(Identity caller, String key);
}
