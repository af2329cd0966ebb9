package dev.wrapkey.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A line as it stands in the file: its hash, a blank, its JSON. The hash is SHA-256 over the hash
 * of the line before, a blank, and the JSON, all as UTF-8; so no line can be changed, taken away or
 * put in between without changing all that follow.
 *
 * @param hash 64 hexadecimal digits
 * @param json the line
 */
record Link(String hash, String json) {

  /** Stands for the hash before the first line. */
  static final String ORIGIN = "0".repeat(64);

  private static final int DIGITS = 64;

  static Link after(String previous, String json) {
    return new Link(hash(previous, json), json);
  }

  /** Empty if the text has not the shape of a line. */
  static Optional<Link> parse(String text) {
    return text.length() > DIGITS + 1
            && text.charAt(DIGITS) == ' '
            && text.substring(0, DIGITS).matches("[0-9a-f]+")
        ? Optional.of(new Link(text.substring(0, DIGITS), text.substring(DIGITS + 1)))
        : Optional.empty();
  }

  boolean follows(String previous) {
    return hash.equals(hash(previous, json));
  }

  String text() {
    return hash + " " + json + "\n";
  }

  private static String hash(String previous, String json) {
    try {
      byte[] text = (previous + " " + json).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
