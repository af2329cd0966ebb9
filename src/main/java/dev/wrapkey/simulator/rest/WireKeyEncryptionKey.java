package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.encryption.KeyEncryptionKey;
import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.WrappedKey;
import dev.wrapkey.simulator.world.Identity;
import java.util.Base64;

/**
 * A key of a vault as key encryption key, used over the wire: rights, audit log and refusals are
 * those of every other caller.
 */
final class WireKeyEncryptionKey implements KeyEncryptionKey {

  private static final String ALGORITHM = "RSA-OAEP-256";

  private final WireKeyAccess wire;
  private final Identity caller;
  private final String key;

  /**
   * @param key identifier, versionless to wrap with the newest version
   */
  WireKeyEncryptionKey(WireKeyAccess wire, Identity caller, String key) {
    this.wire = wire;
    this.caller = caller;
    this.key = key;
  }

  @Override
  public WrappedKey wrap(byte[] dataKey) throws KeyUnavailable {
    ObjectNode answer = wire.post(caller, key + "/wrapkey", body(ALGORITHM, dataKey));
    return new WrappedKey(Tree.text(answer, "kid"), ALGORITHM, value(answer));
  }

  @Override
  public byte[] unwrap(WrappedKey wrapped) throws KeyUnavailable {
    return value(
        wire.post(
            caller,
            wrapped.keyVersion() + "/unwrapkey",
            body(wrapped.algorithm(), wrapped.bytes())));
  }

  private static ObjectNode body(String algorithm, byte[] bytes) {
    return Tree.of(
        "alg", algorithm, "value", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  private static byte[] value(ObjectNode answer) {
    return Base64.getUrlDecoder().decode(Tree.text(answer, "value"));
  }
}
