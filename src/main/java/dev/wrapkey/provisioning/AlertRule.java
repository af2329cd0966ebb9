package dev.wrapkey.provisioning;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A rule that tells action groups of entries of the activity log.
 *
 * @param id its resource identifier
 * @param scopes identifiers; the rule is about entries of what lies at or below one of them
 * @param conditions fields of an entry and the values that they must all have; several that any one
 *     satisfies stand with {@link #OR} between them
 * @param groups whom it tells
 * @param enabled a rule that is not tells nobody
 * @param description for people
 */
public record AlertRule(
    ResourceId id,
    List<String> scopes,
    Map<String, String> conditions,
    List<ResourceId> groups,
    boolean enabled,
    String description) {

  public static final String TYPE = "Microsoft.Insights/activityLogAlerts";

  private static final String CATEGORY = "category";

  /** Between the values of a condition that any of several satisfies. */
  public static final String OR = "|";

  /** What a rule of Wrapkey's watches for. */
  public enum Kind {
    /** Resource Health takes the server for unavailable. */
    HEALTH(
        Map.of(CATEGORY, "ResourceHealth", "properties.currentHealthStatus", "Unavailable"),
        Map.of(
            "properties.previousHealthStatus", "Available",
            "properties.cause", "UserInitiated",
            "status", "Active",
            "level", "Critical")),
    /** Something about the server has failed, access to its key included. */
    FAILURE(Map.of(CATEGORY, "Administrative", "status", "Failed"), Map.of("level", "Error"));

    private final Map<String, String> conditions;
    private final Map<String, String> more;

    Kind(Map<String, String> conditions, Map<String, String> more) {
      this.conditions = conditions;
      this.more = more;
    }

    /**
     * The fields of the activity log that it looks at ("Create Resource Health alerts", "Azure
     * activity log event schema", 2026).
     */
    public Map<String, String> conditions() {
      return conditions;
    }

    /** Whether an entry of this kind has one of several values in a field. */
    private boolean has(String field, String values) {
      String value = conditions.getOrDefault(field, more.getOrDefault(field, ""));
      return Stream.of(values.split(Pattern.quote(OR))).anyMatch(value::equalsIgnoreCase);
    }
  }

  public AlertRule {
    scopes = List.copyOf(scopes);
    conditions = Map.copyOf(conditions);
    groups = List.copyOf(groups);
  }

  public String name() {
    return id.name();
  }

  /** Whether the rule would tell of a resource what {@code kind} watches for. */
  public boolean watches(ResourceId resource, Kind kind) {
    String text = resource + "/";
    boolean within =
        scopes.stream()
            .map(scope -> scope.endsWith("/") ? scope : scope + "/")
            .anyMatch(scope -> text.regionMatches(true, 0, scope, 0, scope.length()));
    return enabled
        && within
        && conditions.containsKey(CATEGORY)
        && conditions.entrySet().stream().allMatch(one -> kind.has(one.getKey(), one.getValue()));
  }
}
