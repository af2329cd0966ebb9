package dev.wrapkey.ui.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.ActionGroup;
import dev.wrapkey.provisioning.AlertRule;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.Practice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertsViewModelTest {

  private final Practice practice = Practice.opened();
  private final ResourceId server = practice.idOf("orders-pg");
  private final AlertsViewModel page =
      new AlertsViewModel(practice.cloud(), Practice.tasks(), server, true);

  @AfterEach
  void close() {
    practice.close();
  }

  private ActionGroup group(String name) {
    return practice
        .cloud()
        .watch()
        .createGroup(
            new ActionGroup(
                new ResourceId(
                    server.subscription(), server.resourceGroup(), ActionGroup.TYPE, name),
                "dba",
                List.of("dba@example.com"),
                0,
                true));
  }

  @Test
  void nothingIsPlannedWithoutSomebodyToTell() {
    page.refresh();
    assertThat(page.planProperty().get()).isEqualTo(AlertPlan.NOTHING);
    page.emailProperty().set("nobody");
    assertThat(page.planProperty().get()).isEqualTo(AlertPlan.NOTHING);
    page.make();
    assertThat(practice.cloud().watch().alertRules(server.subscription())).isEmpty();
    page.emailProperty().set("dba@example.com");
    assertThat(page.planProperty().get().rules()).hasSize(2);
  }

  @Test
  void anActionGroupThatExistsIsUsedAndNotMadeAgain() {
    ActionGroup there = group("ag-dba");
    page.refresh();
    page.groupProperty().set(there);
    assertThat(page.planProperty().get().group()).isEmpty();
    page.make();
    assertThat(practice.cloud().watch().actionGroups(server.subscription())).containsOnly(there);
    assertThat(page.rules().items()).hasSize(2).allMatch(r -> r.groups().contains(there.id()));
  }

  @Test
  void whatIsWatchedAlreadyIsNotMadeTwice() {
    ActionGroup there = group("ag-dba");
    practice
        .cloud()
        .watch()
        .createRule(
            new AlertRule(
                new ResourceId(
                    server.subscription(), server.resourceGroup(), AlertRule.TYPE, "everything"),
                List.of("/subscriptions/" + server.subscription()),
                Map.of("category", "ResourceHealth"),
                List.of(there.id()),
                true,
                ""));
    page.refresh();
    assertThat(page.missing()).containsExactly(AlertRule.Kind.FAILURE);
    page.groupProperty().set(there);
    page.make();
    assertThat(page.missing()).isEmpty();
    page.make();
    assertThat(practice.cloud().watch().alertRules(server.subscription())).hasSize(2);
  }

  @Test
  void aGroupOfTheSameNameThatTellsSomebodyElseIsLeftAlone() {
    group("ag-orders-pg");
    page.refresh();
    page.emailProperty().set("me@example.com");
    assertThat(page.planProperty().get().group().map(ActionGroup::name)).contains("ag-orders-pg-2");
    page.make();
    assertThat(page.failureProperty().get()).isNull();
    assertThat(practice.cloud().watch().actionGroups(server.subscription())).hasSize(2);
  }

  @Test
  void theCommandsDoTheSame() {
    page.refresh();
    page.emailProperty().set("dba@example.com");
    assertThat(page.planProperty().get().commands())
        .hasSize(3)
        .first()
        .asString()
        .contains("--short-name orderspg", "--action email email1 \"dba@example.com\"");
    assertThat(page.planProperty().get().commands().get(1))
        .contains(
            "--condition category=ResourceHealth and properties.currentHealthStatus=Unavailable",
            "--scope \"" + server + "\"");
  }

  @Test
  void aNameThatIsTakenIsToldAndWhatWasMadeStays() {
    practice
        .cloud()
        .watch()
        .createRule(
            new AlertRule(
                new ResourceId(
                    server.subscription(),
                    server.resourceGroup(),
                    AlertRule.TYPE,
                    "orders-pg-failure"),
                List.of("/subscriptions/" + server.subscription() + "/resourceGroups/other"),
                Map.of("category", "Security"),
                List.of(),
                true,
                ""));
    page.refresh();
    page.emailProperty().set("dba@example.com");
    page.make();
    CloudFailure why = page.failureProperty().get();
    assertThat(why).isNotNull();
    assertThat(why.kind()).isEqualTo(CloudFailure.Kind.NAME_TAKEN);
    assertThat(page.missing()).containsExactly(AlertRule.Kind.FAILURE);
  }
}
