package dev.wrapkey.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.Ledger.Phase;
import dev.wrapkey.provisioning.Ledger.Presence;
import dev.wrapkey.provisioning.Progress.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvisioningTest extends StagedRun {

  @Test
  void aPlanBecomesAServerStepByStep() {
    Ledger ledger = ledger(Stage.plan());
    Outcome outcome = run(Stage.plan(), ledger);

    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(((Outcome.Succeeded) outcome).server().state()).isEqualTo("Ready");
    assertThat(stepsIn(State.ENDED))
        .containsExactly(
            "check-name", "check-key", "resource-group", "create-server", "firewall", "verify");
    assertThat(Provisioning.stepIds())
        .containsExactly(
            "check-name",
            "check-key",
            "resource-group",
            "link-zone",
            "create-server",
            "firewall",
            "administrators",
            "private-endpoints",
            "verify");
    assertThat(ledger.entry().phase()).isEqualTo(Phase.SUCCEEDED);
    assertThat(ledger.entry().server()).isEqualTo(Presence.EXISTS);
    assertThat(ledger.entry().group()).as("it was there before").isEqualTo(Presence.NONE);
  }

  @Test
  void betweenTwoQuestionsItWaitsAsLongAsTheServiceWants() {
    run(Stage.plan(), ledger(Stage.plan()));
    assertThat(stage.time.now()).isEqualTo(Stage.START.plusSeconds(40));
    assertThat(events)
        .contains(new Progress.Event("create-server", State.ENDED, "", Duration.ofSeconds(40)));
  }

  @Test
  void whatThePlanDoesNotNeedIsSkipped() {
    Plan plan =
        Stage.plan()
            .withEncryption(DataEncryption.serviceManaged())
            .withNetworking(Plan.Networking.open(false, false, List.of()));
    assertThat(run(plan, ledger(plan))).isInstanceOf(Outcome.Succeeded.class);
    assertThat(stepsIn(State.SKIPPED))
        .containsExactly(
            "check-key", "link-zone", "firewall", "administrators", "private-endpoints");
    assertThat(stage.asked).doesNotContain("rights", "key");
  }

  @Test
  void anyAzureServiceIsARuleFromZeroToZero() {
    Plan plan = Stage.plan().withNetworking(Plan.Networking.open(true, true, List.of()));
    run(plan, ledger(plan));
    assertThat(stage.asked).contains("firewall AllowAllAzureServicesAndResourcesWithinAzureIps");
  }

  @Test
  void aTakenNameEndsItBeforeAnythingIsMade() {
    stage.nameRefusal = "Taken.";
    Plan plan = Stage.planWithNewGroup();
    Ledger ledger = ledger(plan);
    CloudFailure failure = failureOf(run(plan, ledger), "check-name");

    assertThat(failure.kind()).isEqualTo(Kind.NAME_TAKEN);
    assertThat(failure.details()).isEqualTo("Taken.");
    assertThat(stage.asked).doesNotContain("createGroup", "create");
    assertThat(ledger.entry().isUnfinished()).isFalse();
    assertThat(events.getLast())
        .isEqualTo(
            new Progress.Event("check-name", State.FAILED, "NameUnavailable", Duration.ZERO));
  }

  @Test
  void aGroupThatIsMadeIsClaimed() {
    Ledger ledger = ledger(Stage.planWithNewGroup());
    assertThat(run(Stage.planWithNewGroup(), ledger)).isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.groups).contains("rg-new");
    assertThat(ledger.entry().group()).isEqualTo(Presence.EXISTS);
  }

  @Test
  void aGroupThatWasThereBeforeIsNotClaimed() {
    stage.groups.add("RG-NEW");
    Ledger ledger = ledger(Stage.planWithNewGroup());
    run(Stage.planWithNewGroup(), ledger);
    assertThat(stage.asked).doesNotContain("createGroup");
    assertThat(ledger.entry().group()).isEqualTo(Presence.NONE);
  }

  @Test
  void aGroupThatIsNeitherThereNorPlannedIsMissed() {
    stage.groups.clear();
    assertThat(failureOf(run(Stage.plan(), ledger(Stage.plan())), "resource-group").kind())
        .isEqualTo(Kind.NOT_FOUND);
  }

  @Test
  void administratorsFromEntraAreNamedAfterTheServerIsThere() {
    Plan plan = Stage.plan();
    Plan.Administrator dba =
        new Plan.Administrator("facade00-0000-4000-a000-0000000000f1", "dba", "Group");
    Plan.Basics b = plan.basics();
    Plan entra =
        plan.withBasics(
            new Plan.Basics(
                b.subscription(),
                b.group(),
                false,
                b.name(),
                b.region(),
                b.version(),
                "",
                new Plan.Authentication(
                    Plan.Authentication.Method.BOTH,
                    "pgadmin",
                    new Secret("Canary-4711"),
                    List.of(dba))));
    assertThat(run(entra, ledger(entra))).isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.asked.indexOf("administrator dba"))
        .isGreaterThan(stage.asked.indexOf("create"));
  }
}
