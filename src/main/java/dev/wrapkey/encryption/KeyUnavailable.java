package dev.wrapkey.encryption;

/**
 * The key encryption key could not be used. The code is the key store's own, for example {@code
 * Forbidden}.
 */
public final class KeyUnavailable extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code the key store's error code
   * @param details the key store's words
   */
  public KeyUnavailable(String code, String details) {
    super(details);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
