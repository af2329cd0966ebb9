package dev.wrapkey.provisioning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One version of a key as its store describes it.
 *
 * @param id the identifier; versioned for a version, versionless in a list of keys
 * @param type {@code RSA}, {@code RSA-HSM}, {@code EC} …; empty where the listing does not tell
 * @param bits the modulus length of an RSA key, 0 where unknown or not RSA
 * @param operations permitted operations, for example {@code wrapKey}; empty where the listing does
 *     not tell
 * @param life enabled flag and dates
 */
public record Key(KeyIdentifier id, String type, int bits, List<String> operations, Life life) {

  /**
   * When a key may be used.
   *
   * @param enabled false if someone switched it off
   * @param created when it was made
   * @param activates not before this moment, if set
   * @param expires not after this moment, if set
   */
  public record Life(
      boolean enabled, Instant created, Optional<Instant> activates, Optional<Instant> expires) {}
}
