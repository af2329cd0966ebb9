package dev.wrapkey.rules;

import dev.wrapkey.provisioning.KeyIdentifier;
import java.util.Locale;
import java.util.Optional;

/**
 * A key identifier that a person types: URI-1 to URI-8. Every refusal begins with the portal's own
 * sentence (URI-4, azure-docs issue 120552, 7 March 2024) and goes on to say which part is wrong.
 *
 * <p>Stricter than a general URI on purpose: the program will send requests to that host.
 */
public final class KeyIdentifierCheck {

  private static final String SCHEME = "https://";
  private static final int LONGEST = 256;

  private KeyIdentifierCheck() {}

  /**
   * The rule that the text breaks.
   *
   * @param text what was typed or pasted
   * @param automaticVersion true if "Use automatic key version update" is ticked: a version is then
   *     accepted and to be stripped, otherwise it is demanded (URI-5)
   */
  public static Optional<Finding> check(String text, boolean automaticVersion) {
    Optional<Finding> refused = characters(text).or(() -> parts(text));
    if (refused.isPresent()) {
      return refused;
    }
    Optional<KeyIdentifier> parsed = KeyIdentifier.parse(text);
    if (parsed.isEmpty()) {
      return refusal("URI-4", "URI-1.path");
    }
    boolean versionMissing = !automaticVersion && parsed.get().version().isEmpty();
    return versionMissing ? refusal("URI-5", "URI-5") : Optional.empty();
  }

  /** The text without the blanks that come along when it is pasted. */
  public static String pasted(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  // No-break spaces come out of documents; invisible marks are left, to be refused.
  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static Optional<Finding> characters(String text) {
    if (text.isEmpty()) {
      return refusal("URI-4", "URI-4.empty");
    }
    if (text.length() > LONGEST) {
      return refusal("URI-4", "URI-4.long");
    }
    if (!text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return refusal("URI-1", "URI-1.scheme");
    }
    String foreign = text.replaceAll("[^@?#%]", "");
    if (!foreign.isEmpty()) {
      return refusal("URI-4", "URI-4.part", foreign.substring(0, 1));
    }
    boolean known = Ascii.only(text, c -> Ascii.isLetterOrDigit(c) || "-./:".indexOf(c) >= 0);
    return known ? Optional.empty() : refusal("URI-4", "URI-4.character");
  }

  private static Optional<Finding> parts(String text) {
    String[] segments = text.substring(SCHEME.length()).split("/", -1);
    return host(segments[0].toLowerCase(Locale.ROOT)).or(() -> path(segments));
  }

  private static Optional<Finding> host(String host) {
    if (host.contains(":")) {
      return refusal("URI-4", "URI-4.port");
    }
    if (host.endsWith(".vault.azure.com")) {
      return refusal("URI-8", "URI-8");
    }
    int dot = host.indexOf('.');
    if (dot < 0
        || KeyIdentifier.parse(SCHEME + "abc" + host.substring(dot) + "/keys/k").isEmpty()) {
      return refusal("URI-2", "URI-2", host);
    }
    return KeyIdentifier.parse(SCHEME + host + "/keys/k").isEmpty()
        ? refusal("URI-7", "URI-7.store", host.substring(0, dot))
        : Optional.empty();
  }

  private static Optional<Finding> path(String[] segments) {
    if (segments.length < 3 || !segments[1].equalsIgnoreCase("keys")) {
      return refusal("URI-1", "URI-1.path");
    }
    String key = segments[2];
    if (!Ascii.within(key, 1, 127) || !Ascii.only(key, c -> Ascii.isLetterOrDigit(c) || c == '-')) {
      return refusal("URI-7", "URI-7.key");
    }
    boolean versioned = segments.length > 3 && !segments[3].isEmpty();
    if (versioned && (segments[3].length() != 32 || !Ascii.only(segments[3], Ascii::isHexDigit))) {
      return refusal("URI-6", "URI-6");
    }
    return Optional.empty();
  }

  private static Optional<Finding> refusal(String rule, String reason, String... places) {
    String message = RulePack.words("URI-4") + " " + RulePack.words(reason, places);
    return Optional.of(new Finding(rule, RulePack.rule(rule).severity(), message));
  }
}
