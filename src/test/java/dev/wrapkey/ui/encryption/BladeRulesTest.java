package dev.wrapkey.ui.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.ui.BentCloud;
import dev.wrapkey.ui.Practice;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of the portal's page (portal specification 5.2), one test each. */
class BladeRulesTest {

  private static final String VAULT = "kv-orders-eastus";

  private Practice practice;
  private Blades blades;
  private EncryptionViewModel blade;
  private KeyIdentifier older;
  private KeyIdentifier newest;

  @BeforeEach
  void open() {
    practice = Practice.opened();
    blades = Blades.of(practice);
    blade = blades.entered("orders-pg");
    List<KeyIdentifier> versions = practice.versions(VAULT, "orders-kek");
    newest = versions.getFirst();
    older = versions.getLast();
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private BlockViewModel primary() {
    return blade.blocks().primary();
  }

  private DataEncryption inTheCloud(String server) {
    return practice.server(server).encryption();
  }

  private List<String> offered() {
    return primary().identitiesProperty().get().stream().map(ManagedIdentity::name).toList();
  }

  @Test
  void BLD_1_theDropDownListsOnlyTheIdentitiesOfThisServer() {
    assertThat(offered()).containsExactly("id-orders-eastus");
    EncryptionViewModel billing = blades.entered("billing-pg");
    assertThat(billing.blocks().primary().identitiesProperty().get())
        .extracting(ManagedIdentity::name)
        .containsExactlyInAnyOrder("id-billing-neu", "id-billing-weu");
  }

  @Test
  void BLD_2_BLD_3_anIdentityThatIsAddedIsChosenAndAssignedBySave() {
    practice.administrator().grant(practice.identity("id-newcomer-eastus"), practice.store(VAULT));
    practice.time().jump(java.time.Duration.ofMinutes(30));
    ManagedIdentity added = practice.identity("id-newcomer-eastus");
    primary().add(added);
    assertThat(offered()).containsExactly("id-orders-eastus", "id-newcomer-eastus");
    assertThat(primary().isNew(added)).isTrue();
    assertThat(practice.server("orders-pg").identities()).doesNotContain(added.id());
    blade.save();
    assertThat(blade.failureProperty().get()).isNull();
    assertThat(practice.server("orders-pg").identities()).contains(added.id());
    assertThat(inTheCloud("orders-pg").identity()).contains(added.id());
    assertThat(primary().isNew(added)).isFalse();
  }

  @Test
  void BLD_3_discardTakesAnIdentityThatWasAddedFromTheListAgain() {
    primary().add(practice.identity("id-newcomer-eastus"));
    blade.discard();
    assertThat(offered()).containsExactly("id-orders-eastus");
  }

  @Test
  void BLD_4_BLD_10_CMK_44_anIdentityThatIsNotUsedAnyMoreStaysAssigned() {
    ManagedIdentity before = practice.identity("id-orders-eastus");
    BLD_2_BLD_3_anIdentityThatIsAddedIsChosenAndAssignedBySave();
    assertThat(practice.server("orders-pg").identities()).contains(before.id());
    assertThat(offered()).contains(before.name());
  }

  @Test
  void BLD_5_aKeyIsChangedByPastingItsIdentifier() {
    assertThat(primary().choice().keyProperty().get()).contains(older);
    paste(newest.toString());
    assertThat(blade.dirtyProperty().get()).isTrue();
    blade.save();
    assertThat(inTheCloud("orders-pg").key()).contains(newest);
  }

  private void paste(String text) {
    primary().choice().identifier().set(text);
  }

  @Test
  void BLD_6_theKeyMustBeInTheServersSubscription() {
    assertThat(primary().scope().orElseThrow().subscription().id()).isEqualTo(Practice.PRODUCTION);
    assertThat(primary().scope().orElseThrow().region()).isEqualTo("eastus");
  }

  @Test
  void BLD_7_withoutAutomaticUpdateAVersionIsDemanded() {
    paste(newest.versionless().toString());
    assertThat(blade.dirtyProperty().get()).isTrue();
    assertThat(blade.savableProperty().get()).isFalse();
    paste(newest.toString());
    assertThat(blade.savableProperty().get()).isTrue();
  }

  @Test
  void BLD_8_automaticUpdateStoresTheKeyWithoutItsVersionAndItsEndPinsOne() {
    primary().choice().automaticProperty().set(true);
    blade.save();
    assertThat(inTheCloud("orders-pg").key()).contains(newest.versionless());
    primary().choice().automaticProperty().set(false);
    assertThat(blade.savableProperty().get()).as("which version is not said").isFalse();
    paste(newest.toString());
    blade.save();
    assertThat(inTheCloud("orders-pg").key()).contains(newest);
  }

  @Test
  void BLD_9_saveIsOffUntilSomethingChangesAndDiscardRestores() {
    assertThat(blade.savableProperty().get()).isFalse();
    paste(newest.toString());
    assertThat(blade.savableProperty().get()).isTrue();
    assertThat(blade.isUnsaved()).isTrue();
    blade.discard();
    assertThat(blade.savableProperty().get()).isFalse();
    assertThat(blade.isUnsaved()).isFalse();
    assertThat(primary().choice().keyProperty().get()).contains(older);
  }

  @Test
  void BLD_12_theIdentityGoesAlongThoughOnlyTheKeyChanges() {
    paste(newest.toString());
    blade.save();
    assertThat(inTheCloud("orders-pg").identity())
        .contains(practice.identity("id-orders-eastus").id());
  }

  @Test
  void BLD_13_anIdentityOfAFailedSaveIsInTheListAfterwards() {
    practice.administrator().grant(practice.identity("id-newcomer-eastus"), practice.store(VAULT));
    practice.time().jump(java.time.Duration.ofMinutes(30));
    primary().add(practice.identity("id-newcomer-eastus"));
    assertThat(blade.savableProperty().get()).isTrue();
    blades.afterTheChecks(() -> practice.administrator().enable(older, false));
    blade.save();
    assertThat(blade.failureProperty().get()).isNotNull();
    assertThat(practice.server("orders-pg").identities()).hasSize(2);
    assertThat(primary().isNew(practice.identity("id-newcomer-eastus"))).isFalse();
    assertThat(blade.dirtyProperty().get()).as("the edit is kept").isTrue();
  }

  @Test
  void BLD_14_aServerWithAKeyOfAnotherTenantIsShownAndCannotBeSaved() {
    BentCloud cloud = new BentCloud(practice.cloud()).foreign("client-of-a-tenant");
    Blades foreign = Blades.through(cloud.cloud(), practice);
    EncryptionViewModel shown = foreign.entered("orders-pg");
    assertThat(shown.stateProperty().get()).isEqualTo(State.CROSS_TENANT);
    assertThat(shown.presentProperty().get().federated()).contains("client-of-a-tenant");
    shown.blocks().primary().choice().identifier().set(newest.toString());
    assertThat(shown.savableProperty().get()).isFalse();
    shown.save();
    assertThat(inTheCloud("orders-pg").key()).contains(older);
    assertThat(foreign.isQuiet()).isTrue();
  }

  @Test
  void BLD_14_aServerThatBecameOneOfAnotherTenantMeanwhileIsNotDamagedBySave() {
    BentCloud cloud = new BentCloud(practice.cloud());
    EncryptionViewModel shown = Blades.through(cloud.cloud(), practice).entered("orders-pg");
    shown.blocks().primary().choice().identifier().set(newest.toString());
    cloud.foreign("client-of-a-tenant");
    shown.save();
    assertThat(shown.failureProperty().get().code()).isEqualTo("CrossTenantKey");
    assertThat(inTheCloud("orders-pg").key()).contains(older);
  }

  @Test
  void CMK_25_twoBlocksEachInItsRegionAndEachChangedForItself() {
    EncryptionViewModel billing = blades.entered("billing-pg");
    assertThat(billing.blocks().twoProperty().get()).isTrue();
    assertThat(billing.blocks().primary().scope().orElseThrow().region()).isEqualTo("northeurope");
    assertThat(billing.blocks().geo().scope().orElseThrow().region()).isEqualTo("westeurope");
    DataEncryption before = inTheCloud("billing-pg");
    billing.blocks().geo().choice().automaticProperty().set(true);
    assertThat(billing.blocks().primary().dirtyProperty().get()).isFalse();
    billing.save();
    assertThat(billing.failureProperty().get()).isNull();
    DataEncryption after = inTheCloud("billing-pg");
    assertThat(after.key()).isEqualTo(before.key());
    assertThat(after.geo().map(GeoEncryption::key))
        .isEqualTo(before.geo().map(geo -> geo.key().versionless()));
  }

  @Test
  void CMK_22_theSameIdentityForBothKeysCannotBeSaved() {
    EncryptionViewModel billing = blades.entered("billing-pg");
    billing.blocks().geo().add(practice.identity("id-billing-neu"));
    assertThat(billing.blocks().sameIdentityProperty().get()).contains("id-billing-neu");
    assertThat(billing.savableProperty().get()).isFalse();
  }
}
