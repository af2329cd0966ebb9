package dev.wrapkey.azure;

import dev.wrapkey.provisioning.ActionGroup;
import dev.wrapkey.provisioning.AlertRule;
import dev.wrapkey.provisioning.HealthNote;
import dev.wrapkey.provisioning.LogEntry;
import dev.wrapkey.provisioning.ResourceId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Resource Health, activity log and alerts in the shapes of their services. */
final class WatchShape {

  // As the portal and the published examples have it; the newer API accepts either case.
  private static final String GLOBAL = "Global";
  private static final List<String> OTHER_RECEIVERS =
      List.of(
          "smsReceivers",
          "webhookReceivers",
          "itsmReceivers",
          "azureAppPushReceivers",
          "automationRunbookReceivers",
          "voiceReceivers",
          "logicAppReceivers",
          "azureFunctionReceivers",
          "armRoleReceivers",
          "eventHubReceivers");

  private WatchShape() {}

  static HealthNote note(Json status) {
    Json told = status.at("properties");
    return new HealthNote(
        told.string("availabilityState"),
        told.string("title"),
        told.string("summary"),
        // Spelled with one r up to 2018 and in some answers since.
        Stream.of("occurredTime", "occuredTime")
            .flatMap(name -> moment(told.string(name)).stream())
            .findFirst(),
        told.string("reasonType"));
  }

  private static Optional<Instant> moment(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  static LogEntry entry(Json event) {
    return new LogEntry(
        moment(event.string("eventTimestamp")).orElse(Instant.EPOCH),
        event.string("level"),
        event.string("category", "value"),
        event.string("operationName", "value"),
        event.string("status", "value"),
        event.string("caller"),
        event.string("correlationId"),
        message(event));
  }

  private static String message(Json event) {
    return Stream.of(
            event.string("properties", "details"),
            event.string("properties", "statusMessage"),
            event.string("subStatus", "localizedValue"),
            event.string("description"))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  static ActionGroup group(Json group) {
    Json told = group.at("properties");
    return new ActionGroup(
        ResourceId.of(group.string("id")),
        told.string("groupShortName"),
        told.items("emailReceivers").stream().map(one -> one.string("emailAddress")).toList(),
        OTHER_RECEIVERS.stream().mapToInt(kind -> told.items(kind).size()).sum(),
        isOn(told));
  }

  // A service that leaves it out means yes.
  private static boolean isOn(Json properties) {
    return !Boolean.FALSE.equals(properties.at("enabled").value());
  }

  static Map<String, ?> write(ActionGroup group) {
    List<Map<String, ?>> receivers = new ArrayList<>();
    for (String email : group.emails()) {
      receivers.add(
          Map.of(
              "name",
              "email" + (receivers.size() + 1),
              "emailAddress",
              email,
              "useCommonAlertSchema",
              true));
    }
    return Map.of(
        "location",
        GLOBAL,
        "properties",
        Map.of(
            "groupShortName",
            group.shortName(),
            "enabled",
            group.enabled(),
            "emailReceivers",
            receivers));
  }

  static AlertRule rule(Json rule) {
    Json told = rule.at("properties");
    Map<String, String> conditions = new LinkedHashMap<>();
    for (Json leaf : told.items("condition", "allOf")) {
      List<Json> any = leaf.items("anyOf");
      String field = any.isEmpty() ? leaf.string("field") : any.getFirst().string("field");
      conditions.put(field, String.join(AlertRule.OR, values(leaf, any)));
    }
    return new AlertRule(
        ResourceId.of(rule.string("id")),
        told.strings("scopes"),
        conditions,
        told.items("actions", "actionGroups").stream()
            .flatMap(one -> ResourceId.parse(one.string("actionGroupId")).stream())
            .toList(),
        isOn(told),
        told.string("description"));
  }

  private static List<String> values(Json leaf, List<Json> any) {
    if (!any.isEmpty()) {
      return any.stream().map(one -> one.string("equals")).toList();
    }
    List<String> several = leaf.strings("containsAny");
    return several.isEmpty() ? List.of(leaf.string("equals")) : several;
  }

  static Map<String, ?> write(AlertRule rule) {
    List<Map<String, String>> leaves =
        new TreeMap<>(rule.conditions())
            .entrySet().stream()
                .map(one -> Map.of("field", one.getKey(), "equals", one.getValue()))
                .toList();
    return Map.of(
        "location",
        GLOBAL,
        "properties",
        Map.of(
            "scopes", rule.scopes(),
            "condition", Map.of("allOf", leaves),
            "actions",
                Map.of(
                    "actionGroups",
                    rule.groups().stream()
                        .map(group -> Map.of("actionGroupId", group.toString()))
                        .toList()),
            "enabled", rule.enabled(),
            "description", rule.description()));
  }
}
