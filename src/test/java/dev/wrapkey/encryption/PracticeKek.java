package dev.wrapkey.encryption;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A key store with one key, quick enough for thousands of volumes; it counts its calls and can be
 * told to refuse.
 */
final class PracticeKek implements KeyEncryptionKey {

  final List<String> calls = new ArrayList<>();
  boolean refusesWrap;
  boolean refusesUnwrap;
  boolean givesAnotherKeyBack;

  private final String version;
  private final byte[] pad = new byte[DataKey.LENGTH];

  PracticeKek(String version) {
    this.version = version;
    new Random(version.hashCode()).nextBytes(pad);
  }

  @Override
  public WrappedKey wrap(byte[] dataKey) throws KeyUnavailable {
    calls.add("wrapKey");
    if (refusesWrap) {
      throw new KeyUnavailable("Forbidden", "wrapKey is not allowed");
    }
    return new WrappedKey(version, "RSA-OAEP-256", xor(dataKey));
  }

  @Override
  public byte[] unwrap(WrappedKey wrapped) throws KeyUnavailable {
    calls.add("unwrapKey");
    if (refusesUnwrap || !wrapped.keyVersion().equals(version)) {
      throw new KeyUnavailable("Forbidden", "unwrapKey is not allowed");
    }
    byte[] plain = xor(wrapped.bytes());
    plain[0] ^= (byte) (givesAnotherKeyBack ? 1 : 0);
    return plain;
  }

  private byte[] xor(byte[] bytes) {
    byte[] out = bytes.clone();
    for (int i = 0; i < out.length && i < pad.length; i++) {
      out[i] ^= pad[i];
    }
    return out;
  }
}
