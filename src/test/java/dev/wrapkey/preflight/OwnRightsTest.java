package dev.wrapkey.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.ActionBlock;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Lock;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.Practice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the signed-in account may do, and what nobody may. */
class OwnRightsTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private static final String SERVERS = "Microsoft.DBforPostgreSQL/flexibleServers/*";

  private final Subjects subjects = new Subjects(PRACTICE);

  private Subject good() {
    return subjects.following("eastus", "kv-orders-eastus/orders-kek", "id-orders-eastus");
  }

  private Subject named(String group) {
    Subject subject = good();
    return new Subject(
        subject.subscription(),
        subject.region(),
        Optional.empty(),
        Optional.of(ResourceId.server(subject.subscription().id(), group, "orders-new")),
        subject.encryption());
  }

  private Check check(Subject subject, String rule, Map<String, Function<Object, Object>> answers) {
    return subjects.check(subject, rule, answers);
  }

  private Check check(Subject subject, String rule, String question, Object answer) {
    return check(subject, rule, Map.of(question, _ -> answer));
  }

  private static Map<String, Function<Object, Object>> mayOnly(String scope, String action) {
    ActionBlock block = new ActionBlock(List.of(action), List.of());
    return Map.of(
        "ownActions",
        asked -> asked.toString().equalsIgnoreCase(scope) ? List.of(block) : List.of());
  }

  @Test
  void LOCK_1_aReadOnlyLockForbidsTheServerAndAnotherLockDoesNot() {
    Lock keep = new Lock("keep", "/subscriptions/s/resourceGroups/rg-orders", false);
    assertThat(check(named("rg-orders"), "LOCK-1", "locks", List.of(keep)).verdict())
        .isEqualTo(Verdict.PASSED);
    Lock frozen = new Lock("frozen", "/subscriptions/s/resourceGroups/rg-orders", true);
    Check check = check(named("rg-orders"), "LOCK-1", "locks", List.of(keep, frozen));
    assertThat(check.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(check.message()).contains("frozen", "rg-orders");
  }

  @Test
  void LOCK_1_aServerInAGroupThatIsNotThereYetHasNoLock() {
    assertThat(check(named("rg-not-yet"), "LOCK-1", Map.of()).verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void RIGHT_1_whoMayWriteServersInTheGroupMayCreateOneThere() {
    String group = "/subscriptions/" + Practice.PRODUCTION + "/resourceGroups/rg-orders";
    assertThat(check(named("rg-orders"), "RIGHT-1", mayOnly(group, SERVERS)).verdict())
        .isEqualTo(Verdict.PASSED);
    assertThat(check(named("rg-security"), "RIGHT-1", mayOnly(group, SERVERS)).verdict())
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void RIGHT_1_aNewResourceGroupNeedsRightsOnTheSubscription() {
    Check check =
        check(
            named("rg-not-yet"),
            "RIGHT-1",
            Map.of(
                "ownActions",
                asked -> {
                  if (asked.toString().contains("rg-not-yet")) {
                    throw new CloudFailure(
                        CloudFailure.Kind.NOT_FOUND, "ResourceGroupNotFound", "", "");
                  }
                  return List.of(new ActionBlock(List.of(SERVERS), List.of()));
                }));
    assertThat(check.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(check.message())
        .contains("Microsoft.Resources/subscriptions/resourceGroups/write")
        .doesNotContain("flexibleServers/write");
  }

  @Test
  void RIGHT_1_beforeAResourceGroupIsChosenAMissingRightIsUnknownOnly() {
    assertThat(check(good(), "RIGHT-1", mayOnly("/nowhere", SERVERS)).verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void RIGHT_2_whoMayNotGiveTheIdentityAwayFails() {
    Check check = check(good(), "RIGHT-2", mayOnly("/nowhere", SERVERS));
    assertThat(check.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(check.message()).contains("Managed Identity Operator");
  }
}
