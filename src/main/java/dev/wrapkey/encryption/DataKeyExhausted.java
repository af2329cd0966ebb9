package dev.wrapkey.encryption;

/**
 * A data key has sealed as many pages as it may. What it sealed stays readable; a new page needs a
 * new data key.
 *
 * <p>The limit stays under the 2^32 seals that NIST SP 800-38D (November 2007), section 8.3, allows
 * one key.
 */
public final class DataKeyExhausted extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DataKeyExhausted(long limit) {
    super(
        "the data key may seal "
            + limit
            + " pages and has no number left; the volume needs a new data key");
  }
}
