package dev.wrapkey.ui.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.ui.Practice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EncryptionViewModelTest {

  private Practice practice;
  private EncryptionViewModel blade;
  private KeyIdentifier newest;
  private KeyIdentifier older;
  private Blades blades;

  @BeforeEach
  void fresh() {
    practice = Practice.opened();
    List<KeyIdentifier> versions = practice.versions("kv-orders-eastus", "orders-kek");
    newest = versions.getFirst();
    older = versions.getLast();
    blades = Blades.of(practice);
    blade = entered(practice.idOf("orders-pg"));
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private EncryptionViewModel entered(ResourceId server) {
    return blades.entered(server);
  }

  private void choose(KeyIdentifier key) {
    blade.blocks().primary().choice().restore(practice.identity("id-orders-eastus"), key);
  }

  private KeyIdentifier keyInTheCloud() {
    return practice.server("orders-pg").encryption().key().orElseThrow();
  }

  @Test
  void showsIdentityKeyAndStatusOfTheServerAndIsClean() {
    assertThat(blade.stateProperty().get()).isEqualTo(State.CUSTOMER_MANAGED);
    assertThat(blade.blocks().primary().choice().identityProperty().get())
        .isEqualTo(practice.identity("id-orders-eastus"));
    assertThat(blade.blocks().primary().choice().keyProperty().get()).contains(older);
    assertThat(blade.presentProperty().get().server().encryption().status()).contains("Valid");
    assertThat(blade.dirtyProperty().get()).isFalse();
    assertThat(blade.savableProperty().get()).isFalse();
  }

  @Test
  void anotherVersionMakesItDirtyAndDiscardRestores() {
    choose(newest);
    assertThat(blade.dirtyProperty().get()).isTrue();
    assertThat(blade.savableProperty().get()).isTrue();
    blade.discard();
    assertThat(blade.dirtyProperty().get()).isFalse();
    assertThat(blade.blocks().primary().choice().keyProperty().get()).contains(older);
    assertThat(keyInTheCloud()).isEqualTo(older);
  }

  @Test
  void choosingWhatIsThereAlreadyIsNoChange() {
    choose(newest);
    choose(older);
    assertThat(blade.dirtyProperty().get()).isFalse();
  }

  @Test
  void saveGivesTheServerTheChosenVersion() {
    List<Duration> told = new ArrayList<>();
    blade.progress().elapsedProperty().subscribe(elapsed -> told.add(elapsed));
    choose(newest);
    blade.save();
    assertThat(keyInTheCloud()).isEqualTo(newest);
    assertThat(blade.savedProperty().get()).contains(newest);
    assertThat(blade.stateProperty().get()).isEqualTo(State.CUSTOMER_MANAGED);
    assertThat(blade.dirtyProperty().get()).isFalse();
    assertThat(blade.failureProperty().get()).isNull();
    assertThat(told).as("a change takes a minute").anyMatch(e -> e.toSeconds() >= 30);
    assertThat(blade.presentProperty().get().server().encryption().status()).contains("Valid");
  }

  @Test
  void savingWithoutAChangeSendsNothing() {
    blade.save();
    assertThat(blade.stateProperty().get()).isEqualTo(State.CUSTOMER_MANAGED);
    assertThat(blade.progress().elapsedProperty().get()).isZero();
  }

  @Test
  void automaticUpdateIsSavedWithoutAVersionAndComesBackTicked() {
    blade.blocks().primary().choice().automaticProperty().set(true);
    assertThat(blade.dirtyProperty().get()).isTrue();
    blade.save();
    assertThat(keyInTheCloud()).isEqualTo(older.versionless());
    assertThat(blade.blocks().primary().choice().automaticProperty().get()).isTrue();
    assertThat(blade.dirtyProperty().get()).isFalse();
  }

  @Test
  void anIdentityWithoutRightsCannotBeSaved() {
    blade
        .blocks()
        .primary()
        .choice()
        .identityProperty()
        .set(practice.identity("id-newcomer-eastus"));
    assertThat(blade.dirtyProperty().get()).isTrue();
    assertThat(blade.savableProperty().get()).isFalse();
    blade.save();
    assertThat(keyInTheCloud()).isEqualTo(older);
  }

  @Test
  void aKeyThatIsDisabledBeforeTheSaveIsFoundOutAndTheChoiceStays() {
    choose(newest);
    practice.administrator().enable(newest, false);
    blade.save();
    assertThat(blade.checks().heldBackProperty().get()).isTrue();
    assertThat(blade.failureProperty().get()).as("Azure was not asked").isNull();
    assertThat(blade.stateProperty().get()).isEqualTo(State.CUSTOMER_MANAGED);
    assertThat(blade.blocks().primary().choice().keyProperty().get()).contains(newest);
    assertThat(blade.dirtyProperty().get()).isTrue();
    assertThat(blade.savedProperty().get()).isEmpty();
    assertThat(keyInTheCloud()).isEqualTo(older);

    practice.administrator().enable(newest, true);
    blade.blocks().primary().choice().prove();
    blade.save();
    assertThat(blade.failureProperty().get()).isNull();
    assertThat(keyInTheCloud()).isEqualTo(newest);
  }

  @Test
  void discardAfterAFailureTakesTheFailureAway() {
    choose(newest);
    blades.afterTheChecks(() -> practice.administrator().enable(newest, false));
    blade.save();
    assertThat(blade.failureProperty().get().kind()).isEqualTo(CloudFailure.Kind.KEY_UNUSABLE);
    assertThat(blade.dirtyProperty().get()).as("the edit is kept").isTrue();
    blade.discard();
    assertThat(blade.failureProperty().get()).isNull();
    assertThat(blade.blocks().primary().choice().keyProperty().get()).contains(older);
  }

  @Test
  void stoppingToWaitShowsWhatTheServerHasAndTheServiceFinishesByItself() {
    choose(newest);
    blade
        .progress()
        .elapsedProperty()
        .subscribe(
            time -> {
              if (time.isPositive()) {
                blade.stopWaiting();
              }
            });
    blade.save();
    assertThat(blade.stateProperty().get()).isEqualTo(State.CUSTOMER_MANAGED);
    assertThat(blade.savedProperty().get()).isEmpty();
    practice.time().jump(Duration.ofMinutes(5));
    blade.reload();
    assertThat(blade.blocks().primary().choice().keyProperty().get()).contains(newest);
    assertThat(keyInTheCloud()).isEqualTo(newest);
  }

  @Test
  void enteringAgainKeepsWhatIsNotSavedYet() {
    choose(newest);
    blade.enter();
    assertThat(blade.blocks().primary().choice().keyProperty().get()).contains(newest);
    assertThat(blade.dirtyProperty().get()).isTrue();
  }

  @Test
  void enteringAgainReadsAChangeThatSomebodyElseHasMade() {
    EncryptionViewModel other = entered(practice.idOf("orders-pg"));
    other.blocks().primary().choice().restore(practice.identity("id-orders-eastus"), newest);
    other.save();
    blade.enter();
    assertThat(blade.blocks().primary().choice().keyProperty().get()).contains(newest);
    assertThat(blade.dirtyProperty().get()).isFalse();
  }

  @Test
  void CMK_30_aServiceManagedServerCannotBeSaved() {
    EncryptionViewModel service = entered(practice.idOf("ledger-pg"));
    assertThat(service.stateProperty().get()).isEqualTo(State.SERVICE_MANAGED);
    service.blocks().primary().choice().restore(practice.identity("id-orders-eastus"), newest);
    assertThat(service.dirtyProperty().get()).isFalse();
    assertThat(service.savableProperty().get()).isFalse();
  }

  @Test
  void aServerThatIsGoneFails() {
    ResourceId gone = ResourceId.server(Practice.PRODUCTION, "rg-orders", "gone-pg");
    EncryptionViewModel none = entered(gone);
    assertThat(none.stateProperty().get()).isEqualTo(State.FAILED);
    assertThat(none.failureProperty().get().kind()).isEqualTo(CloudFailure.Kind.NOT_FOUND);
  }
}
