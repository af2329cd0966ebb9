package dev.wrapkey.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.EncryptionEdit;
import dev.wrapkey.provisioning.KeyChange;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.rotation.RotationLedger.Phase;
import dev.wrapkey.simulator.fault.Aim;
import dev.wrapkey.simulator.fault.Fault;
import dev.wrapkey.simulator.fault.FaultOrder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One server's keys rotated to the end. */
class GuidedRotationTest {

  private static final Set<Purpose> PRIMARY = Set.of(Purpose.PRIMARY);
  private Rotating rotating;

  @BeforeEach
  void open() {
    rotating = new Rotating();
  }

  @AfterEach
  void close() {
    rotating.close();
  }

  private RotationOutcome run(RotationLedger ledger) {
    return rotating.rotation().run(ledger, rotating.progress(), new Cancellation());
  }

  private RotationOutcome rollBack(RotationLedger ledger) {
    return rotating.rotation().rollBack(ledger, rotating.progress(), new Cancellation());
  }

  private CloudFailure failure(RotationOutcome outcome) {
    assertThat(outcome).as("%s", rotating.told()).isInstanceOf(RotationOutcome.Failed.class);
    return ((RotationOutcome.Failed) outcome).failure();
  }

  @Test
  void aNewVersionOfAPinnedKeyIsMadeSentAndWrapsEveryDataKey() {
    long rows = rotating.rows("orders-pg");
    KeyIdentifier old = rotating.keyOf("orders-pg");
    List<KeyIdentifier> before = rotating.practice().versions("kv-orders-eastus", "orders-kek");

    RotationLedger ledger =
        rotating.succeeded(RotationOrder.newVersion(rotating.server("orders-pg"), PRIMARY));

    List<KeyIdentifier> after = rotating.practice().versions("kv-orders-eastus", "orders-kek");
    assertThat(after).hasSize(before.size() + 1);
    Server server = rotating.server("orders-pg");
    assertThat(server.encryption().key()).contains(after.getFirst());
    assertThat(server.encryption().status()).contains("Valid");
    assertThat(rotating.wrapping("orders-pg")).containsExactly(after.getFirst());
    assertThat(rotating.rows("orders-pg")).isEqualTo(rows);
    assertThat(ledger.entry().phase()).isEqualTo(Phase.SUCCEEDED);
    assertThat(ledger.entry().retired()).containsExactly(old);
    assertThat(ledger.entry().made().receipt()).contains(rotating.receipts().getLast());
    assertThat(ledger.entry().made().rewrapped()).isPresent();
    assertThat(ledger.entry().done()).hasSize(RotationStep.values().length);
  }

  @Test
  void aServerThatFollowsItsKeyIsSentNothingAndIsWaitedFor() {
    KeyIdentifier old = rotating.wrapping("reporting-pg").getFirst();
    RotationLedger ledger =
        rotating.succeeded(RotationOrder.newVersion(rotating.server("reporting-pg"), PRIMARY));
    assertThat(rotating.receipts()).isEmpty();
    assertThat(rotating.told())
        .contains("update SKIPPED ")
        .anyMatch(t -> t.startsWith("verify RUN"));
    assertThat(rotating.keyOf("reporting-pg").version()).isEmpty();
    assertThat(rotating.wrapping("reporting-pg"))
        .containsExactly(ledger.entry().made().versions().get(Purpose.PRIMARY));
    assertThat(ledger.entry().retired()).containsExactly(old);
  }

  @Test
  void bothKeysOfAServerWithGeoRedundantBackupAreRotatedWithOneRequest() {
    Server before = rotating.server("billing-pg");
    RotationLedger ledger =
        rotating.succeeded(RotationOrder.newVersion(before, Set.of(Purpose.values())));
    DataEncryption now = rotating.server("billing-pg").encryption();
    assertThat(rotating.receipts()).hasSize(1);
    assertThat(now.key()).isNotEqualTo(before.encryption().key());
    assertThat(now.geo().orElseThrow().key())
        .isNotEqualTo(before.encryption().geo().orElseThrow().key());
    assertThat(rotating.wrapping("billing-pg"))
        .containsExactlyInAnyOrder(now.key().orElseThrow(), now.geo().orElseThrow().key());
    assertThat(ledger.entry().retired()).hasSize(2);
  }

  @Test
  void aVersionThatExistsIsAdoptedAndNoneIsMade() {
    List<KeyIdentifier> before = rotating.practice().versions("kv-orders-eastus", "orders-kek");
    rotating.succeeded(RotationOrder.adopt(rotating.server("orders-pg"), before.getFirst()));
    assertThat(rotating.keyOf("orders-pg")).isEqualTo(before.getFirst());
    assertThat(rotating.practice().versions("kv-orders-eastus", "orders-kek")).isEqualTo(before);
  }

  @Test
  void anotherKeyIsTakenAndTheOldOneLeft() {
    KeyIdentifier old = rotating.keyOf("orders-pg");
    KeyIdentifier other = rotating.practice().newest("kv-orders-eastus", "ledger-kek");
    RotationLedger ledger =
        rotating.succeeded(RotationOrder.otherKey(rotating.server("orders-pg"), other));
    assertThat(rotating.wrapping("orders-pg")).containsExactly(other);
    assertThat(ledger.entry().retired()).containsExactly(old);
  }

  @Test
  void anotherIdentityLeavesNoVersionBehind() {
    var vault = rotating.practice().store("kv-orders-eastus");
    var newcomer = rotating.practice().identity("id-newcomer-eastus");
    rotating.practice().administrator().grant(newcomer, vault);
    RotationLedger ledger =
        rotating.succeeded(
            RotationOrder.otherIdentity(rotating.server("orders-pg"), newcomer.id()));
    assertThat(rotating.server("orders-pg").encryption().identity()).contains(newcomer.id());
    assertThat(rotating.told()).contains("reach RUNNING CMK-10");
    assertThat(ledger.entry().retired()).isEmpty();
  }

  @Test
  void ina6AServerThatWasCutOffIsWaitedForUntilAnotherIdentityHasBroughtItBack() {
    var identity = rotating.practice().identity("id-orders-eastus");
    rotating
        .practice()
        .itself()
        .faults()
        .switchOn(
            Fault.PERMISSION_REVOKED,
            new FaultOrder(
                Aim.ANY,
                FaultOrder.usual(Fault.PERMISSION_REVOKED).rhythm(),
                0,
                identity.id().toString()));
    var newcomer = rotating.practice().identity("id-newcomer-eastus");
    rotating
        .practice()
        .administrator()
        .grant(newcomer, rotating.practice().store("kv-orders-eastus"));
    rotating.practice().time().jump(Duration.ofMinutes(90));
    assertThat(rotating.server("orders-pg").state()).isEqualTo("Inaccessible");
    RotationLedger ledger =
        rotating.succeeded(
            RotationOrder.otherIdentity(rotating.server("orders-pg"), newcomer.id()));
    assertThat(ledger.entry().made().dark()).isTrue();
    assertThat(rotating.told()).contains("verify RUNNING Inaccessible");
    assertThat(rotating.server("orders-pg").state()).isEqualTo("Ready");
    assertThat(rotating.rows("orders-pg")).isPositive();
  }

  @Test
  void whatAzureWouldRefuseIsFoundBeforeAnythingIsMade() {
    List<KeyIdentifier> before = rotating.practice().versions("kv-orders-eastus", "orders-kek");
    Server orders = rotating.server("orders-pg");
    KeyIdentifier disabled = rotating.practice().newest("kv-orders-eastus", "retired-kek");
    RotationLedger ledger = rotating.rotation().begin(RotationOrder.otherKey(orders, disabled));
    RotationOutcome outcome = run(ledger);
    assertThat(failure(outcome).code()).isEqualTo(GuidedRotation.OBSTRUCTED);
    assertThat(failure(outcome).details()).contains("CMK-17");
    assertThat(((RotationOutcome.Failed) outcome).report().orElseThrow().obstructs()).isTrue();
    assertThat(rotating.receipts()).isEmpty();
    assertThat(rotating.practice().versions("kv-orders-eastus", "orders-kek")).isEqualTo(before);
    assertThat(ledger.entry().phase()).isEqualTo(Phase.FAILED);
    assertThat(ledger.entry().stand().refusal().orElseThrow().code())
        .isEqualTo(GuidedRotation.OBSTRUCTED);
  }

  @Test
  void aServerThatSomebodyElseHasChangedMeanwhileIsLeftAlone() {
    Server orders = rotating.server("orders-pg");
    RotationLedger ledger = rotating.rotation().begin(RotationOrder.newVersion(orders, PRIMARY));
    KeyIdentifier theirs = rotating.practice().newest("kv-orders-eastus", "ledger-kek");
    new KeyChange(rotating.practice().cloud(), rotating.practice().time(), Retry.Policy.STANDARD)
        .run(
            orders.id(),
            new EncryptionEdit(
                orders.encryption(),
                DataEncryption.customerManaged(
                    theirs, orders.encryption().identity().orElseThrow())),
            (Progress.Event event) -> {},
            new Cancellation());
    assertThat(failure(run(ledger)).code()).isEqualTo(KeyChange.OVERTAKEN);
    assertThat(rotating.keyOf("orders-pg")).isEqualTo(theirs);
    assertThat(failure(rollBack(ledger)).code()).isEqualTo(KeyChange.OVERTAKEN);
    assertThat(rotating.keyOf("orders-pg")).isEqualTo(theirs);
  }

  @Test
  void aSecondRotationOfAServerIsRefusedUntilTheFirstIsSettled() {
    RotationOrder order = RotationOrder.newVersion(rotating.server("orders-pg"), PRIMARY);
    RotationLedger first = rotating.rotation().begin(order);
    assertThatThrownBy(() -> rotating.rotation().begin(order))
        .isInstanceOfSatisfying(
            CloudFailure.class,
            refused -> assertThat(refused.code()).isEqualTo(GuidedRotation.UNFINISHED));
    first.settle();
    assertThat(rotating.rotation().begin(order).entry().id()).isNotEqualTo(first.entry().id());
  }

  @Test
  void aRotationThatSucceededIsRolledBackToTheOldVersion() {
    KeyIdentifier old = rotating.keyOf("orders-pg");
    long rows = rotating.rows("orders-pg");
    RotationLedger ledger =
        rotating.succeeded(RotationOrder.newVersion(rotating.server("orders-pg"), PRIMARY));
    assertThat(rollBack(ledger)).isInstanceOf(RotationOutcome.Succeeded.class);
    assertThat(rotating.keyOf("orders-pg")).isEqualTo(old);
    assertThat(rotating.wrapping("orders-pg")).containsExactly(old);
    assertThat(rotating.rows("orders-pg")).isEqualTo(rows);
    assertThat(ledger.entry().phase()).isEqualTo(Phase.ROLLED_BACK);
    assertThat(failure(run(ledger)).code()).isEqualTo(GuidedRotation.OVER);
  }

  @Test
  void aServerThatFollowsItsKeyIsPinnedToTheOldVersionByARollback() {
    RotationLedger ledger =
        rotating.succeeded(RotationOrder.newVersion(rotating.server("reporting-pg"), PRIMARY));
    KeyIdentifier old = ledger.entry().retired().getFirst();
    assertThat(rollBack(ledger)).isInstanceOf(RotationOutcome.Succeeded.class);
    assertThat(rotating.keyOf("reporting-pg")).isEqualTo(old);
    assertThat(rotating.wrapping("reporting-pg")).containsExactly(old);
  }

  @Test
  void aServerThatFollowsItsKeyIsPinnedEvenIfNobodyHasReadThatTheNewVersionWasMade() {
    KeyIdentifier old = rotating.wrapping("reporting-pg").getFirst();
    MortalCloud mortal = new MortalCloud(new MortalCloud.Moment("KeyStores.rotate", true));
    GuidedRotation dying =
        rotating.rotation(mortal.around(rotating.practice().cloud()), Optional.empty());
    RotationLedger ledger =
        dying.begin(RotationOrder.newVersion(rotating.server("reporting-pg"), PRIMARY));
    assertThatThrownBy(() -> dying.run(ledger, rotating.progress(), new Cancellation()))
        .isInstanceOf(MortalCloud.Killed.class);
    assertThat(rollBack(RotationLedger.unfinished(rotating.folder()).getFirst()))
        .isInstanceOf(RotationOutcome.Succeeded.class);
    assertThat(rotating.keyOf("reporting-pg")).isEqualTo(old);
  }

  @Test
  void aRollbackToAVersionThatIsDisabledIsRefusedWithTheReason() {
    RotationLedger ledger =
        rotating.succeeded(RotationOrder.newVersion(rotating.server("orders-pg"), PRIMARY));
    KeyIdentifier now = rotating.keyOf("orders-pg");
    rotating.practice().administrator().enable(ledger.entry().retired().getFirst(), false);
    CloudFailure refused = failure(rollBack(ledger));
    assertThat(refused.code()).isEqualTo(GuidedRotation.OLD_UNUSABLE);
    assertThat(refused.details())
        .contains(ledger.entry().retired().getFirst().toString(), "disabled");
    assertThat(rotating.keyOf("orders-pg")).isEqualTo(now);
  }

  @Test
  void aRotationWithoutProofEndsWhenTheServiceSaysSo() {
    GuidedRotation blind = rotating.rotation(rotating.practice().cloud(), Optional.empty());
    for (String name : List.of("orders-pg", "reporting-pg")) {
      RotationLedger ledger = blind.begin(RotationOrder.newVersion(rotating.server(name), PRIMARY));
      RotationOutcome outcome = blind.run(ledger, rotating.progress(), new Cancellation());
      assertThat(outcome).isInstanceOf(RotationOutcome.Succeeded.class);
      assertThat(((RotationOutcome.Succeeded) outcome).wrapping()).isEmpty();
      assertThat(ledger.entry().made().rewrapped()).contains(rotating.practice().time().now());
    }
  }

  @Test
  void theStepsTellBeforeWhatTheyWillDoAndTheCommandsAfterwardsNameTheNewVersion() {
    RotationOrder order = RotationOrder.newVersion(rotating.server("orders-pg"), PRIMARY);
    List<PlannedStep> before = rotating.rotation().plan(order);
    assertThat(before).extracting(PlannedStep::step).containsExactly(RotationStep.values());
    assertThat(before.get(1).commands().getFirst().bash())
        .isEqualTo(
            "az keyvault key rotate --id https://kv-orders-eastus.vault.azure.net/keys/orders-kek");
    assertThat(before.get(3).commands().getFirst().bash())
        .contains("--key '<identifier of the new version>' --identity /subscriptions/");
    List<PlannedStep> after = rotating.rotation().plan(rotating.succeeded(order).entry());
    assertThat(after.get(3).commands().getFirst().powerShell())
        .contains("--name orders-pg --key " + rotating.keyOf("orders-pg") + " --identity ");
  }
}
