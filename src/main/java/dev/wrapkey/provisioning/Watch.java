package dev.wrapkey.provisioning;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * What Azure has noticed of a resource, and whom it tells: Resource Health, the activity log, and
 * the alert rules on it. Failures as in {@link Cloud}.
 */
public interface Watch {

  /**
   * What Resource Health says of a resource: what is now, then what was before, newest first. Of a
   * server that cannot use its key it learns from the first connection that is denied ("Data
   * encryption at rest", 2 June 2026).
   */
  List<HealthNote> health(ResourceId resource);

  /**
   * Hands over the activity log of a resource page by page, in the order of the service, until the
   * end or until cancelled. The service keeps 90 days.
   */
  void activity(
      ResourceId resource,
      Instant since,
      Instant until,
      Cancellation cancellation,
      Consumer<List<LogEntry>> page);

  /** The alert rules of a subscription that watch the activity log, by name. */
  List<AlertRule> alertRules(String subscription);

  /** The action groups of a subscription, by name. */
  List<ActionGroup> actionGroups(String subscription);

  /**
   * Makes an action group in a resource group that exists.
   *
   * @return the group as the service keeps it
   * @throws CloudFailure NAME_TAKEN if there is one of this name: to make it again would change it
   */
  @Change("Microsoft.Insights/actionGroups/write")
  ActionGroup createGroup(ActionGroup group);

  /**
   * Makes an alert rule in a resource group that exists.
   *
   * @return the rule as the service keeps it
   * @throws CloudFailure NAME_TAKEN if there is one of this name: to make it again would change it
   */
  @Change("Microsoft.Insights/activityLogAlerts/write")
  AlertRule createRule(AlertRule rule);
}
