package dev.wrapkey.simulator.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One method on one shape of path.
 *
 * @param method upper case
 * @param template segments, {@code {name}} for any text; a template that begins with {@code
 *     {scope}} takes any number of segments there. Letter case of the fixed segments does not
 *     matter.
 * @param action the right that the call needs, for example {@code Microsoft.KeyVault/vaults/read};
 *     empty for none
 * @param handler answers
 */
record Route(String method, String template, String action, Handler handler) {

  /** Answers a call. */
  @FunctionalInterface
  interface Handler {
    WireAnswer handle(Call call);
  }

  private static final String SCOPE = "{scope}";

  /** The variable parts if a path has this shape. */
  Optional<Map<String, String>> match(String rawPath) {
    List<String> wanted = segments(template);
    List<String> given = segments(rawPath);
    Map<String, String> found = new TreeMap<>();
    if (!wanted.isEmpty() && wanted.getFirst().equals(SCOPE)) {
      int extra = given.size() - (wanted.size() - 1);
      if (extra < 0) {
        return Optional.empty();
      }
      found.put("scope", "/" + String.join("/", given.subList(0, extra)));
      wanted = wanted.subList(1, wanted.size());
      given = given.subList(extra, given.size());
    }
    if (wanted.size() != given.size()) {
      return Optional.empty();
    }
    for (int i = 0; i < wanted.size(); i++) {
      String want = wanted.get(i);
      if (want.startsWith("{")) {
        found.put(want.substring(1, want.length() - 1), given.get(i));
      } else if (!want.equalsIgnoreCase(given.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  private static List<String> segments(String path) {
    return Arrays.stream(path.split("/"))
        .filter(s -> !s.isEmpty())
        .map(s -> URLDecoder.decode(s.replace("+", "%2B"), StandardCharsets.UTF_8))
        .toList();
  }
}
