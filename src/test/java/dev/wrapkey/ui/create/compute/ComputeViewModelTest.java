package dev.wrapkey.ui.create.compute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.catalog.ComputeSize;
import dev.wrapkey.catalog.Processor;
import dev.wrapkey.catalog.Tier;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Plan.HighAvailability.Mode;
import dev.wrapkey.ui.Practice;
import dev.wrapkey.ui.view.Texts;
import dev.wrapkey.ui.wizard.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ComputeViewModelTest extends ComputeForm {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  @Override
  Practice practice() {
    return PRACTICE;
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
