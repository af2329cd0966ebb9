package dev.wrapkey.simulator.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One method on one shape of path.
 *
 * @param method upper case
 * @param template the shape
 * @param action the right that the call needs, for example {@code Microsoft.KeyVault/vaults/read};
 *     empty for none
 * @param handler answers
 */
record Route(String method, PathTemplate template, String action, Handler handler) {

  /** Answers a call. */
  @FunctionalInterface
  interface Handler {
    WireAnswer handle(Call call);
  }

  /**
   * @param template as {@link PathTemplate} reads it
   */
  Route(String method, String template, String action, Handler handler) {
    this(method, new PathTemplate(template), action, handler);
  }

  /**
   * The variable parts if a path has this shape.
   *
   * @param path its {@link PathTemplate#segments}
   */
  Optional<Map<String, String>> match(List<String> path) {
    return template.match(path);
  }
}
