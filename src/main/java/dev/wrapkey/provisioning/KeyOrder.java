package dev.wrapkey.provisioning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a new RSA key shall be.
 *
 * @param bits length of the modulus: 2048, 3072 or 4096
 * @param hardware true to keep it in a hardware security module, as type {@code RSA-HSM}
 * @param enabled false to make it switched off
 * @param activates not to be used before, if wanted
 * @param expires not to be used after, if wanted
 * @param operations permitted operations, for example {@code import}; empty for the usual ones
 */
public record KeyOrder(
    int bits,
    boolean hardware,
    boolean enabled,
    Optional<Instant> activates,
    Optional<Instant> expires,
    List<String> operations) {

  /** A key that works at once and for ever. */
  public static KeyOrder usual(int bits, boolean hardware) {
    return new KeyOrder(bits, hardware, true, Optional.empty(), Optional.empty(), List.of());
  }

  /** A key whose only use is to receive others by transfer file. */
  public static KeyOrder exchange(int bits) {
    return new KeyOrder(bits, true, true, Optional.empty(), Optional.empty(), List.of("import"));
  }
}
