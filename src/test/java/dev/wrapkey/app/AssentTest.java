package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.export.Plans;
import dev.wrapkey.provisioning.Change.Weight;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.record.Consent.Act;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssentTest {

  private static final String PRODUCTION = "11111111-2222-4333-8444-555555555555";
  private static final String GROUP = "/subscriptions/" + PRODUCTION + "/resourceGroups/rg-a";
  private static final String SERVER =
      GROUP + "/providers/Microsoft.DBforPostgreSQL/flexibleServers/a-pg";

  private final List<Assent.Question> questions = new ArrayList<>();
  private final Map<String, Subscription> stores = new HashMap<>();
  private boolean answer = true;
  private final Assent assent =
      new Assent(
          List.of(new Subscription(PRODUCTION, "Contoso Production")),
          key -> Optional.ofNullable(stores.get(key.host())),
          question -> {
            questions.add(question);
            return answer;
          });

  @Test
  void theQuestionNamesActThingAndSubscription() {
    assertThat(assent.isGiven(new Act("Servers.delete", Weight.FINAL, SERVER))).isTrue();
    Assent.Question asked = questions.getFirst();
    assertThat(asked.title()).isEqualTo("Delete server: a-pg?");
    assertThat(asked.yes()).isEqualTo("Delete server");
    assertThat(asked.text())
        .contains("Contoso Production (" + PRODUCTION + ")", SERVER, "cannot be undone");
  }

  @Test
  void whatCostsSaysSo() {
    assent.isGiven(new Act("Servers.start", Weight.COSTS, SERVER));
    assertThat(questions.getFirst().text()).contains("costs money");
  }

  @Test
  void noMeansNo() {
    answer = false;
    assertThat(assent.isGiven(new Act("Servers.create", Weight.COSTS, SERVER))).isFalse();
  }

  @Test
  void aKeyIsInTheSubscriptionOfItsStore() {
    stores.put("kv-a.vault.azure.net", new Subscription("another-id", "Contoso Test"));
    assent.isGiven(
        new Act("KeyLife.purge", Weight.FINAL, "https://kv-a.vault.azure.net/keys/a-kek"));
    assertThat(questions.getFirst().text()).contains("Subscription: Contoso Test (another-id)\n");
  }

  @Test
  void whereTheStoreOfAKeyIsNotSeenAllThatAreChosenAreNamed() {
    assent.isGiven(
        new Act("KeyLife.purge", Weight.FINAL, "https://kv-a.vault.azure.net/keys/a-kek"));
    assertThat(questions.getFirst().title()).isEqualTo("Purge key: a-kek?");
    assertThat(questions.getFirst().text()).contains("Subscription: Contoso Production\n");
  }

  @Test
  void aSubscriptionThatWasNotChosenIsNamedByItsId() {
    assent.isGiven(
        new Act("Servers.start", Weight.COSTS, SERVER.replace(PRODUCTION, "another-id")));
    assertThat(questions.getFirst().text()).contains("Subscription: another-id\n");
  }

  @Test
  void aDeploymentIsAskedForOnceAndNothingElseIsGrantedWithIt() {
    Plan plan = Plans.rich("new-pg");
    String server = plan.serverId().toString();
    String group = server.substring(0, server.indexOf("/providers/"));
    String endpoint = plan.networking().endpoints().getFirst().id().toString();
    assertThat(assent.isGiven(plan)).isTrue();
    assertThat(assent.isGiven(new Act("Servers.create", Weight.COSTS, server))).isTrue();
    assertThat(assent.isGiven(new Act("Networks.createEndpoint", Weight.COSTS, endpoint))).isTrue();
    assertThat(questions).hasSize(1);
    answer = false;
    assertThat(assent.isGiven(new Act("Servers.create", Weight.COSTS, server + "-2"))).isFalse();
    assertThat(assent.isGiven(new Act("Servers.start", Weight.COSTS, server))).isFalse();
    assertThat(assent.isGiven(new Act("Servers.delete", Weight.FINAL, server))).isFalse();
    assertThat(assent.isGiven(new Act("Networks.createEndpoint", Weight.COSTS, endpoint + "-2")))
        .isFalse();
    assertThat(assent.isGiven(new Act("Networks.createZone", Weight.COSTS, group + "/zone")))
        .isFalse();
    assertThat(assent.isGiven(plan)).isFalse();
    assertThat(questions).hasSize(7);
  }

  @Test
  void whatWasRefusedOnceIsAskedForAgain() {
    Plan plan = Plans.plain("new-pg");
    answer = false;
    assertThat(assent.isGiven(plan)).isFalse();
    String server = plan.serverId().toString();
    assertThat(assent.isGiven(new Act("Servers.create", Weight.COSTS, server))).isFalse();
    assertThat(questions).hasSize(2);
  }
}
