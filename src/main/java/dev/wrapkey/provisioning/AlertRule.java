package dev.wrapkey.provisioning;

import java.util.List;
import java.util.Map;

/**
 * A rule that tells action groups of entries of the activity log.
 *
 * @param id its resource identifier
 * @param scopes identifiers; the rule is about entries of what lies at or below one of them
 * @param conditions fields of an entry and the values that they must all have; conditions of
 *     another kind are left out
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

  /** What a rule of Wrapkey's watches for. */
  public enum Kind {
    /** Resource Health takes the server for unavailable. */
    HEALTH(Map.of(CATEGORY, "ResourceHealth", "properties.currentHealthStatus", "Unavailable")),
    /** Something about the server has failed, access to its key included. */
    FAILURE(Map.of(CATEGORY, "Administrative", "status", "Failed"));

    private final Map<String, String> conditions;

    Kind(Map<String, String> conditions) {
      this.conditions = conditions;
    }

    /**
     * The fields of the activity log that it looks at ("Create Resource Health alerts", "Azure
     * activity log event schema", 2026).
     */
    public Map<String, String> conditions() {
      return conditions;
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
        && kind.conditions().entrySet().containsAll(conditions.entrySet())
        && has(kind);
  }

  // A rule that asks for more than the kind does would leave some of it out; one that asks for
  // less tells of it as well, as long as it is about this category.
  private boolean has(Kind kind) {
    return String.valueOf(conditions.get(CATEGORY)).equals(kind.conditions().get(CATEGORY));
  }
}
