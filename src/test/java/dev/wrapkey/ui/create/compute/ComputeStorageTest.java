package dev.wrapkey.ui.create.compute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.catalog.Disk;
import dev.wrapkey.catalog.Tier;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Plan.HighAvailability.Mode;
import dev.wrapkey.rules.BackupCheck.Redundancy;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ComputeStorageTest extends ComputeForm {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  @Override
  Practice practice() {
    return PRACTICE;
  }

  private static Disk disk(int gib) {
    return dev.wrapkey.catalog.Catalog.disks().stream()
        .filter(d -> d.sizeGib() == gib)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void STO_1_STO_2_STO_7_whatCannotBeUndoneIsSaidBefore() {
    assertThat(Texts.text("compute.storage.note"))
        .isEqualTo("Note that storage cannot be scaled down once the server is created.");
    assertThat(Texts.text("compute.type.info")).contains("cannot be changed after");
    assertThat(Texts.text("compute.disk.info")).contains("read-only");
  }

  @Test
  void STO_3_aLargerDiskTakesItsOwnTierAndOffersOnlyThoseAbove() {
    in("eastus");
    page.storage().chooseDisk(disk(512));
    assertThat(now().storage()).isEqualTo(Plan.Storage.premium(512, "P20", 2300));
    assertThat(page.storage().tiersProperty().getValue())
        .extracting(Disk::tier)
        .startsWith("P20", "P30")
        .doesNotContain("P10");
    page.storage().chooseTier(disk(1024));
    assertThat(now().storage()).isEqualTo(Plan.Storage.premium(512, "P30", 5000));
  }

  @Test
  void STO_4_autoGrowthIsForPremiumSsdAndItsRulesAreSaid() {
    in("eastus");
    page.storage().chooseAutoGrow(true);
    assertThat(now().storage().autoGrow()).isTrue();
    page.storage().chooseType(Plan.Storage.PREMIUM_V2);
    assertThat(now().storage().autoGrow()).isFalse();
    page.storage().chooseAutoGrow(true);
    assertThat(now().storage().autoGrow()).isFalse();
    assertThat(Texts.text("compute.autogrow.info"))
        .contains("20 %", "10 %", "64 GiB", "4096 GiB", "offline");
  }

  @Test
  void STO_5_theBaselineFollowsTheSizeUntilSomethingElseIsBought() {
    in("eastus");
    page.storage().chooseType(Plan.Storage.PREMIUM_V2);
    page.storage().gib().set("400");
    assertThat(page.storage().iops().text()).isEqualTo("12000");
    assertThat(page.storage().throughput().text()).isEqualTo("500");
    page.storage().iops().set("20000");
    page.storage().gib().set("100");
    assertThat(now().storage().iops()).isEqualTo(20_000);
    page.storage().iops().set("2999");
    assertThat(page.completeProperty().get()).isFalse();
    page.storage().iops().set("words");
    assertThat(page.storage().iops().problemProperty().get()).contains("3000 to 80000");
    page.storage().chooseType(Plan.Storage.PREMIUM);
    assertThat(now().storage()).isEqualTo(Plan.Storage.premium(128, "P10", 500));
    assertThat(page.completeProperty().get()).isTrue();
  }

  @Test
  void STO_5_STO_6_premiumSsdV2IsRefusedWithItsReason() {
    in("eastus");
    assertThat(page.storage().v2RefusalProperty().getValue()).isEmpty();
    page.availability().choose(Mode.SAME_ZONE);
    assertThat(page.storage().v2RefusalProperty().getValue())
        .isEqualTo("Only Premium SSD is supported for servers with High availability enabled.");
    page.sizes().choose(Tier.BURSTABLE);
    assertThat(page.storage().v2RefusalProperty().getValue())
        .isEqualTo("Burstable tier is not supported for servers with Premium SSD V2.");
    in("westus");
    assertThat(page.storage().v2RefusalProperty().getValue()).contains("does not offer");
  }

  @Test
  void BAK_1_aRetentionOutsideOfSevenToThirtyFiveDaysCannotBeSaved() {
    in("eastus");
    for (String wrong : List.of("6", "36", "", "x", "-7")) {
      page.backups().retention().set(wrong);
      assertThat(page.completeProperty().get()).as(wrong).isFalse();
    }
    page.backups().retention().set("35");
    assertThat(page.completeProperty().get()).isTrue();
    assertThat(now().backup().retentionDays()).isEqualTo(35);
  }

  @Test
  void BAK_2_geoRedundancyIsRefusedWhereTheRegionHasNone() {
    in("polandcentral");
    page.backups().chooseGeo(true);
    assertThat(now().backup().geoRedundant()).isFalse();
    assertThat(page.backups().geoRefusalProperty().getValue())
        .isEqualTo("This location does not support geo-redundant backup.");
  }

  @Test
  void BAK_3_redundancyIsToldByTickAndRegion() {
    in("westus");
    assertThat(page.backups().redundancyProperty().getValue()).isEqualTo(Redundancy.LOCAL);
    in("eastus");
    assertThat(page.backups().redundancyProperty().getValue()).isEqualTo(Redundancy.ZONE);
    page.backups().chooseGeo(true);
    assertThat(page.backups().redundancyProperty().getValue()).isEqualTo(Redundancy.GEO);
  }

  @Test
  void BAK_4_BAK_5_whatIsFixedAndWhatElseThereIsIsSaid() {
    assertThat(Texts.text("compute.redundancy.info")).contains("cannot be changed after");
    assertThat(Texts.text("create.banner")).contains("backup redundancy cannot be changed");
    assertThat(Texts.text("compute.retention.info")).contains("up to 10 years");
  }
}
