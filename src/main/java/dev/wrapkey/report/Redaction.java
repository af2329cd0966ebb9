package dev.wrapkey.report;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out of a text what opens something: passwords, tokens, keys. It knows them by their shape
 * or by the name before them, and takes rather too much than too little.
 */
public final class Redaction {

  private static final String GONE = "[removed]";

  private static final String PASSWORDS = "password|passwd|passphrase|pwd|secret|credentials?";
  private static final String TOKENS =
      "token|assertion|(?:account|access|api|private|subscription|signing|encryption)[_-]?key|signature";
  private static final String NAMES = PASSWORDS + "|" + TOKENS;

  /**
   * What is taken out.
   *
   * @param shape of the secret, with what stands before it
   * @param left in its place
   */
  private record Rule(Pattern shape, String left) {

    static Rule of(String shape, String left) {
      return new Rule(Pattern.compile(shape), left);
    }
  }

  private static final List<Rule> RULES =
      List.of(
          Rule.of(
              "-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\\s\\S]*?"
                  + "(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|\\z)",
              GONE),
          // the end of such a key, where its beginning is cut off
          Rule.of("\\A[\\sA-Za-z0-9+/=]*-----END [A-Z0-9 ]*PRIVATE KEY-----", GONE),
          Rule.of("eyJ[\\w-]{5,}(?:\\.[\\w-]*){0,4}", GONE),
          Rule.of("(?i)(authorization\\\\?[\"']?\\s*[:=]\\s*)[^\\r\\n]+", "$1" + GONE),
          Rule.of("(?i)\\b(bearer|sharedaccesssignature)\\s+[^\\s\"',]+", "$1 " + GONE),
          Rule.of("(://[^/\\s:@]*):[^/\\s]+@", "$1:" + GONE + "@"),
          Rule.of("(?i)([?&](?:sig|code|token|key|secret)=)[^&\\s\"']+", "$1" + GONE),
          Rule.of("(?i)(<[\\w:.-]*(?:" + NAMES + ")[^>\\n]*>)[^<]+", "$1" + GONE),
          // "password": "…", also within another JSON text
          Rule.of(
              "(?i)((?:"
                  + NAMES
                  + ")[\\w-]{0,20}\\\\?[\"']\\s*:\\s*)"
                  + "(?:\\\\\"(?:[^\"\\\\]|\\\\\\\\.)*\\\\\"|\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'"
                  + "|[^\\s,}\\]]+)",
              "$1\"" + GONE + "\""),
          // members of a JSON Web Key that are not public
          Rule.of(
              "(\\\\?\"(?:d|p|q|dp|dq|qi|k|key_hsm|r|t)\\\\?\"\\s*:\\s*\\\\?\")[\\w+/=-]+",
              "$1" + GONE),
          Rule.of(
              "(?i)(--[\\w-]*(?:" + PASSWORDS + "|token)[\\w-]*[ =])\\s*\\S[^\\r\\n]*",
              "$1" + GONE),
          // name = value: a password may have any character, so the line ends there
          Rule.of(
              "(?i)((?:"
                  + PASSWORDS
                  + ")[\\w-]{0,20}\\s*[:=][ \\t]*)(?!\\[removed])[^\\s][^\\r\\n]*",
              "$1" + GONE),
          Rule.of(
              "(?i)((?:" + TOKENS + ")[\\w-]{0,20}\\s*[:=][ \\t]*)(?!\\[removed])[^\\s&;,)\\]]+",
              "$1" + GONE),
          // long runs of letters and digits are keys more often than words
          Rule.of("(?<![\\w+-])[\\w+-]{60,}={0,2}", GONE),
          Rule.of("(?m)^[A-Za-z0-9+/]{60,}={0,2}$", GONE));

  private Redaction() {}

  /** The text without its secrets. */
  public static String of(String text) {
    String left = text;
    for (Rule each : RULES) {
      left = each.shape().matcher(left).replaceAll(each.left());
    }
    return left;
  }
}
