package dev.wrapkey.rotation;

import dev.wrapkey.preflight.Preflight;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.EncryptionEdit;
import dev.wrapkey.provisioning.Hold;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyChange;
import dev.wrapkey.provisioning.KeyEdit;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Progress.State;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.rotation.RotationLedger.Direction;
import dev.wrapkey.rotation.RotationLedger.Phase;
import dev.wrapkey.time.Time;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Rotates the keys of one server to a safe end. Every step can be repeated: a stop, a failure or a
 * kill at any point leaves a server that works, and a ledger with which the rotation is gone on
 * with or rolled back. Blocks; call it from a background thread.
 */
public final class GuidedRotation {

  /** The code of the failure of a preflight that found what the service would refuse. */
  public static final String OBSTRUCTED = "PreflightFailed";

  /** The code of the failure of an identity that cannot use its key. */
  public static final String OUT_OF_REACH = "KeyOutOfReach";

  /** The code of the failure of a server that the service says cannot use its key. */
  public static final String KEY_INVALID = "KeyStatusInvalid";

  /** The code of the failure of a server whose data keys stay under the version it left. */
  public static final String NOT_REWRAPPED = "DataKeysNotRewrapped";

  /** The code of the refusal to go back to a version that cannot be used. */
  public static final String OLD_UNUSABLE = "OldVersionUnusable";

  /** The code of the refusal to begin while another rotation of the server is unfinished. */
  public static final String UNFINISHED = "RotationUnfinished";

  /**
   * The code of the refusal to go on with a rotation that was rolled back or whose old version is
   * disabled.
   */
  public static final String OVER = "RotationOver";

  private final Cloud cloud;
  private final Time time;
  private final Retry.Policy policy;
  private final Executor executor;
  private final Optional<WrapProof> proof;
  private final Path folder;

  /**
   * @param cloud where servers and keys are
   * @param time the clock to wait on
   * @param policy which failures to wait out
   * @param executor runs the checks, as many at once as it likes
   * @param proof shows which versions wrap data keys, where that can be seen
   * @param folder of the ledgers
   */
  public GuidedRotation(
      Cloud cloud,
      Time time,
      Retry.Policy policy,
      Executor executor,
      Optional<WrapProof> proof,
      Path folder) {
    this.cloud = cloud;
    this.time = time;
    this.policy = policy;
    this.executor = executor;
    this.proof = proof;
    this.folder = folder;
  }

  /**
   * The rotations of a server, the newest first: its own, and those in waves that have succeeded.
   */
  public List<RotationLedger> of(ResourceId server) {
    Stream<RotationLedger> inWaves =
        RotationFile.foldersIn(folder).stream()
            .flatMap(each -> RotationLedger.all(each).stream())
            .filter(ledger -> ledger.entry().phase() == Phase.SUCCEEDED);
    return Stream.concat(inWaves, RotationLedger.all(folder).stream())
        .filter(ledger -> ledger.entry().order().server().equals(server))
        .sorted(Comparator.comparing((RotationLedger each) -> each.entry().begun()).reversed())
        .toList();
  }

  /** What the steps will do. Asks nobody. */
  public List<PlannedStep> plan(RotationOrder order) {
    return new RotationPlan(order, java.util.Map.of(), proof.isPresent()).steps();
  }

  /** What the steps of a rotation that has begun do or did, with the versions that were made. */
  public List<PlannedStep> plan(RotationLedger.Entry entry) {
    return new RotationPlan(entry.order(), entry.made().versions(), proof.isPresent()).steps();
  }

  /** The commands that disable the versions that a rotation has left. */
  public List<AzCommand> disabling(RotationLedger.Entry entry) {
    return entry.retired().stream().map(RotationPlan::disable).toList();
  }

  /** The command that gives the server back what it had. */
  public AzCommand rollingBack(RotationLedger.Entry entry) {
    DataEncryption back = WayBack.target(entry);
    return RotationPlan.update(
        entry.order().server(), back, p -> Keys.key(back, p).orElseThrow().toString());
  }

  /**
   * Writes a rotation down. Nothing is asked of the cloud.
   *
   * @throws CloudFailure {@link #UNFINISHED} if another one of the server can be gone on with
   * @throws java.io.UncheckedIOException if the folder cannot be written to
   */
  public RotationLedger begin(RotationOrder order) {
    for (RotationLedger other : RotationLedger.everywhere(folder)) {
      if (other.entry().isUnfinished() && other.entry().order().server().equals(order.server())) {
        throw new CloudFailure(Kind.BUSY, UNFINISHED, other.entry().id(), "");
      }
    }
    return RotationLedger.begin(folder, order, time.now());
  }

  /**
   * Carries a rotation out, from where it was left. One that has succeeded is only read back.
   *
   * @return failed with {@link Hold#ELSEWHERE} where another run works on the same rotation
   * @param cancellation ends it before the next request; what the service has accepted goes on
   */
  public RotationOutcome run(
      RotationLedger ledger, RotationProgress progress, Cancellation cancellation) {
    return run(
        ledger,
        Direction.FORWARD,
        new Course(time, policy, ledger, progress, cancellation),
        this::forward);
  }

  /**
   * Gives the server back what it had. New versions that were made stay in their stores.
   *
   * @return failed with {@link #OLD_UNUSABLE} if the server could not use what it had
   */
  public RotationOutcome rollBack(
      RotationLedger ledger, RotationProgress progress, Cancellation cancellation) {
    return run(
        ledger,
        Direction.BACK,
        new Course(time, policy, ledger, progress, cancellation),
        this::back);
  }

  /** The steps of one direction. */
  private interface Way {
    RotationOutcome go(Course course);
  }

  private RotationOutcome run(RotationLedger ledger, Direction direction, Course course, Way way) {
    try (Hold hold = Hold.take(ledger.path(), ledger::reread).orElse(null)) {
      return hold == null
          ? new RotationOutcome.Failed(
              course.current(),
              Hold.elsewhere(ledger.entry().order().server().name()),
              Optional.empty())
          : runHeld(ledger, direction, course, way);
    }
  }

  private RotationOutcome runHeld(
      RotationLedger ledger, Direction direction, Course course, Way way) {
    if (ledger.entry().phase() == Phase.ROLLED_BACK && direction == Direction.FORWARD
        || ledger.entry().made().disabled().isPresent()) {
      CloudFailure over = new CloudFailure(Kind.INVALID, OVER, ledger.entry().id(), "");
      return new RotationOutcome.Failed(course.current(), over, Optional.empty());
    }
    ledger.run(direction);
    try {
      RotationOutcome outcome = way.go(course);
      ledger.over(
          direction == Direction.FORWARD ? Phase.SUCCEEDED : Phase.ROLLED_BACK,
          Optional.empty(),
          time.now());
      return outcome;
    } catch (CloudFailure failure) {
      ledger.over(Phase.FAILED, Optional.of(failure), time.now());
      course.tell(State.FAILED, failure.code());
      return new RotationOutcome.Failed(course.current(), failure, course.report());
    } catch (CancellationException _) {
      // An interrupted thread is the program's end, not a wish: the rotation is broken off.
      if (course.cancellation().isCancelled()) {
        ledger.over(Phase.STOPPED, Optional.empty(), time.now());
      }
      course.tell(State.CANCELLED, "");
      return new RotationOutcome.Stopped(course.current());
    }
  }

  private RotationOutcome forward(Course course) {
    RotationOrder order = course.entry().order();
    Examination examination = new Examination(cloud, new Preflight(cloud, time, executor));
    course.step(RotationStep.PREFLIGHT, true, () -> examination.preflight(course));
    course.step(
        RotationStep.NEW_VERSION,
        !order.newVersions().isEmpty(),
        () -> new NewVersions(cloud).make(course));
    course.step(RotationStep.REACH, true, () -> examination.reach(course));
    course.step(
        RotationStep.UPDATE,
        order.needsUpdate(),
        () -> send(course, order.base(), course.entry().target()));
    Verification seen = new Verification();
    course.step(
        RotationStep.VERIFY, true, () -> seen.of(verified(course, course.entry().target())));
    return seen.outcome().orElseGet(() -> readBack(course));
  }

  private void send(Course course, DataEncryption base, DataEncryption wanted) {
    if (!base.usesTheSameAs(wanted)) {
      new Updating(new KeyChange(cloud, time, Patient.of(policy)))
          .send(course, new EncryptionEdit(base, wanted));
    }
  }

  private RotationOutcome.Succeeded verified(Course course, DataEncryption wanted) {
    Verifying verifying = new Verifying(cloud, proof);
    Server server = verifying.server(course, wanted);
    verifying.resolve(course);
    Optional<Wrapping> wrapping = verifying.proven(course);
    Rewrapping.note(course, wrapping);
    return new RotationOutcome.Succeeded(server, wrapping);
  }

  private RotationOutcome readBack(Course course) {
    return new RotationOutcome.Succeeded(
        course.call(() -> cloud.servers().get(course.entry().order().server())),
        proof.flatMap(p -> p.look(course.entry().order().server())));
  }

  private RotationOutcome back(Course course) {
    new NewVersions(cloud).discover(course);
    DataEncryption back = WayBack.target(course.entry());
    WayBack.requireUsable(course.entry(), cloud, course::call, time.now());
    course.step(RotationStep.UPDATE, true, () -> send(course, course.entry().target(), back));
    Verification seen = new Verification();
    course.step(
        RotationStep.VERIFY,
        true,
        () ->
            seen.of(
                new RotationOutcome.Succeeded(
                    new Verifying(cloud, proof).server(course, back), Optional.empty())));
    return seen.outcome().orElseGet(() -> readBack(course));
  }

  /** What a verification that was held in this run has found. */
  private static final class Verification {

    private Optional<RotationOutcome> outcome = Optional.empty();

    void of(RotationOutcome found) {
      outcome = Optional.of(found);
    }

    Optional<RotationOutcome> outcome() {
      return outcome;
    }
  }

  /**
   * Whether the versions that a rotation has left may be disabled. Looks at all servers that the
   * account can see.
   *
   * @throws CloudFailure if something that matters cannot be asked
   */
  public SafetyGate gate(RotationLedger ledger, Cancellation cancellation) {
    return new GateInquiry(cloud, time, policy, proof, cancellation).gate(ledger.entry());
  }

  /**
   * Disables the versions that a rotation has left, if the gate is open now; everything is looked
   * at once more right before.
   *
   * @throws CloudFailure if something cannot be asked, or the key store refuses
   */
  public Retirement disableOldVersion(RotationLedger ledger, Cancellation cancellation) {
    SafetyGate gate = gate(ledger, cancellation);
    if (!gate.isOpenAt(time.now())) {
      return new Retirement.Refused(gate);
    }
    for (KeyIdentifier version : gate.versions()) {
      Key key = call(cancellation, () -> cloud.keyStores().get(version));
      if (key.life().enabled()) {
        call(cancellation, () -> cloud.keyLife().edit(version, KeyEdit.enabled(false)));
      }
    }
    ledger.made(made -> made.disabled(time.now()));
    return new Retirement.Disabled(gate.versions());
  }

  private <T> T call(Cancellation cancellation, Supplier<T> call) {
    return new Retry(time, policy, (_, _, _) -> {}).call(cancellation, call);
  }
}
