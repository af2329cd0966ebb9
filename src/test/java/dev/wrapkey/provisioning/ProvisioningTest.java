package dev.wrapkey.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.Ledger.Phase;
import dev.wrapkey.provisioning.Ledger.Presence;
import dev.wrapkey.provisioning.Progress.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvisioningTest {

  @TempDir Path folder;

  private final Stage stage = new Stage();
  private final Cancellation cancellation = new Cancellation();
  private final List<Progress.Event> events = new ArrayList<>();

  private Provisioning provisioning() {
    return new Provisioning(stage, stage.time, Retry.Policy.STANDARD);
  }

  private Ledger ledger(Plan plan) {
    return Ledger.begin(folder, "d1", plan.serverId(), Stage.START);
  }

  private Outcome run(Plan plan, Ledger ledger) {
    return provisioning().run(plan, ledger, events::add, cancellation);
  }

  private List<String> stepsIn(State state) {
    return events.stream().filter(e -> e.state() == state).map(Progress.Event::step).toList();
  }

  private static CloudFailure failureOf(Outcome outcome, String step) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed) outcome).step()).isEqualTo(step);
    return ((Outcome.Failed) outcome).failure();
  }

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
  void missingRightsAreNamedBeforeAnythingIsMade() {
    stage.rights = new Rights(Set.of("get"));
    CloudFailure failure = failureOf(run(Stage.plan(), ledger(Stage.plan())), "check-key");

    assertThat(failure.kind()).isEqualTo(Kind.KEY_UNUSABLE);
    assertThat(failure.details())
        .isEqualTo("The identity id-orders lacks unwrapKey, wrapKey on kv-orders.");
    assertThat(stage.asked).doesNotContain("create");
  }

  @Test
  void aKeyThatIsNotThereIsUnusable() {
    stage.fail("key", Stage.failure(Kind.NOT_FOUND, "KeyNotFound"));
    assertThat(failureOf(run(Stage.plan(), ledger(Stage.plan())), "check-key").kind())
        .isEqualTo(Kind.KEY_UNUSABLE);
  }

  @Test
  void aKeySwitchedOffIsUnusable() {
    stage.life = new Key.Life(false, Stage.START, Optional.empty(), Optional.empty());
    assertThat(failureOf(run(Stage.plan(), ledger(Stage.plan())), "check-key").code())
        .isEqualTo("KeyDisabled");
  }

  @Test
  void aKeyThatExpiresThisMomentIsExpired() {
    stage.life = new Key.Life(true, Stage.START, Optional.empty(), Optional.of(Stage.START));
    assertThat(failureOf(run(Stage.plan(), ledger(Stage.plan())), "check-key").code())
        .isEqualTo("KeyExpired");
  }

  @Test
  void aKeyThatBecomesValidLaterIsUnusable() {
    stage.life =
        new Key.Life(true, Stage.START, Optional.of(Stage.START.plusSeconds(1)), Optional.empty());
    assertThat(failureOf(run(Stage.plan(), ledger(Stage.plan())), "check-key").code())
        .isEqualTo("KeyNotYetValid");
  }

  @Test
  void whatThePersonMayNotReadIsLeftToAzure() {
    stage.fail("rights", Stage.failure(Kind.FORBIDDEN, "AuthorizationFailed"));
    stage.fail("key", Stage.failure(Kind.FORBIDDEN, "ForbiddenByRbac"));
    assertThat(run(Stage.plan(), ledger(Stage.plan()))).isInstanceOf(Outcome.Succeeded.class);
  }

  @Test
  void anIdentityThePersonMayNotReadIsLeftToAzure() {
    stage.fail("identity", Stage.failure(Kind.FORBIDDEN, "AuthorizationFailed"));
    assertThat(run(Stage.plan(), ledger(Stage.plan()))).isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.asked).doesNotContain("rights").contains("key");
  }

  @Test
  void anIdentityThatIsNotThereIsNamed() {
    stage.fail("identity", Stage.failure(Kind.NOT_FOUND, "ResourceNotFound"));
    assertThat(failureOf(run(Stage.plan(), ledger(Stage.plan())), "check-key").details())
        .contains("id-orders");
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
  void aBusyServiceIsWaitedForInSight() {
    stage.fail(
        "create",
        Stage.failure(Kind.BUSY, "ServerIsBusy"),
        Stage.failure(Kind.THROTTLED, "TooManyRequests"));
    assertThat(run(Stage.plan(), ledger(Stage.plan()))).isInstanceOf(Outcome.Succeeded.class);
    assertThat(events.stream().filter(e -> e.state() == State.RETRYING).map(Progress.Event::detail))
        .containsExactly("ServerIsBusy", "TooManyRequests");
  }

  @Test
  void anOperationThatEndsBusyIsStartedAgain() {
    stage.fail("poll", Stage.failure(Kind.BUSY, "ServerIsBusy"));
    assertThat(run(Stage.plan(), ledger(Stage.plan()))).isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.count("create")).isEqualTo(2);
  }

  @Test
  void aLostAnswerToAPollDoesNotStartTheOperationAgain() {
    stage.fail(
        "poll",
        Stage.failure(Kind.UNREACHABLE, "NoAnswer"),
        Stage.failure(Kind.THROTTLED, "TooManyRequests"));
    assertThat(run(Stage.plan(), ledger(Stage.plan()))).isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.count("create")).isEqualTo(1);
  }

  @Test
  void aRefusedRequestLeavesNothingAndClaimsNothing() {
    stage.put(Stage.plan(), "Ready");
    stage.fail("create", Stage.failure(Kind.INVALID, "InvalidParameterValue"));
    Ledger ledger = ledger(Stage.plan());
    failureOf(run(Stage.plan(), ledger), "create-server");
    assertThat(ledger.entry().server())
        .as("the server of that name is somebody else's")
        .isEqualTo(Presence.NONE);

    provisioning().remove(ledger, events::add, new Cancellation());
    assertThat(stage.asked).doesNotContain("delete");
  }

  @Test
  void anOperationThatFailsIsFollowedByALookAtWhatIsLeft() {
    stage.stateWhileCreating = "Disabled";
    stage.fail("poll", Stage.failure(Kind.KEY_UNUSABLE, "AzureKeyVaultKeyNameNotFound"));
    Ledger ledger = ledger(Stage.plan());
    CloudFailure failure = failureOf(run(Stage.plan(), ledger), "create-server");

    assertThat(failure.code()).isEqualTo("AzureKeyVaultKeyNameNotFound");
    assertThat(ledger.entry().phase()).isEqualTo(Phase.FAILED);
    assertThat(ledger.entry().server()).isEqualTo(Presence.EXISTS);
    assertThat(Ledger.unfinished(folder)).hasSize(1);
  }

  @Test
  void anOperationThatFailsAndLeavesNothingIsToldSo() {
    stage.creation =
        () ->
            stage.after(
                2,
                () -> {
                  stage.servers.clear();
                  throw Stage.failure(Kind.SERVICE, "InternalServerError");
                });
    Ledger ledger = ledger(Stage.plan());
    failureOf(run(Stage.plan(), ledger), "create-server");
    assertThat(ledger.entry().server()).isEqualTo(Presence.NONE);
  }

  @Test
  void aRequestWithoutAnswerIsNotTakenForRefused() {
    CloudFailure lost = Stage.failure(Kind.UNREACHABLE, "NoAnswer");
    CloudFailure[] down = Collections.nCopies(100, lost).toArray(CloudFailure[]::new);
    stage.fail("create", down);
    stage.fail("get", down);
    Ledger ledger = ledger(Stage.plan());
    failureOf(run(Stage.plan(), ledger), "create-server");
    assertThat(ledger.entry().server()).isEqualTo(Presence.REQUESTED);
    assertThat(stage.count("create")).as("asked for blindly").isEqualTo(1);
  }

  @Test
  void aRequestThatWasHeardWithoutAnAnswerIsNotRepeated() {
    CloudFailure lost = Stage.failure(Kind.UNREACHABLE, "NoAnswer");
    stage.stateWhileCreating = "Ready";
    stage.creation =
        () -> {
          throw lost;
        };
    Ledger ledger = ledger(Stage.plan());
    Outcome outcome = run(Stage.plan(), ledger);
    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.count("create")).isEqualTo(1);
    assertThat(ledger.entry().server()).isEqualTo(Presence.EXISTS);
  }

  @Test
  void aCancellationEndsItAtTheNextMomentAndTheServerGoesOnBeingMade() {
    stage.spy =
        call -> {
          if (call.equals("poll")) {
            cancellation.cancel();
          }
        };
    Ledger ledger = ledger(Stage.plan());
    Outcome outcome = run(Stage.plan(), ledger);

    assertThat(outcome).isEqualTo(new Outcome.Cancelled("create-server"));
    assertThat(stage.count("poll")).isEqualTo(1);
    assertThat(ledger.entry().phase()).isEqualTo(Phase.CANCELLED);
    assertThat(ledger.entry().server()).isEqualTo(Presence.CREATING);
    assertThat(events.getLast().state()).isEqualTo(State.CANCELLED);
  }

  @Test
  void aCancellationBeforeTheRequestMakesNothing() {
    stage.spy =
        call -> {
          if (call.equals("groups")) {
            cancellation.cancel();
          }
        };
    Ledger ledger = ledger(Stage.plan());
    assertThat(run(Stage.plan(), ledger)).isInstanceOf(Outcome.Cancelled.class);
    assertThat(stage.asked).doesNotContain("create");
    assertThat(ledger.entry().server()).isEqualTo(Presence.NONE);
  }

  @Test
  void resumingWaitsForTheServerThatIsBeingMadeInsteadOfMakingItAgain() {
    Ledger ledger = ledger(Stage.plan());
    stage.spy =
        call -> {
          if (call.equals("poll")) {
            cancellation.cancel();
          }
        };
    run(Stage.plan(), ledger);
    stage.nameRefusal = "Taken by yourself.";
    stage.spy =
        call -> {
          if (call.equals("get") && stage.count("get") == 3) {
            stage.put(Stage.plan(), "Ready");
          }
        };

    Outcome outcome = provisioning().resume(Stage.plan(), ledger, events::add, new Cancellation());

    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.count("create")).isEqualTo(1);
    assertThat(ledger.entry().server()).isEqualTo(Presence.EXISTS);
    assertThat(events).extracting(Progress.Event::detail).contains("Provisioning");
  }

  @Test
  void resumingMakesTheServerIfTheRequestNeverArrived() {
    Ledger ledger = ledger(Stage.plan());
    ledger.server(Presence.REQUESTED);
    assertThat(provisioning().resume(Stage.plan(), ledger, events::add, cancellation))
        .isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.count("create")).isEqualTo(1);
  }

  @Test
  void resumingAfterACrashFindsTheLedgerOnDisk() {
    Ledger ledger = ledger(Stage.plan());
    ledger.server(Presence.CREATING);
    stage.put(Stage.plan(), "Ready");
    Ledger found = Ledger.unfinished(folder).getFirst();
    assertThat(provisioning().resume(Stage.plan(), found, events::add, cancellation))
        .isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.count("create")).isZero();
    assertThat(Ledger.unfinished(folder)).isEmpty();
  }

  @Test
  void aServerThatNeverGetsReadyIsGivenUp() {
    Ledger ledger = ledger(Stage.plan());
    ledger.server(Presence.CREATING);
    stage.put(Stage.plan(), "Provisioning");
    CloudFailure failure =
        failureOf(
            provisioning().resume(Stage.plan(), ledger, events::add, cancellation),
            "create-server");
    assertThat(failure.code()).isEqualTo("TookTooLong");
  }

  @Test
  void aServerWithAnotherKeyThanPlannedIsNotASuccess() {
    KeyIdentifier other = Stage.KEY.withVersion("ffffffffffffffffffffffffffffffff");
    stage.spy =
        call -> {
          if (call.equals("get")) {
            stage.put(Stage.plan(), "Ready", DataEncryption.customerManaged(other, Stage.IDENTITY));
          }
        };
    CloudFailure failure = failureOf(run(Stage.plan(), ledger(Stage.plan())), "verify");
    assertThat(failure.code()).isEqualTo("EncryptionDiffers");
    assertThat(failure.details()).contains(Stage.KEY.toString(), other.toString());
  }

  @Test
  void aServerWithAServiceManagedKeyInsteadIsNotASuccess() {
    stage.spy =
        call -> {
          if (call.equals("get")) {
            stage.put(Stage.plan(), "Ready", DataEncryption.serviceManaged());
          }
        };
    failureOf(run(Stage.plan(), ledger(Stage.plan())), "verify");
  }

  @Test
  void aKeyThatTheServiceCallsInvalidIsNotASuccess() {
    stage.spy =
        call -> {
          if (call.equals("get")) {
            stage.put(Stage.plan(), "Ready", withStatus("Invalid"));
          }
        };
    assertThat(failureOf(run(Stage.plan(), ledger(Stage.plan())), "verify").kind())
        .isEqualTo(Kind.KEY_UNUSABLE);
  }

  @Test
  void aKeyWhoseStatusIsUnknownOrValidIsASuccess() {
    for (String status : List.of("Unknown", "Valid")) {
      stage.spy =
          call -> {
            if (call.equals("get")) {
              stage.put(Stage.plan(), "Ready", withStatus(status));
            }
          };
      assertThat(run(Stage.plan(), ledger(Stage.plan()))).isInstanceOf(Outcome.Succeeded.class);
    }
  }

  private static DataEncryption withStatus(String status) {
    return DataEncryption.customerManaged(Stage.KEY, Stage.IDENTITY).withStatus(status);
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

  @Test
  void aChangeOfTheFirstKeySaysNothingOfTheSecond() {
    DataEncryption two =
        Stage.plan()
            .encryption()
            .withGeo(Optional.of(new GeoEncryption(Stage.KEY, Stage.IDENTITY, Optional.empty())));
    stage.put(Stage.plan(), "Ready", two);
    VerifyEncryption.requireAsPlanned(
        stage.servers.get(Stage.plan().serverId()), Stage.plan().encryption());
    stage.put(Stage.plan(), "Ready");
    Server one = stage.servers.get(Stage.plan().serverId());
    assertThatThrownBy(() -> VerifyEncryption.requireAsPlanned(one, two))
        .isInstanceOf(CloudFailure.class);
  }

  @Test
  void removingDeletesTheServerAndLeavesTheGroup() {
    Ledger ledger = ledger(Stage.planWithNewGroup());
    run(Stage.planWithNewGroup(), ledger);
    provisioning().remove(ledger, events::add, new Cancellation());

    assertThat(stage.servers).isEmpty();
    assertThat(stage.groups).contains("rg-new");
    assertThat(ledger.entry().server()).isEqualTo(Presence.REMOVED);
    assertThat(ledger.entry().group()).isEqualTo(Presence.EXISTS);
    assertThat(Ledger.unfinished(folder)).isEmpty();
  }

  @Test
  void aRemovalThatFailsLeavesTheServerInTheLedger() {
    Ledger ledger = ledger(Stage.plan());
    ledger.server(Presence.CREATING);
    stage.fail("delete", Stage.failure(Kind.FORBIDDEN, "AuthorizationFailed"));
    assertThatThrownBy(() -> provisioning().remove(ledger, events::add, new Cancellation()))
        .isInstanceOf(CloudFailure.class);
    assertThat(ledger.entry().server()).isEqualTo(Presence.CREATING);
    assertThat(Ledger.unfinished(folder)).hasSize(1);
  }

  @Test
  void theLedgerOfAnotherServerIsRefused() {
    Ledger ledger = ledger(Stage.planWithNewGroup());
    assertThatThrownBy(() -> run(Stage.plan(), ledger))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thePasswordIsNowhereOnDiskAndInNoEvent() throws IOException {
    stage.fail("poll", Stage.failure(Kind.KEY_UNUSABLE, "AzureKeyVaultKeyNameNotFound"));
    Ledger ledger = ledger(Stage.plan());
    run(Stage.plan(), ledger);
    provisioning().resume(Stage.plan(), ledger, events::add, new Cancellation());

    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> written = files.filter(Files::isRegularFile).toList();
      assertThat(written).isNotEmpty();
      for (Path file : written) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain("Canary-4711");
      }
    }
    assertThat(events.toString()).doesNotContain("Canary-4711");
  }
}
