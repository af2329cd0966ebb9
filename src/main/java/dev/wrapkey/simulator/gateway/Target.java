package dev.wrapkey.simulator.gateway;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a request asks for, made safe to take apart. */
final class Target {

  // Segments . and .. in any spelling, a slash or a backslash in disguise, control characters.
  private static final Pattern TRICK =
      Pattern.compile("(?i)(^|/)(\\.|%2e){1,2}(/|$)|%2f|%5c|\\\\|%[01][0-9a-f]|%7f");
  private static final String LEGAL = "-._~:/?@!$&'()*+,;=%";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Target() {}

  /**
   * The address of a request.
   *
   * @param pathQuery as the client wrote it
   * @return empty if it cannot be read, or is written to be read in two ways
   */
  static Optional<URI> of(String host, String pathQuery) {
    String path = pathQuery.split("\\?", 2)[0];
    if (!path.startsWith("/") || TRICK.matcher(path).find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI("https://" + host + escaped(pathQuery)));
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }

  /** Some clients write blanks, quotes and braces as they are. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || LEGAL.indexOf(c) >= 0);
      escaped.append(plain ? String.valueOf(c) : "%" + HEX.toHexDigits(each));
    }
    return escaped.toString();
  }
}
