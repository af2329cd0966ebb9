package dev.wrapkey.keyfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;

/** The key files beside these tests, for tests of other packages. */
public final class Samples {

  /** What opens the protected ones. */
  public static final String PASSWORD = "practice";

  /** What opens {@code canary.pfx} alone, which holds the same key. */
  public static final String CANARY = "Canary-3094-kestrel";

  private Samples() {}

  /** How the private exponent of the key begins when it travels: base64url. */
  public static String privateExponent() {
    try {
      byte[] d =
          Given.rsa(Given.checkedIn("plain.pem"), "").key().getPrivateExponent().toByteArray();
      int from = d[0] == 0 ? 1 : 0;
      return Base64.getUrlEncoder().encodeToString(Arrays.copyOfRange(d, from, from + 24));
    } catch (KeyFileRefused e) {
      throw new AssertionError(e);
    }
  }

  /** A line from the middle of the plain key file. */
  public static String privateLine() {
    return new String(Given.checkedIn("plain.pem"), StandardCharsets.US_ASCII).split("\n")[8];
  }

  /** Lays one into a folder. */
  public static Path lay(String name, Path folder) {
    try {
      return Files.write(folder.resolve(name), Given.checkedIn(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
