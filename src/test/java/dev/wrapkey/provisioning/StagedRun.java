package dev.wrapkey.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Progress.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs of a provisioning against the {@link Stage}, with the ledger on disk and every event kept.
 */
abstract class StagedRun {

  @TempDir Path folder;
  final Stage stage = new Stage();
  final Cancellation cancellation = new Cancellation();
  final List<Progress.Event> events = new ArrayList<>();

  Provisioning provisioning() {
    return new Provisioning(stage, stage.time, Retry.Policy.STANDARD);
  }

  Ledger ledger(Plan plan) {
    return Ledger.begin(folder, "d1", plan.serverId(), Stage.START);
  }

  Outcome run(Plan plan, Ledger ledger) {
    return provisioning().run(plan, ledger, events::add, cancellation);
  }

  List<String> stepsIn(State state) {
    return events.stream().filter(e -> e.state() == state).map(Progress.Event::step).toList();
  }

  static CloudFailure failureOf(Outcome outcome, String step) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed) outcome).step()).isEqualTo(step);
    return ((Outcome.Failed) outcome).failure();
  }
}
