package dev.wrapkey.export.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.export.Plans;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans on disk. */
class PlanFileTest {

  private static List<Plan> plans() {
    Plan plan = Plans.plain("orders-a");
    return List.of(
        Plan.blank(),
        plan,
        Plans.full("orders-a"),
        Plans.rich("orders-a"),
        Plans.closed("orders-a"),
        plan.withConfiguration(
            plan.configuration()
                .withStorage(new Plan.Storage(Plan.Storage.PREMIUM_V2, 64, "", 3000, 125, false))));
  }

  private static Plan withoutPassword(Plan plan) {
    Plan.Basics b = plan.basics();
    Plan.Authentication a = b.authentication();
    return plan.withBasics(
        new Plan.Basics(
            b.subscription(),
            b.group(),
            b.createGroup(),
            b.name(),
            b.region(),
            b.version(),
            b.availabilityZone(),
            new Plan.Authentication(a.method(), a.login(), Secret.EMPTY, a.administrators())));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void everythingButThePasswordComesBack(Plan plan) throws PlanUnreadable {
    String text = PlanFile.write(plan);
    assertThat(PlanFile.read(text)).isEqualTo(withoutPassword(plan));
    assertThat(text).contains("\"wrapkeyPlan\" : 1").doesNotContain(Plans.CANARY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"retentionDays\" : 21|\"retentionDays\" : \"21\"|configuration.backup.retentionDays",
        "\"retentionDays\" : 21|\"retentionDays\" : 21.5|configuration.backup.retentionDays",
        "\"retentionDays\" : 21|\"retentionDays\" : -1|configuration.backup.retentionDays",
        "\"retentionDays\" : 21,||configuration.backup.retentionDays",
        "\"region\" : \"eastus\",|\"region\" : null,|basics.region",
        "\"method\" : \"BOTH\"|\"method\" : \"both\"|basics.authentication.method",
        "\"login\" :|\"password\" : \"x\", \"login\" :|basics.authentication.password",
        "\"start\" : \"198.51.100.7\"|\"start\" : 7|networking.firewall[1].start",
        "keys/orders-kek\"|keys/\"|encryption.key",
        "\"team\" : \"orders\"|\"team\" : 4|tags.team",
        "\"autoGrow\" : true|\"autoGrow\" : 1|configuration.storage.autoGrow",
        "\"wrapkeyPlan\" : 1,|\"wrapkeyPlan\" : 1, \"extra\" : 2,|extra",
        "\"wrapkeyPlan\" : 1|\"wrapkeyPlan\" : \"1\"|wrapkeyPlan",
        "\"wrapkeyPlan\" : 1|\"wrapkeyPlan\" : 0|wrapkeyPlan"
      })
  void aBadValueIsNamedByItsPath(String good, String bad, String path) {
    String text = PlanFile.write(Plans.rich("orders-a"));
    assertThat(text).contains(good);
    String broken = text.replace(good, bad == null ? "" : bad);
    assertThatThrownBy(() -> PlanFile.read(broken))
        .isInstanceOfSatisfying(PlanUnreadable.class, e -> assertThat(e.path()).isEqualTo(path))
        .hasMessageStartingWith(path + ": ");
  }

  @Test
  void aNewerVersionIsRefusedInASentence() {
    String newer =
        PlanFile.write(Plan.blank()).replace("\"wrapkeyPlan\" : 1", "\"wrapkeyPlan\" : 2");
    assertThatThrownBy(() -> PlanFile.read(newer))
        .hasMessage(
            "wrapkeyPlan: This plan has version 2 and was made by a newer Wrapkey; this one reads"
                + " version 1.");
  }

  @ParameterizedTest
  @CsvSource({"''", "{", "[]", "{}", "'{\"a\":1,\"a\":2}'", "null", "'{} {}'"})
  void whatIsNoPlanIsRefused(String text) {
    assertThatThrownBy(() -> PlanFile.read(text))
        .isInstanceOf(PlanUnreadable.class)
        .hasMessageStartingWith("This is not a plan: ");
  }

  @ParameterizedTest
  @CsvSource({
    "Canary7h3Passw0rd",
    "'{\"password\": Canary7h3Passw0rd'",
    "'{\"Canary7h3Passw0rd\": 1, \"Canary7h3Passw0rd\": 2}'"
  })
  void aRefusalDoesNotRepeatTheFile(String text) {
    assertThatThrownBy(() -> PlanFile.read(text))
        .isInstanceOf(PlanUnreadable.class)
        .hasMessageNotContaining("Canary");
  }
}
