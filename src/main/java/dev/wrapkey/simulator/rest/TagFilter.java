package dev.wrapkey.simulator.rest;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of {@code $filter} that asks for tags: {@code tagName eq 'a' and tagValue eq 'b'}.
 *
 * @param name that must be there, if asked
 * @param value that it must have, if asked
 */
record TagFilter(Optional<String> name, Optional<String> value) {

  private static final Pattern NAME = Pattern.compile("(?i)\\btagname\\s+eq\\s+'([^']*)'");
  private static final Pattern VALUE = Pattern.compile("(?i)\\btagvalue\\s+eq\\s+'([^']*)'");

  static TagFilter of(Call call) {
    String filter = call.query("$filter");
    return new TagFilter(group(NAME, filter), group(VALUE, filter));
  }

  private static Optional<String> group(Pattern pattern, String filter) {
    Matcher matcher = pattern.matcher(filter);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  boolean matches(Map<String, String> tags) {
    return name.isEmpty()
        || tags.entrySet().stream()
            .anyMatch(
                t ->
                    t.getKey().equalsIgnoreCase(name.get())
                        && (value.isEmpty() || t.getValue().equals(value.get())));
  }
}
