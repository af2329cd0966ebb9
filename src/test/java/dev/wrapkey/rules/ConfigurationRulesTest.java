package dev.wrapkey.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.catalog.Choices;
import dev.wrapkey.catalog.PremiumV2;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Plan.HighAvailability;
import dev.wrapkey.provisioning.Plan.HighAvailability.Mode;
import dev.wrapkey.provisioning.Plan.Storage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationRulesTest {

  private static final Plan.Configuration PRODUCTION = Plan.Configuration.PRODUCTION;
  private static final Plan.Configuration BURSTABLE = Plan.Configuration.DEVELOPMENT;
  private static final Choices ALL = Choices.anywhere();
  private static final Choices ZONELESS = Choices.documented("westus");

  private static List<String> messages(List<Finding> findings) {
    return findings.stream().map(Finding::message).toList();
  }

  private static Optional<String> message(Optional<Finding> finding) {
    return finding.map(Finding::message);
  }

  private static List<String> storage(Storage storage, Plan.Configuration others) {
    return messages(StorageCheck.check(others.withStorage(storage), ALL));
  }

  @Test
  void STO_1_storageOnlyGrows() {
    Storage was = Storage.premium(256, "P15", 1100);
    assertThat(messages(StorageCheck.change(was, Storage.premium(128, "P15", 1100))))
        .containsExactly(
            "Decreasing storage size is not supported. Current storage size is 256 GiB, and you are"
                + " trying to set it to 128 GiB.");
    assertThat(StorageCheck.change(was, Storage.premium(512, "P20", 2300))).isEmpty();
  }

  @Test
  void STO_2_theStorageTypeCannotChange() {
    assertThat(StorageCheck.change(Storage.premium(128, "P10", 500), PremiumV2.disk(128)))
        .extracting(Finding::rule)
        .containsExactly("STO-2");
  }

  @Test
  void STO_3_thePerformanceTierIsNeverBelowTheBaseline() {
    assertThat(storage(Storage.premium(512, "P10", 500), PRODUCTION))
        .containsExactly(
            "The performance tier cannot be below the baseline of the storage size, P20.");
    assertThat(storage(Storage.premium(512, "P20", 2300), PRODUCTION)).isEmpty();
    assertThat(storage(Storage.premium(512, "P30", 5000), PRODUCTION)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3000, 125, 0", "0, 3000, 125, 1", "65536, 80000, 1200, 0", "65537, 80000, 1200, 1",
    "399, 3000, 125, 0", "400, 3000, 125, 2", "400, 12000, 500, 0", "399, 2999, 125, 1",
    "399, 80001, 125, 1", "399, 3000, 124, 1", "399, 3000, 1201, 1"
  })
  void STO_5_premiumSsdV2HasItsLimits(int gib, int iops, int throughput, int problems) {
    Storage disk = new Storage(Storage.PREMIUM_V2, gib, "", iops, throughput, false);
    assertThat(storage(disk, PRODUCTION)).hasSize(problems);
  }

  @Test
  void STO_5_premiumSsdV2IsNotInAllRegions() {
    assertThat(message(StorageCheck.v2Refusal(PRODUCTION, ZONELESS)))
        .contains("This location does not offer Premium SSD v2.");
  }

  @Test
  void STO_6_premiumSsdV2DoesNotGrowByItself() {
    Storage growing = new Storage(Storage.PREMIUM_V2, 100, "", 3000, 125, true);
    assertThat(storage(growing, PRODUCTION))
        .containsExactly("Storage Auto-grow is not supported for servers with Premium SSD V2.");
  }

  @Test
  void STO_6_premiumSsdV2IsNotForBurstable() {
    assertThat(storage(PremiumV2.disk(100), BURSTABLE))
        .containsExactly("Burstable tier is not supported for servers with Premium SSD V2.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SAME_ZONE", "ZONE_REDUNDANT"})
  void HA_1_notForBurstable(Mode mode) {
    assertThat(message(AvailabilityCheck.mode(mode, BURSTABLE, ALL)))
        .contains("High availability is not supported for the Burstable tier.");
    assertThat(AvailabilityCheck.mode(mode, PRODUCTION, ALL)).isEmpty();
  }

  @Test
  void HA_2_zoneRedundantNeedsZones() {
    assertThat(AvailabilityCheck.mode(Mode.ZONE_REDUNDANT, PRODUCTION, ZONELESS))
        .hasValueSatisfying(f -> assertThat(f.message()).contains("single availability zone"));
    assertThat(AvailabilityCheck.mode(Mode.SAME_ZONE, PRODUCTION, ZONELESS)).isEmpty();
  }

  @Test
  void HA_3_theStandbyIsInAnotherZone() {
    assertThat(
            message(AvailabilityCheck.zones("2", new HighAvailability(Mode.ZONE_REDUNDANT, "2"))))
        .contains("The standby availability zone must be different from the server zone.");
    assertThat(AvailabilityCheck.zones("1", new HighAvailability(Mode.ZONE_REDUNDANT, "2")))
        .isEmpty();
    assertThat(AvailabilityCheck.zones("", new HighAvailability(Mode.ZONE_REDUNDANT, "")))
        .isEmpty();
  }

  @Test
  void HA_4_noDirectSwitchBetweenTheTwoModes() {
    assertThat(AvailabilityCheck.change(Mode.SAME_ZONE, Mode.ZONE_REDUNDANT)).isPresent();
    assertThat(AvailabilityCheck.change(Mode.ZONE_REDUNDANT, Mode.SAME_ZONE)).isPresent();
    assertThat(AvailabilityCheck.change(Mode.DISABLED, Mode.SAME_ZONE)).isEmpty();
    assertThat(AvailabilityCheck.change(Mode.SAME_ZONE, Mode.DISABLED)).isEmpty();
    assertThat(AvailabilityCheck.change(Mode.SAME_ZONE, Mode.SAME_ZONE)).isEmpty();
  }

  @Test
  void STO_5_highAvailabilityNeedsPremiumSsd() {
    Plan.Configuration v2 = PRODUCTION.withStorage(PremiumV2.disk(100));
    assertThat(message(AvailabilityCheck.mode(Mode.SAME_ZONE, v2, ALL)))
        .contains("Only Premium SSD is supported for servers with High availability enabled.");
  }

  @ParameterizedTest
  @CsvSource({"6, true", "7, false", "35, false", "36, true"})
  void BAK_1_sevenToThirtyFiveDays(int days, boolean refused) {
    assertThat(BackupCheck.retention(days).isPresent()).isEqualTo(refused);
  }

  @Test
  void BAK_2_geoRedundancyOnlyWhereThereIsSome() {
    assertThat(message(BackupCheck.geo(Choices.documented("polandcentral"))))
        .contains("This location does not support geo-redundant backup.");
    assertThat(BackupCheck.geo(Choices.documented("eastus"))).isEmpty();
  }

  @Test
  void BAK_3_theCreateWizardSaysRedundancyByTickAndRegion() {
    Plan.Backup plain = new Plan.Backup(7, false);
    Plan.Backup geo = new Plan.Backup(7, true);
    Choices zones = Choices.documented("eastus");
    assertThat(BackupCheck.redundancy(geo, zones)).isEqualTo(BackupCheck.Redundancy.GEO);
    assertThat(BackupCheck.redundancy(plain, zones)).isEqualTo(BackupCheck.Redundancy.ZONE);
    assertThat(BackupCheck.redundancy(plain, ZONELESS)).isEqualTo(BackupCheck.Redundancy.LOCAL);
  }
}
