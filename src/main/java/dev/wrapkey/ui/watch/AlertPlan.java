package dev.wrapkey.ui.watch;

import dev.wrapkey.provisioning.ActionGroup;
import dev.wrapkey.provisioning.AlertRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What would be made so that somebody is told.
 *
 * @param group a new action group; empty if one that exists is told
 * @param rules new alert rules; none if all that is of use is there
 */
record AlertPlan(Optional<ActionGroup> group, List<AlertRule> rules) {

  static final AlertPlan NOTHING = new AlertPlan(Optional.empty(), List.of());

  /**
   * The same as commands of the Azure CLI.
   *
   * <p>Source: reference of {@code az monitor action-group} and {@code az monitor activity-log
   * alert}, 2026.
   */
  List<String> commands() {
    List<String> all = new ArrayList<>(group.map(AlertPlan::command).stream().toList());
    rules.forEach(rule -> all.add(command(rule)));
    return all;
  }

  private static String command(ActionGroup group) {
    return "az monitor action-group create --subscription %s --resource-group \"%s\" --name %s --short-name %s%s"
        .formatted(
            group.id().subscription(),
            group.id().resourceGroup(),
            group.name(),
            group.shortName(),
            group.emails().stream()
                .map(email -> " --action email email1 \"" + email + "\"")
                .collect(Collectors.joining()));
  }

  private static String command(AlertRule rule) {
    String condition =
        new TreeMap<>(rule.conditions())
            .entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(" and "));
    return "az monitor activity-log alert create --subscription %s --resource-group \"%s\" --name %s --scope \"%s\" --condition %s --action-group \"%s\""
        .formatted(
            rule.id().subscription(),
            rule.id().resourceGroup(),
            rule.name(),
            String.join(" ", rule.scopes()),
            condition,
            rule.groups().getFirst());
  }
}
