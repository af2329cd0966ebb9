package dev.wrapkey.simulator.world;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Makes identifiers. Those of practice principals and resources all begin alike, so that nobody
 * mistakes them.
 */
public final class Ids {

  /** How every practice tenant, subscription and principal id begins. */
  public static final String PATTERN = "facade00-0000-4000-a000-";

  private final SecureRandom random;

  public Ids(SecureRandom random) {
    this.random = random;
  }

  /** A GUID of the practice pattern. */
  public String guid() {
    return PATTERN + hex(6);
  }

  /** A version of a key: 32 hex digits without dashes, as Key Vault writes it. */
  public String keyVersion() {
    return hex(16);
  }

  /** Bytes that nobody can guess. */
  public byte[] bytes(int length) {
    byte[] value = new byte[length];
    random.nextBytes(value);
    return value;
  }

  private String hex(int length) {
    return HexFormat.of().formatHex(bytes(length));
  }
}
