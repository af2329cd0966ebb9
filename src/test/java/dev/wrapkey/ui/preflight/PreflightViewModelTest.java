package dev.wrapkey.ui.preflight;

import static dev.wrapkey.ui.preflight.ScriptedExaminer.check;
import static dev.wrapkey.ui.preflight.ScriptedExaminer.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.preflight.Check;
import dev.wrapkey.preflight.Probe;
import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.preflight.Remedy;
import dev.wrapkey.preflight.Verdict;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.ui.preflight.PreflightViewModel.State;
import dev.wrapkey.ui.task.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreflightViewModelTest {

  private static final Remedy ENABLE =
      new Remedy.EnableKey(
          KeyIdentifier.of("https://kv-a.vault.azure.net/keys/k/0123456789abcdef0123456789abcdef"));
  private static final Check DISABLED =
      new Check("CMK-17", Purpose.PRIMARY, Verdict.FAILED, "Disabled.", Optional.of(ENABLE));
  private static final Check ENABLED = check("CMK-17", Purpose.PRIMARY, Verdict.PASSED, "Enabled.");

  private final ScriptedExaminer examiner = new ScriptedExaminer();
  private final PreflightViewModel panel = examiner.panel();

  @Test
  void failedChecksComeFirstAndPassedOnesLast() {
    examiner.finds(
        check("CMK-5", Purpose.PRIMARY, Verdict.PASSED, "p"),
        check("CMK-7", Purpose.PRIMARY, Verdict.ADVICE, "a"),
        check("CMK-8", Purpose.PRIMARY, Verdict.UNKNOWN, "u"),
        failed("CMK-6"),
        check("CMK-6", Purpose.GEO, Verdict.FAILED, "f"));
    panel.run();
    assertThat(panel.of(Purpose.PRIMARY))
        .extracting(Check::rule)
        .containsExactly("CMK-6", "CMK-8", "CMK-7", "CMK-5");
    assertThat(panel.of(Purpose.GEO)).hasSize(1);
    assertThat(panel.tookProperty().get()).isEqualTo(Duration.ofMillis(1200));
  }

  @Test
  void onlyAFailedCheckKeepsAPersonFromGoingOn() {
    List<String> done = new ArrayList<>();
    examiner.finds(failed("CMK-6"));
    panel.runBefore(() -> done.add("with a failure"));
    assertThat(panel.clearProperty().get()).isFalse();
    examiner.finds(
        check("CMK-8", Purpose.PRIMARY, Verdict.UNKNOWN, "u"),
        check("CMK-7", Purpose.PRIMARY, Verdict.ADVICE, "a"));
    panel.runBefore(() -> done.add("without"));
    assertThat(panel.clearProperty().get()).isTrue();
    assertThat(done).containsExactly("without");
  }

  @Test
  void whileTheChecksRunNothingGoesOnAndStoppingLeavesTheRestToTheService() {
    List<Runnable> waiting = new ArrayList<>();
    PreflightViewModel slow =
        examiner.panel(new Tasks(waiting::add, Runnable::run, PreflightViewModelTest::bug));
    slow.run();
    assertThat(slow.stateProperty().get()).isEqualTo(State.RUNNING);
    assertThat(slow.clearProperty().get()).isFalse();
    slow.stop();
    assertThat(slow.stateProperty().get()).isEqualTo(State.STOPPED);
    assertThat(slow.clearProperty().get()).isTrue();
    examiner.finds(failed("CMK-6"));
    waiting.forEach(Runnable::run);
    assertThat(slow.checks()).as("a late answer is dropped").isEmpty();
  }

  @Test
  void aRemedyIsAppliedOnlyAfterItWasAskedFor() {
    examiner.finds(DISABLED).thenFinds(ENABLED);
    panel.run();
    panel.mend();
    assertThat(examiner.applied()).isEmpty();
    panel.ask(DISABLED);
    panel.keep();
    panel.mend();
    assertThat(examiner.applied()).isEmpty();
    panel.ask(DISABLED);
    panel.mend();
    assertThat(examiner.applied()).containsExactly(ENABLE);
    assertThat(panel.repairingProperty().get()).isEqualTo(new Repairing.Applied(DISABLED, ENABLED));
    assertThat(examiner.examined()).as("everything is checked again").isEqualTo(2);
    assertThat(panel.clearProperty().get()).isTrue();
  }

  @Test
  void aRefusedRemedyIsToldAndCanBeTriedAgain() {
    CloudFailure why =
        new CloudFailure(CloudFailure.Kind.FORBIDDEN, "AuthorizationFailed", "No.", "");
    examiner.finds(DISABLED).refuses(why);
    panel.run();
    panel.ask(DISABLED);
    panel.mend();
    assertThat(panel.repairingProperty().get()).isEqualTo(new Repairing.Refused(DISABLED, why));
    panel.ask(DISABLED);
    assertThat(panel.repairingProperty().get()).isEqualTo(new Repairing.Asked(DISABLED, ENABLE));
  }

  @Test
  void everyLookForTheEffectIsShownAndWaitingCanBeStopped() {
    Probe second = new Probe(2, Duration.ofSeconds(15), Duration.ofMinutes(15), DISABLED);
    List<Runnable> waiting = new ArrayList<>();
    examiner.finds(DISABLED).thenFinds(ENABLED).looks(second);
    List<Repairing> seen = new ArrayList<>();
    panel
        .repairingProperty()
        .subscribe(
            now -> {
              seen.add(now);
            });
    panel.run();
    panel.ask(DISABLED);
    panel.mend();
    assertThat(seen)
        .containsSubsequence(
            new Repairing.Running(DISABLED, ENABLE, Optional.empty()),
            new Repairing.Running(DISABLED, ENABLE, Optional.of(second)));

    PreflightViewModel slow =
        examiner.panel(new Tasks(waiting::add, Runnable::run, PreflightViewModelTest::bug));
    slow.ask(DISABLED);
    slow.mend();
    slow.leave();
    waiting.forEach(Runnable::run);
    assertThat(slow.repairingProperty().get()).isEqualTo(new Repairing.Left(DISABLED));
  }

  @Test
  void aCheckLeadsToItsRule() {
    panel.openRule(failed("CMK-6"));
    assertThat(examiner.rules()).containsExactly("CMK-6");
  }

  private static void bug(Throwable bug) {
    throw new AssertionError(bug);
  }
}
