package dev.wrapkey.azure;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.ActionGroup;
import dev.wrapkey.provisioning.AlertRule;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.HealthNote;
import dev.wrapkey.provisioning.LogEntry;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Resource Health and Azure Monitor, asked over the SDK's pipeline: their modules of the SDK would
 * be two more for six calls.
 *
 * <p>Source: published APIs {@code Microsoft.ResourceHealth/availabilityStatuses} 2025-05-01,
 * {@code Microsoft.Insights/eventtypes} 2015-04-01, {@code activityLogAlerts} 2020-10-01, {@code
 * actionGroups} 2023-01-01; read 22 November 2026.
 */
record AzureWatch(ArmResources resources) implements Watch {

  private static final String HEALTH = "2025-05-01";
  private static final String EVENTS = "2015-04-01";
  private static final String RULES = "2020-10-01";
  private static final String GROUPS = "2023-01-01";

  @Override
  public List<HealthNote> health(ResourceId resource) {
    return all(
        resource + "/providers/Microsoft.ResourceHealth/availabilityStatuses",
        HEALTH,
        WatchShape::note);
  }

  @Override
  public void activity(
      ResourceId resource,
      Instant since,
      Instant until,
      Cancellation cancellation,
      Consumer<List<LogEntry>> page) {
    String filter =
        "eventTimestamp ge '%s' and eventTimestamp le '%s' and resourceUri eq '%s'"
            .formatted(since, until, resource);
    resources.each(
        "/subscriptions/%s/providers/Microsoft.Insights/eventtypes/management/values?$filter=%s"
            .formatted(resource.subscription(), filter),
        EVENTS,
        cancellation,
        found -> page.accept(found.stream().map(WatchShape::entry).toList()));
  }

  @Override
  public List<AlertRule> alertRules(String subscription) {
    return all(place(subscription, AlertRule.TYPE), RULES, WatchShape::rule).stream()
        .sorted(Comparator.comparing(AlertRule::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  @Override
  public List<ActionGroup> actionGroups(String subscription) {
    return all(place(subscription, ActionGroup.TYPE), GROUPS, WatchShape::group).stream()
        .sorted(Comparator.comparing(ActionGroup::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  @Override
  public ActionGroup createGroup(ActionGroup group) {
    return WatchShape.group(made(group.id(), GROUPS, WatchShape.write(group)));
  }

  @Override
  public AlertRule createRule(AlertRule rule) {
    return WatchShape.rule(made(rule.id(), RULES, WatchShape.write(rule)));
  }

  // Both services make and change with the same request, without a condition that forbids the one.
  private Json made(ResourceId id, String version, Map<String, ?> body) {
    if (resources.find(id.toString(), version).isPresent()) {
      throw new CloudFailure(
          CloudFailure.Kind.NAME_TAKEN,
          "AlreadyExists",
          Phrases.say("azure.watch.exists", id.name()),
          "");
    }
    resources.put(id.toString(), version, body).poll();
    return resources
        .find(id.toString(), version)
        .orElseThrow(
            () ->
                new CloudFailure(
                    CloudFailure.Kind.SERVICE,
                    "NotThere",
                    Phrases.say("azure.watch.missing", id.name()),
                    ""));
  }

  private static String place(String subscription, String type) {
    return "/subscriptions/" + subscription + "/providers/" + type;
  }

  private <T> List<T> all(String path, String version, Function<Json, T> reader) {
    List<T> found = new ArrayList<>();
    resources.each(
        path,
        version,
        new Cancellation(),
        page -> page.forEach(one -> found.add(reader.apply(one))));
    return List.copyOf(found);
  }
}
