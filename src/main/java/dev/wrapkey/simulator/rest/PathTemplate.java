package dev.wrapkey.simulator.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A shape of paths, taken apart once: every request is held against most of them. */
final class PathTemplate {

  private static final String SCOPE = "{scope}";

  private final List<String> wanted;
  private final boolean scoped;

  /**
   * @param template segments, {@code {name}} for any text; one that begins with {@code {scope}}
   *     takes any number of segments there. Letter case of the fixed segments does not matter.
   */
  PathTemplate(String template) {
    List<String> all = segments(template);
    this.scoped = !all.isEmpty() && all.getFirst().equals(SCOPE);
    this.wanted = scoped ? all.subList(1, all.size()) : all;
  }

  /**
   * The variable parts if a path has this shape.
   *
   * @param path its {@link #segments}
   */
  Optional<Map<String, String>> match(List<String> path) {
    int extra = path.size() - wanted.size();
    if (extra < 0 || extra > 0 && !scoped) {
      return Optional.empty();
    }
    List<String> given = path.subList(extra, path.size());
    for (int i = 0; i < wanted.size(); i++) {
      if (!isName(wanted.get(i)) && !wanted.get(i).equalsIgnoreCase(given.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(parts(path.subList(0, extra), given));
  }

  private Map<String, String> parts(List<String> scope, List<String> given) {
    Map<String, String> parts = new TreeMap<>();
    if (scoped) {
      parts.put("scope", "/" + String.join("/", scope));
    }
    for (int i = 0; i < wanted.size(); i++) {
      String want = wanted.get(i);
      if (isName(want)) {
        parts.put(want.substring(1, want.length() - 1), given.get(i));
      }
    }
    return parts;
  }

  private static boolean isName(String segment) {
    return segment.startsWith("{");
  }

  /** What lies between the slashes of a path as it came, decoded. */
  static List<String> segments(String rawPath) {
    return Arrays.stream(rawPath.split("/"))
        .filter(s -> !s.isEmpty())
        .map(s -> URLDecoder.decode(s.replace("+", "%2B"), StandardCharsets.UTF_8))
        .toList();
  }
}
