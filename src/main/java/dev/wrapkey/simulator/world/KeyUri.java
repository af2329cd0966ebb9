package dev.wrapkey.simulator.world;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a key identifier.
 *
 * @param host of the vault, lower case
 * @param name of the key
 * @param version 32 hex digits, or empty for the newest
 */
public record KeyUri(String host, String name, String version) {

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?i)https://([a-z0-9-]{3,24}\\.(?:vault|managedhsm)\\.azure\\.net)"
              + "/keys/([0-9a-z-]{1,127})(?:/([0-9a-f]{32}))?/?");

  /** Reads an identifier; empty if the text is none. */
  public static Optional<KeyUri> parse(String text) {
    Matcher m = SHAPE.matcher(text);
    return m.matches()
        ? Optional.of(
            new KeyUri(
                m.group(1).toLowerCase(Locale.ROOT),
                m.group(2),
                m.group(3) == null ? "" : m.group(3).toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  /** The identifier without its version. */
  public String versionless() {
    return "https://" + host + "/keys/" + name;
  }
}
