package dev.wrapkey.ui.create.compute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.catalog.ComputeSize;
import dev.wrapkey.catalog.Disk;
import dev.wrapkey.catalog.Processor;
import dev.wrapkey.catalog.Tier;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Plan.HighAvailability.Mode;
import dev.wrapkey.rules.BackupCheck.Redundancy;
import dev.wrapkey.ui.Drafts;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.wizard.Draft;
import dev.wrapkey.ui.wizard.RegionOffers;
import dev.wrapkey.ui.wizard.Setting;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ComputeViewModelTest {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  private final Draft draft = Drafts.blank();
  private final RegionOffers offers =
      new RegionOffers(PRACTICE.cloud().directory(), Practice.tasks());
  private final List<String> left = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private boolean yes;
  private final ComputeViewModel page =
      new ComputeViewModel(draft, offers, () -> left.add("left"), this::ask);

  private boolean ask() {
    asked.add("asked");
    return yes;
  }

  private void in(String region) {
    offers.look(Practice.PRODUCTION, region);
    page.open();
  }

  private Plan.Configuration now() {
    return page.configurationProperty().getValue();
  }

  private static Disk disk(int gib) {
    return dev.wrapkey.catalog.Catalog.disks().stream()
        .filter(d -> d.sizeGib() == gib)
        .findFirst()
        .orElseThrow();
  }

  private List<String> sizes() {
    return page.sizes().sizesProperty().getValue().stream().map(ComputeSize::sku).toList();
  }

  @Test
  void onlySavingChangesThePlan() {
    in("eastus");
    page.backups().chooseDays(14);
    assertThat(draft.plan().configuration().backup().retentionDays()).isEqualTo(7);
    page.save();
    assertThat(draft.plan().configuration().backup().retentionDays()).isEqualTo(14);
    assertThat(left).hasSize(1);
    assertThat(page.isDirty()).isFalse();
  }

  @Test
  void leavingAsksOnlyIfSomethingWouldBeLost() {
    in("eastus");
    page.back();
    assertThat(asked).isEmpty();
    assertThat(left).hasSize(1);
    page.backups().chooseDays(30);
    page.back();
    assertThat(asked).hasSize(1);
    assertThat(left).as("the person said no").hasSize(1);
    yes = true;
    page.back();
    assertThat(left).hasSize(2);
    assertThat(now()).isEqualTo(draft.plan().configuration());
    assertThat(page.backups().retention().text()).isEqualTo("7");
  }

  @Test
  void unsavedChangesAreThereWhenThePageIsOpenedAgain() {
    in("eastus");
    page.backups().chooseDays(30);
    page.open();
    assertThat(now().backup().retentionDays()).isEqualTo(30);
    assertThat(page.isDirty()).isTrue();
  }

  @Test
  void aPageOnWhichNothingWasChangedFollowsBasicsAndTheRegion() {
    in("eastasia");
    assertThat(now().compute().sku()).isEqualTo("Standard_D2ads_v6");
    assertThat(page.resetsProperty().getValue()).as("told on Basics").isEmpty();
    Setting basics = new Setting(draft.configurationProperty(), offers.choicesProperty());
    offers.look(Practice.PRODUCTION, "eastus");
    basics.wish(c -> c.withBackup(new Plan.Backup(9, true)));
    assertThat(now()).isEqualTo(draft.plan().configuration());
    assertThat(now().compute().sku()).isEqualTo("Standard_D2ads_v5");
    assertThat(page.isDirty()).isFalse();
  }

  @Test
  void anotherTierTakesItsSmallestUsualSizeAndTheMakersAreAskedForOnlyWhereThereAreTwo() {
    in("eastus");
    assertThat(page.sizes().processorsProperty().getValue())
        .containsExactly(Processor.AMD, Processor.INTEL);
    page.sizes().choose(Tier.MEMORY_OPTIMIZED);
    assertThat(now().compute().sku()).isEqualTo("Standard_E2ads_v5");
    page.sizes().choose(Processor.INTEL);
    assertThat(now().compute().sku()).isEqualTo("Standard_E2ds_v5");
    assertThat(sizes()).contains("Standard_E20ds_v5").noneMatch(s -> s.endsWith("ads_v5"));
    page.sizes().choose(Tier.BURSTABLE);
    assertThat(sizes())
        .startsWith("Standard_B1ms", "Standard_B2s", "Standard_B2ms", "Standard_B4ms")
        .endsWith("Standard_B20ms");
    assertThat(page.sizes().processorsProperty().getValue()).isEmpty();
  }

  @Test
  void captionsAreThePortals() {
    assertThat(
            SizeSection.caption(
                new ComputeSize(Tier.GENERAL_PURPOSE, "Standard_D2ads_v5", 2, 8, 3750)))
        .isEqualTo("Standard_D2ads_v5 (2 vCores, 8 GiB memory, 3750 max iops)");
    assertThat(SizeSection.caption(new ComputeSize(Tier.BURSTABLE, "Standard_B1ms", 1, 2, 640)))
        .isEqualTo("Standard_B1ms (1 vCore, 2 GiB memory, 640 max iops)");
  }

  @Test
  void HA_1_burstableSwitchesTheStandbyOffAndSaysSo() {
    in("eastus");
    page.availability().choose(Mode.ZONE_REDUNDANT);
    page.sizes().choose(Tier.BURSTABLE);
    assertThat(now().highAvailability().isOn()).isFalse();
    assertThat(page.resetsProperty().getValue())
        .singleElement()
        .asString()
        .startsWith("High availability: disabled instead of zone redundant");
    page.availability().choose(Mode.SAME_ZONE);
    assertThat(now().highAvailability().isOn()).as("refused").isFalse();
  }

  @Test
  void HA_2_zoneRedundantIsRefusedWhereThereAreNoZones() {
    in("westus");
    assertThat(page.availability().refusal(Mode.ZONE_REDUNDANT)).isPresent();
    assertThat(page.availability().refusal(Mode.SAME_ZONE)).isEmpty();
    page.availability().choose(Mode.ZONE_REDUNDANT);
    assertThat(now().highAvailability().mode()).isEqualTo(Mode.DISABLED);
  }

  @Test
  void HA_3_aStandbyInTheServersOwnZoneCannotBeSaved() {
    Plan.Basics b = draft.plan().basics();
    draft.set(
        draft
            .plan()
            .withBasics(
                new Plan.Basics(
                    b.subscription(), "rg", false, "pg", "eastus", "17", "2", b.authentication())));
    in("eastus");
    page.availability().choose(Mode.ZONE_REDUNDANT);
    page.availability().chooseStandbyZone("2");
    assertThat(page.completeProperty().get()).isFalse();
    page.save();
    assertThat(left).isEmpty();
    page.availability().chooseStandbyZone("3");
    assertThat(page.completeProperty().get()).isTrue();
  }

  @Test
  void HA_4_HA_5_whatCannotBeDoneLaterIsSaid() {
    assertThat(Texts.text("availability.info"))
        .contains("not directly between same zone and zone redundant", "private DNS zone");
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

  @Test
  void withoutTheCloudsWordTheFilesAreTakenAndItIsSaid() {
    assertThat(page.originProperty().getValue()).contains("No region is chosen");
    offers.look("facade00-0000-4000-a000-00000000dead", "westeurope");
    page.open();
    assertThat(page.originProperty().getValue()).contains("13", "2026");
    assertThat(now().compute().sku()).isEqualTo("Standard_D2ds_v5");
    in("eastus");
    assertThat(page.originProperty().getValue()).isEmpty();
  }
}
