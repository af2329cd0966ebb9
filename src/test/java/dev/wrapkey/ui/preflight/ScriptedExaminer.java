package dev.wrapkey.ui.preflight;

import dev.wrapkey.preflight.Check;
import dev.wrapkey.preflight.Probe;
import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.preflight.Remedy;
import dev.wrapkey.preflight.Report;
import dev.wrapkey.preflight.Subject;
import dev.wrapkey.preflight.Verdict;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.time.VirtualTime;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.task.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Finds what it is told to find. */
public final class ScriptedExaminer implements Examiner {

  private static final Subject SUBJECT =
      new Subject(
          new Subscription("sub", "Practice Production"),
          "eastus",
          Optional.empty(),
          Optional.empty(),
          DataEncryption.serviceManaged());

  private final VirtualTime watch = VirtualTime.standingAt(Practice.START);
  private final List<String> rules = new ArrayList<>();
  private final List<Remedy> applied = new ArrayList<>();
  private final CountDownLatch held = new CountDownLatch(1);
  private List<Check> checks = List.of();
  private List<Check> then = List.of();
  private Optional<CloudFailure> refusal = Optional.empty();
  private List<Probe> probes = List.of();
  private boolean holding;
  private int examined;

  public ScriptedExaminer finds(Check... found) {
    checks = List.of(found);
    return this;
  }

  /** What it finds after a repair. */
  ScriptedExaminer thenFinds(Check... found) {
    then = List.of(found);
    return this;
  }

  ScriptedExaminer looks(Probe... seen) {
    probes = List.of(seen);
    return this;
  }

  ScriptedExaminer refuses(CloudFailure why) {
    refusal = Optional.of(why);
    return this;
  }

  /** From now on neither checks nor repairs come to an end. */
  ScriptedExaminer holds() {
    holding = true;
    return this;
  }

  @Override
  public Report examine(Subject subject, Consumer<Check> found, Cancellation cancellation) {
    examined++;
    checks.forEach(found);
    hold(cancellation);
    watch.jump(Duration.ofMillis(1200));
    return new Report(checks, List.of(), Duration.ZERO);
  }

  @Override
  public Check repair(
      Remedy remedy, Subject subject, Consumer<Probe> told, Cancellation cancellation) {
    applied.add(remedy);
    refusal.ifPresent(
        why -> {
          throw why;
        });
    probes.forEach(told);
    hold(cancellation);
    checks = then;
    return then.getFirst();
  }

  private void hold(Cancellation cancellation) {
    if (holding) {
      try {
        held.await();
      } catch (InterruptedException stopped) {
        throw new CancellationException();
      }
      cancellation.check();
    }
  }

  public int examined() {
    return examined;
  }

  List<Remedy> applied() {
    return applied;
  }

  /** The ids of the rules that were opened. */
  List<String> rules() {
    return rules;
  }

  /** A panel whose work is done at once. */
  public PreflightViewModel panel() {
    return panel(Practice.tasks());
  }

  PreflightViewModel panel(Tasks tasks) {
    return new PreflightViewModel(this, tasks, watch, () -> Optional.of(SUBJECT), rules::add);
  }

  public static Check failed(String rule) {
    return check(rule, Purpose.PRIMARY, Verdict.FAILED, "It is wrong: " + rule + ".");
  }

  static Check check(String rule, Purpose purpose, Verdict verdict, String message) {
    return new Check(rule, purpose, verdict, message, Optional.empty());
  }
}
