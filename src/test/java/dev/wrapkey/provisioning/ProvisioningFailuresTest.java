package dev.wrapkey.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.Ledger.Phase;
import dev.wrapkey.provisioning.Ledger.Presence;
import dev.wrapkey.provisioning.Progress.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProvisioningFailuresTest extends StagedRun {

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
