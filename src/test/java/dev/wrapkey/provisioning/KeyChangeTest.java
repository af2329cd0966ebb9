package dev.wrapkey.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.CloudFailure.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyChangeTest {

  private static final DataEncryption NEW =
      DataEncryption.customerManaged(
          Stage.KEY.withVersion("ffffffffffffffffffffffffffffffff"), Stage.IDENTITY);

  private final Stage stage = new Stage();
  private final Cancellation cancellation = new Cancellation();
  private final List<Progress.Event> events = new ArrayList<>();

  @BeforeEach
  void aServerWithAKey() {
    stage.put(Stage.plan(), "Ready");
  }

  private Outcome change(DataEncryption wanted) {
    return new KeyChange(stage, stage.time, Retry.Policy.STANDARD)
        .run(Stage.plan().serverId(), wanted, events::add, cancellation);
  }

  @Test
  void theServerIsReadBackWithItsNewKey() {
    Outcome outcome = change(NEW);
    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(((Outcome.Succeeded) outcome).server().encryption().key()).isEqualTo(NEW.key());
    assertThat(events).extracting(Progress.Event::step).containsSubsequence(KeyChange.STEP_IDS);
  }

  @Test
  void aVersionlessKeyIsAnotherThanItsNewestVersion() {
    DataEncryption versionless =
        DataEncryption.customerManaged(Stage.KEY.versionless(), Stage.IDENTITY);
    Outcome outcome = change(versionless);
    assertThat(((Outcome.Succeeded) outcome).server().encryption().key())
        .contains(Stage.KEY.versionless());
  }

  @Test
  void aChangeThatTheServiceDidNotMakeIsAFailure() {
    stage.spy =
        call -> {
          if (call.equals("get")) {
            stage.put(Stage.plan(), "Ready");
          }
        };
    Outcome outcome = change(NEW);
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed) outcome).failure().code()).isEqualTo("EncryptionDiffers");
  }

  @Test
  void aRefusalIsToldWithItsStep() {
    CloudFailure refused = Stage.failure(Kind.KEY_UNUSABLE, "AzureKeyVaultKeyNameNotFound");
    stage.fail("poll", refused);
    assertThat(change(NEW)).isEqualTo(new Outcome.Failed(KeyChange.CHANGE, refused));
  }

  @Test
  void aCancellationEndsTheWaiting() {
    stage.spy =
        call -> {
          if (call.equals("poll")) {
            cancellation.cancel();
          }
        };
    assertThat(change(NEW)).isEqualTo(new Outcome.Cancelled(KeyChange.CHANGE));
    assertThat(stage.count("poll")).isEqualTo(1);
  }

  private static final DataEncryption OLD = Stage.plan().encryption();
  private static final ResourceId GEO_IDENTITY =
      new ResourceId(Stage.SUB.id(), "rg", ResourceId.IDENTITY, "id-west");
  private static final GeoEncryption GEO =
      new GeoEncryption(
          KeyIdentifier.of("https://kv-west.vault.azure.net/keys/kek"),
          GEO_IDENTITY,
          Optional.of("Valid"));

  private Outcome change(EncryptionEdit edit) {
    return new KeyChange(stage, stage.time, Retry.Policy.STANDARD)
        .run(Stage.plan().serverId(), edit, events::add, cancellation);
  }

  private static String code(Outcome outcome) {
    return ((Outcome.Failed) outcome).failure().code();
  }

  private void isNotSent() {
    assertThat(stage.sent).isEmpty();
  }

  @Test
  void CMK_26_aChangeOfTheFirstKeySendsTheSecondPairAsItIs() {
    stage.put(Stage.plan(), "Ready", OLD.withGeo(Optional.of(GEO)));
    assertThat(change(new EncryptionEdit(OLD.withGeo(Optional.of(GEO)), NEW)))
        .isInstanceOf(Outcome.Succeeded.class);
    assertThat(stage.sent).containsExactly(NEW.withGeo(Optional.of(GEO.withoutStatus())));
  }

  @Test
  void BLD_12_aChangeOfTheSecondKeyAloneSendsTheFirstPairToo() {
    stage.put(Stage.plan(), "Ready", OLD.withGeo(Optional.of(GEO)));
    GeoEncryption other =
        new GeoEncryption(GEO.key().withVersion("f".repeat(32)), GEO_IDENTITY, Optional.empty());
    change(new EncryptionEdit(OLD.withGeo(Optional.of(GEO)), OLD.withGeo(Optional.of(other))));
    assertThat(stage.sent).containsExactly(OLD.withGeo(Optional.of(other)));
  }

  @Test
  void aSecondKeyThatTheServiceFindsInvalidAfterwardsIsAFailure() {
    GeoEncryption broken = new GeoEncryption(GEO.key(), GEO.identity(), Optional.of("Invalid"));
    stage.put(Stage.plan(), "Ready", OLD.withGeo(Optional.of(GEO)));
    stage.spy =
        call -> {
          if (call.equals("get") && stage.count("poll") == 2) {
            stage.put(Stage.plan(), "Ready", NEW.withGeo(Optional.of(broken)));
          }
        };
    assertThat(code(change(new EncryptionEdit(OLD.withGeo(Optional.of(GEO)), NEW))))
        .isEqualTo("KeyStatusInvalid");
  }

  @Test
  void CMK_28_aSecondKeyIsNotSentToAServerWithoutGeoRedundantBackup() {
    assertThat(code(change(new EncryptionEdit(OLD, NEW.withGeo(Optional.of(GEO))))))
        .isEqualTo("GeoKeyWithoutGeoBackup");
    isNotSent();
  }

  @Test
  void BLD_14_aServerWithAKeyOfAnotherTenantIsRefusedInWordsAndNotTouched() {
    stage.federated = "facade00-0000-4000-a000-0000000000e9";
    Outcome outcome = change(NEW);
    assertThat(code(outcome)).isEqualTo(KeyChange.CROSS_TENANT);
    assertThat(((Outcome.Failed) outcome).failure().details())
        .contains("another tenant", stage.federated, "Nothing was sent");
    isNotSent();
  }

  @Test
  void CMK_30_aServiceManagedServerIsRefusedBeforeAnythingIsSent() {
    stage.put(Stage.plan(), "Ready", DataEncryption.serviceManaged());
    assertThat(code(change(NEW))).isEqualTo("ServiceManagedKey");
    isNotSent();
  }

  @Test
  void aChangeOfSomebodyElseIsNotOverwritten() {
    DataEncryption theirs =
        DataEncryption.customerManaged(Stage.KEY.withVersion("e".repeat(32)), Stage.IDENTITY);
    stage.put(Stage.plan(), "Ready", theirs);
    assertThat(code(change(new EncryptionEdit(OLD, NEW)))).isEqualTo(KeyChange.OVERTAKEN);
    isNotSent();
    assertThat(stage.servers.get(Stage.plan().serverId()).encryption()).isEqualTo(theirs);
  }

  @Test
  void whoeverWasFasterWithTheSameWishIsNoHindrance() {
    stage.put(Stage.plan(), "Ready", NEW);
    assertThat(change(new EncryptionEdit(OLD, NEW))).isInstanceOf(Outcome.Succeeded.class);
    isNotSent();
  }

  @Test
  void aBusyServerIsWaitedForMinutesOnTheClockAndInSight() {
    CloudFailure busy = Stage.failure(Kind.BUSY, "ServerIsBusy");
    stage.fail("changeKey", Collections.nCopies(15, busy).toArray(CloudFailure[]::new));
    List<Progress.Wait> waits = new ArrayList<>();
    Instant before = stage.time.now();
    assertThat(change(NEW, waits, () -> false)).isInstanceOf(Outcome.Succeeded.class);
    assertThat(waits).hasSize(15).allMatch(w -> w.code().equals("ServerIsBusy"));
    assertThat(waits).allMatch(w -> w.most() == 24);
    assertThat(waits).extracting(Progress.Wait::until).isSorted();
    assertThat(Duration.between(before, stage.time.now())).isGreaterThan(Duration.ofMinutes(5));
  }

  @Test
  void aServerThatStaysBusyIsGivenUpAfterTenMinutes() {
    CloudFailure busy = Stage.failure(Kind.BUSY, "ServerIsBusy");
    stage.fail("changeKey", Collections.nCopies(99, busy).toArray(CloudFailure[]::new));
    Instant before = stage.time.now();
    assertThat(change(NEW)).isEqualTo(new Outcome.Failed(KeyChange.CHANGE, busy));
    assertThat(Duration.between(before, stage.time.now()))
        .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
  }

  @Test
  void waitingForABusyServerCanBeStopped() {
    CloudFailure busy = Stage.failure(Kind.BUSY, "ServerIsBusy");
    stage.fail("changeKey", Collections.nCopies(99, busy).toArray(CloudFailure[]::new));
    List<Progress.Wait> waits = new ArrayList<>();
    assertThat(change(NEW, waits, () -> waits.size() == 3))
        .isEqualTo(new Outcome.Cancelled(KeyChange.CHANGE));
    assertThat(stage.count("changeKey")).isEqualTo(3);
    isNotSent();
  }

  @Test
  void aChangeOfSomebodyElseDuringTheWaitIsNoticedBeforeTheNextAttempt() {
    stage.fail("changeKey", Stage.failure(Kind.BUSY, "ServerIsBusy"));
    DataEncryption theirs =
        DataEncryption.customerManaged(Stage.KEY.withVersion("e".repeat(32)), Stage.IDENTITY);
    stage.spy =
        call -> {
          if (call.equals("changeKey")) {
            stage.put(Stage.plan(), "Ready", theirs);
          }
        };
    assertThat(code(change(new EncryptionEdit(OLD, NEW)))).isEqualTo(KeyChange.OVERTAKEN);
    isNotSent();
  }

  @Test
  void INA_2_aServerThatWasInaccessibleMayStayItAfterItsKeyWasChanged() {
    stage.put(Stage.plan(), "Inaccessible", OLD.withStatus("Invalid"));
    stage.spy =
        call -> {
          if (call.equals("get") && stage.count("poll") == 2) {
            stage.put(Stage.plan(), "Inaccessible", NEW.withStatus("Invalid"));
          }
        };
    assertThat(change(new EncryptionEdit(OLD, NEW))).isInstanceOf(Outcome.Succeeded.class);
  }

  private Outcome change(DataEncryption wanted, List<Progress.Wait> waits, BooleanSupplier enough) {
    Progress listener =
        new Progress() {
          @Override
          public void on(Event event) {
            events.add(event);
          }

          @Override
          public void waiting(String step, Wait wait) {
            waits.add(wait);
            if (enough.getAsBoolean()) {
              cancellation.cancel();
            }
          }
        };
    return new KeyChange(stage, stage.time, Retry.Policy.STANDARD)
        .run(Stage.plan().serverId(), wanted, listener, cancellation);
  }
}
