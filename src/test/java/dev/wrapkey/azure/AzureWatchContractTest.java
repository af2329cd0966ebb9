package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.provisioning.ActionGroup;
import dev.wrapkey.provisioning.AlertRule;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.HealthNote;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.provisioning.LogEntry;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.simulator.PracticeCloud;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Resource Health, activity log and alerts, as the port and the practice cloud agree on them. */
class AzureWatchContractTest extends LandscapeContract {

  private List<LogEntry> log(ResourceId id, Instant since) {
    List<LogEntry> found = new ArrayList<>();
    cloud.watch().activity(id, since, time.now(), new Cancellation(), found::addAll);
    return found;
  }

  private static ActionGroup group(String name, String shortName, String... emails) {
    ResourceId id = new ResourceId(SUB, "rg-orders", ActionGroup.TYPE, name);
    return new ActionGroup(id, shortName, List.of(emails), 0, true);
  }

  private static AlertRule rule(
      String name, Server server, AlertRule.Kind kind, ActionGroup group) {
    return new AlertRule(
        new ResourceId(SUB, "rg-orders", AlertRule.TYPE, name),
        List.of(server.id().toString()),
        kind.conditions(),
        List.of(group.id()),
        true,
        "Made by a test");
  }

  @Test
  void aServerThatWorksIsAvailableSinceItWasMade() {
    List<HealthNote> notes = cloud.watch().health(server("orders-pg").id());
    assertThat(notes).hasSize(1);
    assertThat(notes.getFirst().state()).isEqualTo("Available");
    assertThat(notes.getFirst().isUnavailable()).isFalse();
    assertThat(notes.getFirst().since()).isEqualTo(server("orders-pg").setup().created());
  }

  @Test
  void aLostKeyIsInResourceHealthAndInTheLogAndItsEndAsWell() {
    Server server = server("billing-pg");
    Instant before = time.now();
    cloud.keyLife().edit(server.encryption().key().orElseThrow(), KeyEdit.enabled(false));
    time.jump(Duration.ofMinutes(62));
    List<HealthNote> notes = cloud.watch().health(server.id());
    assertThat(notes.getFirst().isUnavailable()).isTrue();
    assertThat(notes.getFirst().since().orElseThrow()).isBetween(before, time.now());
    assertThat(log(server.id(), before))
        .anySatisfy(
            entry -> {
              assertThat(entry.category()).isEqualTo("ResourceHealth");
              assertThat(entry.isTrouble()).isTrue();
              assertThat(entry.at()).isEqualTo(notes.getFirst().since().orElseThrow());
            });
    cloud.keyLife().edit(server.encryption().key().orElseThrow(), KeyEdit.enabled(true));
    time.jump(Duration.ofMinutes(62));
    assertThat(cloud.watch().health(server.id()))
        .extracting(HealthNote::state)
        .startsWith("Available", "Unavailable");
    assertThat(log(server.id(), before))
        .extracting(LogEntry::status)
        .contains("Active", "Resolved");
  }

  @Test
  void theLogTellsWhoDidWhatAndOnlyOfTheResourceAndTheTime() {
    Server server = server("reporting-pg");
    Instant before = time.now();
    time.jump(Duration.ofMinutes(1));
    cloud.servers().restart(server.id()).poll();
    List<LogEntry> found = log(server.id(), before);
    assertThat(found).extracting(LogEntry::operation).allMatch(o -> o.endsWith("restart/action"));
    assertThat(found).extracting(LogEntry::status).contains("Started", "Accepted");
    assertThat(found).extracting(LogEntry::correlation).doesNotContain("").hasSizeGreaterThan(1);
    assertThat(found).extracting(LogEntry::correlation).containsOnly(found.get(0).correlation());
    assertThat(found).extracting(LogEntry::caller).containsOnly(PracticeCloud.CLIENT);
    time.jump(Duration.ofMinutes(30));
    assertThat(log(server.id(), time.now().minus(Duration.ofMinutes(10)))).isEmpty();
  }

  @Test
  void anAlertIsMadeOnceTellsItsGroupAndIsFoundAgain() {
    Server orders = server("orders-pg");
    ActionGroup group =
        cloud
            .watch()
            .createGroup(group("ag-orders", "orders", "dba@example.com", "on@example.com"));
    AlertRule rule =
        cloud.watch().createRule(rule("alert-orders", orders, AlertRule.Kind.HEALTH, group));
    assertThat(cloud.watch().actionGroups(SUB)).contains(group);
    assertThat(group.emails()).containsExactly("dba@example.com", "on@example.com");
    assertThat(group.others()).isZero();
    assertThat(cloud.watch().alertRules(SUB)).contains(rule);
    assertThat(rule.watches(orders.id(), AlertRule.Kind.HEALTH)).isTrue();
    assertThat(rule.watches(orders.id(), AlertRule.Kind.FAILURE)).isFalse();
    assertThat(rule.watches(server("billing-pg").id(), AlertRule.Kind.HEALTH)).isFalse();
    assertThat(rule.groups()).containsExactly(group.id());
    assertThatThrownBy(() -> cloud.watch().createRule(rule))
        .isInstanceOfSatisfying(
            CloudFailure.class, f -> assertThat(f.kind()).isEqualTo(Kind.NAME_TAKEN));
    assertThatThrownBy(() -> cloud.watch().createGroup(group))
        .isInstanceOfSatisfying(
            CloudFailure.class, f -> assertThat(f.kind()).isEqualTo(Kind.NAME_TAKEN));
  }

  @Test
  void aRuleOnTheWholeSubscriptionWatchesEveryServerOfIt() {
    Server orders = server("orders-pg");
    AlertRule wide =
        new AlertRule(
            rule("any", orders, AlertRule.Kind.HEALTH, group("g", "g")).id(),
            List.of("/subscriptions/" + SUB),
            java.util.Map.of("category", "ResourceHealth"),
            List.of(),
            true,
            "");
    assertThat(wide.watches(orders.id(), AlertRule.Kind.HEALTH)).isTrue();
    AlertRule narrow =
        new AlertRule(
            wide.id(),
            wide.scopes(),
            java.util.Map.of("category", "ResourceHealth", "properties.cause", "PlatformInitiated"),
            List.of(),
            true,
            "");
    assertThat(narrow.watches(orders.id(), AlertRule.Kind.HEALTH)).isFalse();
  }

  @Test
  void aShortNameThatIsTooLongAndAnAddressThatIsNoneAreRefused() {
    assertThatThrownBy(
            () -> cloud.watch().createGroup(group("ag-long", "thirteen-long", "a@b.example")))
        .isInstanceOf(CloudFailure.class);
    assertThatThrownBy(() -> cloud.watch().createGroup(group("ag-nobody", "short", "nobody")))
        .isInstanceOf(CloudFailure.class);
    assertThat(cloud.watch().actionGroups(SUB))
        .extracting(ActionGroup::name)
        .doesNotContain("ag-long", "ag-nobody");
  }
}
