package dev.wrapkey.encryption;

import java.util.Set;

/** A key store with many versions of a key: wraps with the newest, unwraps with the one named. */
final class PracticeVault implements KeyEncryptionKey {

  static final String KEY = "https://v.vault.azure.net/keys/k/";

  int newest = 1;

  /** Versions below this one are disabled. */
  int oldest = 1;

  /** Identifiers of versions below that one that are not disabled. */
  Set<String> kept = Set.of();

  @Override
  public WrappedKey wrap(byte[] dataKey) throws KeyUnavailable {
    return new PracticeKek(KEY + newest).wrap(dataKey);
  }

  @Override
  public byte[] unwrap(WrappedKey wrapped) throws KeyUnavailable {
    String name = wrapped.keyVersion();
    if (!name.startsWith(KEY) || !name.substring(KEY.length()).matches("[0-9]{1,6}")) {
      throw new KeyUnavailable("KeyNotFound", "there is no such key");
    }
    if (Integer.parseInt(name.substring(KEY.length())) < oldest && !kept.contains(name)) {
      throw new KeyUnavailable("Forbidden", "the key version is disabled");
    }
    return new PracticeKek(name).unwrap(wrapped);
  }
}
