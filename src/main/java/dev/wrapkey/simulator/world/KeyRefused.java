package dev.wrapkey.simulator.world;

import dev.wrapkey.encryption.KeyUnavailable;

/** One of the keys of a server refused, where there may be two. */
final class KeyRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final KeyUnavailable refusal;
  private final String key;

  /**
   * @param refusal what its store said
   * @param key its identifier
   */
  KeyRefused(KeyUnavailable refusal, String key) {
    super(refusal);
    this.refusal = refusal;
    this.key = key;
  }

  Problem problem() {
    return KeyCheck.whenUsing(refusal, key);
  }
}
