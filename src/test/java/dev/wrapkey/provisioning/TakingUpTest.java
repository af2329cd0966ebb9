package dev.wrapkey.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.Ledger.Phase;
import dev.wrapkey.provisioning.Ledger.Presence;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deployment after a restart: the plan comes from its ledger and has no password. */
class TakingUpTest {

  private static final Receipt RECEIPT = new Receipt("c-9", "https://arm/operations/9", true);

  @TempDir Path folder;

  private final Stage stage = new Stage();

  private Ledger begun() {
    return Ledger.begin(folder, "d1", Stage.plan(), Stage.START);
  }

  private Outcome takeUp() {
    Ledger ledger = Ledger.unfinished(folder).getFirst();
    return new Provisioning(stage, stage.time, Retry.Policy.STANDARD)
        .resume(ledger.entry().notes().plan().orElseThrow(), ledger, e -> {}, new Cancellation());
  }

  private Ledger.Entry entry() {
    return Ledger.untold(folder).getFirst().entry();
  }

  @Test
  void anAcceptedOneIsFollowedToItsEndWithoutAPassword() {
    begun().accepted(Optional.of(RECEIPT));
    stage.put(Stage.plan(), "Provisioning");
    stage.followed = stage.after(3, () -> stage.put(Stage.plan(), "Ready"));
    assertThat(takeUp()).isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.asked).contains("follow " + RECEIPT.url()).doesNotContain("create");
    assertThat(entry().phase()).isEqualTo(Phase.SUCCEEDED);
    assertThat(entry().made().parts())
        .extracting(Ledger.Part::presence)
        .containsExactly(Presence.EXISTS);
  }

  @Test
  void whyItFailedMeanwhileIsToldInTheServicesWords() {
    begun().accepted(Optional.of(RECEIPT));
    stage.followed = stage.after(1, () -> {});
    stage.fail("poll", Stage.failure(Kind.KEY_UNUSABLE, "AzureKeyVaultKeyNotFound"));
    Outcome outcome = takeUp();
    assertThat(((Outcome.Failed) outcome).failure().code()).isEqualTo("AzureKeyVaultKeyNotFound");
    assertThat(entry().notes().refusal().orElseThrow().code())
        .isEqualTo("AzureKeyVaultKeyNotFound");
    assertThat(entry().server()).as("the cloud has none").isEqualTo(Presence.NONE);
  }

  @Test
  void anOperationThatTheServiceHasForgottenIsSeenByItsServer() {
    begun().accepted(Optional.of(RECEIPT));
    stage.put(Stage.plan(), "Ready");
    assertThat(takeUp()).isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.asked).doesNotContain("create");
  }

  @Test
  void oneThatWasNeverAcceptedSaysThatItNeedsThePasswordAndAsksForNothing() {
    Ledger ledger = begun();
    ledger.phase(Phase.RUNNING, "create-server", Stage.START);
    ledger.server(Presence.REQUESTED);
    Outcome outcome = takeUp();
    assertThat(((Outcome.Failed) outcome).failure().code()).isEqualTo(Provisioning.PASSWORD_NEEDED);
    assertThat(stage.asked).doesNotContain("create");
    assertThat(entry().server()).as("looked for and not found").isEqualTo(Presence.REQUESTED);
  }

  @Test
  void aRequestWhoseAnswerNobodyHeardIsFoundByLooking() {
    begun().server(Presence.REQUESTED);
    stage.put(Stage.plan(), "Ready");
    assertThat(takeUp()).isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.asked).doesNotContain("create");
  }

  @Test
  void withThePasswordTypedAgainItIsAskedForAnew() {
    Ledger ledger = begun();
    ledger.server(Presence.REQUESTED);
    Outcome outcome =
        new Provisioning(stage, stage.time, Retry.Policy.STANDARD)
            .resume(Stage.plan(), ledger, e -> {}, new Cancellation());
    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.count("create")).isEqualTo(1);
  }

  @Test
  void theEndOfTheProgramIsNoCancellation() {
    Ledger ledger = begun();
    stage.spy =
        call -> {
          if (call.equals("poll")) {
            Thread.currentThread().interrupt();
          }
        };
    new Provisioning(stage, stage.time, Retry.Policy.STANDARD)
        .run(Stage.plan(), ledger, e -> {}, new Cancellation());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(entry().phase()).as("to be taken up").isEqualTo(Phase.RUNNING);
    assertThat(entry().server()).isEqualTo(Presence.CREATING);
  }

  @Test
  void aRefusedFirewallRuleIsNotClaimedAndALostOneMayExist() {
    stage.fail("firewall home", Stage.failure(Kind.INVALID, "InvalidParameterValue"));
    run(begun());
    assertThat(presences()).containsExactly(Presence.NONE);
    stage.fail("firewall home", unreachable());
    run(Ledger.unfinished(folder).getFirst());
    assertThat(presences()).containsExactly(Presence.REQUESTED);
  }

  private static CloudFailure[] unreachable() {
    CloudFailure[] all = new CloudFailure[8];
    java.util.Arrays.fill(all, Stage.failure(Kind.UNREACHABLE, "NoAnswer"));
    return all;
  }

  private void run(Ledger ledger) {
    new Provisioning(stage, stage.time, Retry.Policy.STANDARD)
        .run(Stage.plan(), ledger, e -> {}, new Cancellation());
  }

  private List<Presence> presences() {
    return entry().made().parts().stream().map(Ledger.Part::presence).toList();
  }

  @Test
  void whatIsLeftIsListedWithItsStateAndNothingElse() {
    Ledger ledger = begun();
    ledger.group(Presence.EXISTS);
    ledger.accepted(Optional.empty());
    stage.put(Stage.plan(), "Provisioning");
    assertThat(new Remnants(stage).look(ledger.entry()))
        .extracting(Remnant::kind, Remnant::name, Remnant::state)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Remnant.Kind.GROUP, "rg", Remnant.FOUND),
            org.assertj.core.groups.Tuple.tuple(Remnant.Kind.SERVER, "orders-pg", "Provisioning"));
    stage.servers.clear();
    assertThat(new Remnants(stage).look(ledger.entry()))
        .filteredOn(r -> r.kind() == Remnant.Kind.SERVER)
        .extracting(Remnant::state)
        .containsExactly(Remnant.GONE);
    stage.fail("get", Stage.failure(Kind.FORBIDDEN, "AuthorizationFailed"));
    assertThat(new Remnants(stage).look(ledger.entry()))
        .filteredOn(r -> r.kind() == Remnant.Kind.SERVER)
        .extracting(Remnant::state)
        .containsExactly("");
  }

  @Test
  void aRemovalThatFailsLeavesTheDeploymentAsItWas() {
    Ledger ledger = begun();
    stage.put(Stage.plan(), "Ready");
    ledger.server(Presence.EXISTS);
    ledger.phase(Phase.CANCELLED, "firewall", Stage.START);
    stage.fail("delete", Stage.failure(Kind.FORBIDDEN, "AuthorizationFailed"));
    Provisioning provisioning = new Provisioning(stage, stage.time, Retry.Policy.STANDARD);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> provisioning.remove(ledger, e -> {}, new Cancellation()))
        .isInstanceOf(CloudFailure.class);
    assertThat(ledger.entry().phase()).isEqualTo(Phase.CANCELLED);
    assertThat(ledger.entry().step()).isEqualTo("firewall");
  }
}
