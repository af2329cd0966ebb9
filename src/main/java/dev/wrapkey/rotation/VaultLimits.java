package dev.wrapkey.rotation;

import dev.wrapkey.provisioning.Key;
import java.time.Duration;
import java.util.Locale;

/**
 * How many operations a key vault serves in ten seconds, per vault and region. The limits are
 * weighted and their sum counts: an operation with a larger key takes a larger share. Source:
 * "Azure Key Vault service limits", 23 July 2025. Of a managed HSM other limits are said; these are
 * taken for it as well, because they are lower.
 *
 * @param operations with keys of this kind, all but creation
 * @param creations of keys of this kind
 */
record VaultLimits(int operations, int creations) {

  static final Duration WINDOW = Duration.ofSeconds(10);

  /** For a key about which nothing is known. */
  static final VaultLimits LOWEST = new VaultLimits(250, 10);

  static VaultLimits of(Key key) {
    boolean hardware = key.type().toUpperCase(Locale.ROOT).endsWith("-HSM");
    int software = key.bits() > 3072 ? 500 : key.bits() > 2048 ? 1000 : 4000;
    if (key.bits() == 0) {
      return LOWEST;
    }
    return hardware ? new VaultLimits(software / 2, 10) : new VaultLimits(software, 20);
  }
}
