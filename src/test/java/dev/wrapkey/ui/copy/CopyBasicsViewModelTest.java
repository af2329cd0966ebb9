package dev.wrapkey.ui.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.catalog.ComputeSize;
import dev.wrapkey.catalog.Disk;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.ServerLifecycle;
import dev.wrapkey.ui.Practice;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CopyBasicsViewModelTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private static Copies restore(String server) {
    return new Copies(PRACTICE, server, Origin.Mode.POINT_IN_TIME);
  }

  private static Copies replica(String server) {
    return new Copies(PRACTICE, server, Origin.Mode.REPLICA);
  }

  private static Region region(String name) {
    return new Region(name, name, Optional.empty());
  }

  @Test
  void aCopyBeginsInTheGroupOfItsSourceAndLacksOnlyAName() {
    Copies restore = restore("ledger-pg");
    assertThat(restore.basics.completeProperty().get()).isFalse();
    restore.basics.name().set("ledger-copy-pg");
    assertThat(restore.basics.completeProperty().get()).isTrue();
    assertThat(restore.left().basics().group()).isEqualTo("rg-orders");
    assertThat(restore.left().serverId().name()).isEqualTo("ledger-copy-pg");
  }

  @Test
  void aTakenNameIsRefusedInTheServicesWords() {
    Copies restore = restore("ledger-pg");
    restore.basics.name().set("orders-pg");
    assertThat(restore.basics.name().problemProperty().get()).isNotEmpty();
    assertThat(restore.basics.completeProperty().get()).isFalse();
  }

  @Test
  void RST_9_RST_10_versionSizeAndSignInAreThoseOfTheSource() {
    Plan plan = restore("ledger-pg").left();
    assertThat(plan.basics().version()).isEqualTo("16");
    assertThat(plan.basics().authentication().login()).isEqualTo("ledgeradmin");
    assertThat(plan.configuration().compute().sku()).isEqualTo("Standard_E4ds_v5");
    assertThat(plan.configuration().storage().sizeGib()).isEqualTo(512);
    assertThat(plan.configuration().highAvailability().isOn()).isFalse();
    assertThat(plan.takesPassword()).isFalse();
  }

  @Test
  void RST_7_RST_8_aGeoRestoreMovesToThePairedRegionWithTheGeoKeyAndWithoutGeoRedundancy() {
    Copies restore = restore("billing-pg");
    restore.basics.name().set("billing-weu-pg");
    assertThat(restore.left().configuration().backup().geoRedundant()).isTrue();
    restore.basics.geoProperty().set(true);
    Plan plan = restore.left();
    assertThat(plan.basics().region()).isEqualTo("westeurope");
    assertThat(plan.basics().name()).as("what was typed stays").isEqualTo("billing-weu-pg");
    assertThat(plan.configuration().backup().geoRedundant()).isFalse();
    assertThat(plan.encryption().key())
        .isEqualTo(restore.source.server().encryption().geo().map(GeoEncryption::key));
    assertThat(plan.origin().orElseThrow().mode()).isEqualTo(Origin.Mode.GEO);
    assertThat(restore.moves).hasSize(1);
    restore.basics.geoProperty().set(false);
    assertThat(restore.left().basics().region()).isEqualTo("northeurope");
    assertThat(restore.origin().mode()).isEqualTo(Origin.Mode.POINT_IN_TIME);
  }

  @Test
  void aServerWithoutGeoBackupHasNoPairToRestoreTo() {
    assertThat(restore("ledger-pg").source.pair()).isEmpty();
    assertThat(restore("billing-pg").source.pair()).contains("westeurope");
  }

  @Test
  void CMK_32_theOriginNamesTheKeyThatMustStay() {
    assertThat(restore("orders-pg").origin().key())
        .isEqualTo(PRACTICE.server("orders-pg").encryption().key());
    assertThat(restore("ledger-pg").origin().key()).isEmpty();
    assertThat(replica("orders-pg").origin().key()).as("its data is under its own").isEmpty();
  }

  @Test
  void SRC_1_anInaccessibleSourceIsToldAndCannotBeCopied() {
    Copies restore = restore("payroll-pg");
    restore.basics.name().set("payroll-copy-pg");
    assertThat(restore.basics.obstacleProperty().get()).contains("is Inaccessible");
    assertThat(restore.basics.completeProperty().get()).isFalse();
  }

  @Test
  void SRC_1_aSourceThatIsStoppedMeanwhileIsToldWhenTheTabIsShownAgain() {
    Copies restore = restore("reporting-pg");
    assertThat(restore.basics.obstacleProperty().get()).isEmpty();
    act(ServerLifecycle.Act.STOP);
    restore.basics.enter();
    assertThat(restore.basics.obstacleProperty().get()).contains("is stopped");
    act(ServerLifecycle.Act.START);
    restore.basics.enter();
    assertThat(restore.basics.obstacleProperty().get()).isEmpty();
  }

  private static void act(ServerLifecycle.Act act) {
    new ServerLifecycle(PRACTICE.cloud(), PRACTICE.time(), Retry.Policy.STANDARD)
        .run(PRACTICE.idOf("reporting-pg"), act, event -> {}, new Cancellation());
  }

  @Test
  void REP_2_aBurstableServerGetsNoReplicaButARestore() {
    assertThat(replica("dev-pg").basics.obstacleProperty().get())
        .startsWith("Read replica is not supported for the Burstable pricing tier.");
    assertThat(restore("dev-pg").basics.obstacleProperty().get()).isEmpty();
  }

  @Test
  void CMK_34_aReplicaInAnotherRegionBeginsWithoutAKeyAndStaysCustomerManaged() {
    Copies replica = replica("orders-pg");
    assertThat(replica.left().encryption().key()).isPresent();
    replica.basics.regionProperty().set(region("westus"));
    Plan plan = replica.left();
    assertThat(plan.basics().region()).isEqualTo("westus");
    assertThat(plan.encryption().isCustomerManaged()).as("REP-4").isTrue();
    assertThat(plan.encryption().key()).isEmpty();
    assertThat(replica.moves).hasSize(1);
  }

  @Test
  void REP_3_aReplicaHasNeitherStandbyNorGeoBackup() {
    Plan plan = replica("billing-pg").left();
    assertThat(plan.configuration().backup().geoRedundant()).isFalse();
    assertThat(plan.configuration().highAvailability().isOn()).isFalse();
    assertThat(plan.encryption().geo()).isEmpty();
  }

  @Test
  void aReplicaMayBeAsBigAsItsPrimaryOrBigger() {
    CopySizeViewModel size = replica("orders-pg").basics.size();
    assertThat(size.sizesProperty().getValue())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.vCores()).isGreaterThanOrEqualTo(4))
        .extracting(ComputeSize::sku)
        .contains("Standard_D4ads_v5", "Standard_D8ads_v5")
        .doesNotContain("Standard_B4ms");
    assertThat(size.disksProperty().getValue()).extracting(Disk::sizeGib).first().isEqualTo(256);
    size.chooseDisk(size.disksProperty().getValue().get(1));
    assertThat(size.configurationProperty().getValue().storage().sizeGib()).isEqualTo(512);
    assertThat(size.diskProperty().getValue().sizeGib()).isEqualTo(512);
    assertThat(size.tierProperty().getValue().tier()).as("its own").isEqualTo("P20");
    size.chooseTier(size.tiersProperty().getValue().get(1));
    assertThat(size.configurationProperty().getValue().storage())
        .isEqualTo(new Plan.Storage(Plan.Storage.PREMIUM, 512, "P30", 5000, 0, false));
  }

  @Test
  void ofARestoredServerOnlyTypeOfStorageAndGeoRedundancyCanBeChosen() {
    Copies restore = restore("ledger-pg");
    CopySizeViewModel size = restore.basics.size();
    assertThat(size.isReplica()).isFalse();
    size.chooseGeo(true);
    assertThat(restore.left().configuration().backup().geoRedundant()).isTrue();
    size.chooseType(Plan.Storage.PREMIUM_V2);
    boolean offered = size.v2RefusalProperty().get().isEmpty();
    assertThat(restore.left().configuration().storage().isPremiumV2()).isEqualTo(offered);
    size.chooseType(Plan.Storage.PREMIUM);
    assertThat(restore.left().configuration().storage())
        .isEqualTo(restore.source.server().setup().storage());
  }

  @Test
  void aNewGroupIsTypedInPlace() {
    Copies restore = restore("ledger-pg");
    restore.basics.group().isNewProperty().set(true);
    restore.basics.group().newName().set("rg/bad");
    restore.basics.name().set("ledger-copy-pg");
    assertThat(restore.basics.completeProperty().get()).isFalse();
    restore.basics.group().newName().set("rg-copies");
    assertThat(restore.basics.completeProperty().get()).isTrue();
    assertThat(restore.left().basics().createGroup()).isTrue();
    assertThat(restore.left().basics().group()).isEqualTo("rg-copies");
  }

  @Test
  void anOpenedPlanIsShownAsItWasLeft() {
    Copies restore = restore("billing-pg");
    restore.basics.geoProperty().set(true);
    restore.basics.name().set("billing-weu-pg");
    restore.basics.zoneProperty().set("2");
    restore.basics.point().kindProperty().set(RestorePointViewModel.Kind.CUSTOM);
    restore.basics.point().time().set("07:30:00");
    Plan plan = restore.left();
    Copies again = restore("billing-pg");
    again.basics.fill(plan);
    assertThat(again.left()).isEqualTo(plan);
  }
}
