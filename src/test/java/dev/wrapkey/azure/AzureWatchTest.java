package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.ActionGroup;
import dev.wrapkey.provisioning.AlertRule;
import dev.wrapkey.provisioning.AlertRule.Kind;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.HealthNote;
import dev.wrapkey.provisioning.LogEntry;
import dev.wrapkey.provisioning.ResourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shapes of the published examples that the practice cloud does not make. */
class AzureWatchTest {

  private static final String SUB = "facade00-0000-4000-a000-0000000000a1";
  private static final ResourceId SERVER = ResourceId.server(SUB, "rg", "pg");

  private final Wire wire = new Wire();

  private static String list(String item) {
    return "{\"value\": [" + item + "]}";
  }

  private AlertRule rule(String conditions) {
    wire.then(
        200,
        list(
            """
            {"id": "/subscriptions/%1$s/resourceGroups/rg/providers/Microsoft.Insights/activityLogAlerts/a",
             "properties": {"scopes": ["/subscriptions/%1$s"], "enabled": true,
               "condition": {"allOf": [%2$s]}, "actions": {"actionGroups": []}}}\
            """
                .formatted(SUB, conditions)));
    return wire.cloud().watch().alertRules(SUB).getFirst();
  }

  @Test
  void aRuleMadeInThePortalWithAlternativesCounts() {
    AlertRule rule =
        rule(
            """
            {"field": "category", "equals": "ResourceHealth"},
            {"anyOf": [{"field": "properties.currentHealthStatus", "equals": "Degraded"},
                       {"field": "properties.currentHealthStatus", "equals": "Unavailable"}]},
            {"anyOf": [{"field": "properties.cause", "equals": "PlatformInitiated"},
                       {"field": "properties.cause", "equals": "UserInitiated"}]}\
            """);
    assertThat(rule.watches(SERVER, Kind.HEALTH)).isTrue();
    assertThat(rule.watches(SERVER, Kind.FAILURE)).isFalse();
  }

  @Test
  void aRuleThatLeavesTheLossOfAKeyOutDoesNotCount() {
    String category = "{\"field\": \"category\", \"equals\": \"ResourceHealth\"}, ";
    assertThat(
            rule(category + "{\"field\": \"properties.cause\", \"equals\": \"PlatformInitiated\"}")
                .watches(SERVER, Kind.HEALTH))
        .isFalse();
    assertThat(
            rule(category + "{\"field\": \"resourceGroup\", \"containsAny\": [\"x\", \"y\"]}")
                .watches(SERVER, Kind.HEALTH))
        .isFalse();
  }

  @Test
  void healthIsReadInBothSpellingsAndWithoutAMoment() {
    wire.then(
        200,
        list(
            """
            {"properties": {"availabilityState": "Unavailable", "title": "Down", "summary": "S",
              "reasonType": "UserInitiated", "occurredTime": "2026-03-01T10:00:00Z"}},
            {"properties": {"availabilityState": "Unknown", "occuredTime": "soon"}}\
            """));
    List<HealthNote> notes = wire.cloud().watch().health(SERVER);
    assertThat(notes.get(0).since()).contains(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(notes.get(1).since()).isEmpty();
    assertThat(notes.get(1).isUnavailable()).isFalse();
  }

  @Test
  void theLogIsAskedForOneResourceAndTimeAndReadPageByPage() {
    wire.then(
        200,
        """
        {"value": [{"eventTimestamp": "2026-03-01T10:00:00.1234567Z", "level": "Error",
            "operationName": {"value": "o/write"}, "status": {"value": "Failed"},
            "subStatus": {"value": "", "localizedValue": "Conflict (HTTP Status Code: 409)"},
            "caller": "a@b.example", "correlationId": "c"}],
         "nextLink": "https://management.azure.com/subscriptions/%s/more?t=1"}\
        """
            .formatted(SUB));
    wire.then(200, "{\"value\": [{\"level\": \"Informational\"}]}");
    List<LogEntry> found = new ArrayList<>();
    Instant now = Instant.parse("2026-03-02T00:00:00Z");
    wire.cloud()
        .watch()
        .activity(SERVER, now.minusSeconds(60), now, new Cancellation(), found::addAll);
    assertThat(found).hasSize(2);
    assertThat(found.getFirst().message()).isEqualTo("Conflict (HTTP Status Code: 409)");
    assertThat(found.getFirst().isTrouble()).isTrue();
    assertThat(wire.asked.getFirst().url())
        .contains("eventtypes/management/values", "api-version=2015-04-01")
        .contains("resourceUri%20eq%20'" + SERVER + "'", "ge%20'2026-03-01T23:59:00Z'");
  }

  @Test
  void receiversOfOtherKindsAreCounted() {
    wire.then(
        200,
        list(
            """
            {"id": "/subscriptions/%s/resourceGroups/rg/providers/microsoft.insights/actionGroups/g",
             "properties": {"groupShortName": "g", "enabled": false,
               "emailReceivers": [{"name": "a", "emailAddress": "a@b.example"}],
               "smsReceivers": [{"name": "s"}], "webhookReceivers": [{"name": "w"}]}}\
            """
                .formatted(SUB)));
    ActionGroup group = wire.cloud().watch().actionGroups(SUB).getFirst();
    assertThat(group.emails()).containsExactly("a@b.example");
    assertThat(group.others()).isEqualTo(2);
    assertThat(group.enabled()).isFalse();
  }
}
