package dev.wrapkey.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.catalog.Reset.What;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Plan.HighAvailability;
import dev.wrapkey.provisioning.Plan.HighAvailability.Mode;
import org.junit.jupiter.api.Test;

class FitTest {

  private static final Plan.Configuration PRODUCTION = Plan.Configuration.PRODUCTION;
  private static final HighAvailability ACROSS = new HighAvailability(Mode.ZONE_REDUNDANT, "2");

  private static Choices in(String region) {
    return Choices.documented(region);
  }

  @Test
  void whatARegionOffersStaysAsItIs() {
    Plan.Configuration wish = PRODUCTION.withHighAvailability(ACROSS);
    Fit fit = Fit.of(wish, in("eastus"));
    assertThat(fit.configuration()).isEqualTo(wish);
    assertThat(fit.resets()).isEmpty();
  }

  @Test
  void aSizeThatARegionLacksBecomesTheNewestOfTheSameShape() {
    Fit fit = Fit.of(PRODUCTION, in("westeurope"));
    assertThat(fit.configuration().compute())
        .isEqualTo(new Plan.Compute("GeneralPurpose", "Standard_D2ds_v5", 2, 8));
    assertThat(fit.resets())
        .containsExactly(new Reset(What.SIZE, "Standard_D2ads_v5", "Standard_D2ds_v5"));
  }

  @Test
  void theSameMakerComesBeforeANewerGeneration() {
    Plan.Compute old = new Plan.Compute("GeneralPurpose", "Standard_D4ads_v6", 4, 16);
    assertThat(Fit.of(PRODUCTION.withCompute(old), in("eastus")).configuration().compute().sku())
        .isEqualTo("Standard_D4ads_v5");
  }

  @Test
  void aSizeNobodyKnowsKeepsItsTier() {
    Plan.Compute odd = new Plan.Compute("MemoryOptimized", "Standard_E7q_v9", 7, 50);
    assertThat(Fit.of(PRODUCTION.withCompute(odd), in("eastus")).configuration().compute().sku())
        .startsWith("Standard_E8");
  }

  @Test
  void HA_1_aBurstableServerHasNoStandby() {
    Fit fit = Fit.of(Plan.Configuration.DEVELOPMENT.withHighAvailability(ACROSS), in("eastus"));
    assertThat(fit.configuration().highAvailability()).isEqualTo(HighAvailability.NONE);
    assertThat(fit.resets())
        .containsExactly(new Reset(What.HIGH_AVAILABILITY, "ZoneRedundant", "Disabled"));
  }

  @Test
  void HA_2_whereThereAreNoZonesTheStandbyStaysInTheSameOne() {
    Fit fit = Fit.of(PRODUCTION.withHighAvailability(ACROSS), in("westus"));
    assertThat(fit.configuration().highAvailability())
        .isEqualTo(new HighAvailability(Mode.SAME_ZONE, ""));
    assertThat(fit.resets())
        .containsExactly(new Reset(What.HIGH_AVAILABILITY, "ZoneRedundant", "SameZone"));
  }

  @Test
  void BAK_2_geoRedundancyGoesWhereTheRegionHasNone() {
    Fit fit = Fit.of(PRODUCTION.withBackup(new Plan.Backup(14, true)), in("polandcentral"));
    assertThat(fit.configuration().backup()).isEqualTo(new Plan.Backup(14, false));
    assertThat(fit.resets()).extracting(Reset::what).contains(What.GEO_REDUNDANCY);
  }

  @Test
  void STO_5_premiumSsdV2BecomesTheDiskThatHoldsAsMuchWhereItIsNotOffered() {
    Fit fit = Fit.of(PRODUCTION.withStorage(PremiumV2.disk(200)), in("eastus"));
    assertThat(fit.configuration().storage()).isEqualTo(Plan.Storage.premium(256, "P15", 1100));
    assertThat(fit.resets()).extracting(Reset::what).containsExactly(What.STORAGE_TYPE);
  }

  @Test
  void STO_6_premiumSsdV2DoesNotGoWithBurstable() {
    Plan.Configuration wish = Plan.Configuration.DEVELOPMENT.withStorage(PremiumV2.disk(64));
    assertThat(Fit.of(wish, Choices.anywhere()).configuration().storage())
        .isEqualTo(Plan.Storage.premium(64, "P6", 240));
  }

  @Test
  void STO_5_premiumSsdV2DoesNotGoWithHighAvailability() {
    Plan.Configuration wish =
        PRODUCTION.withStorage(PremiumV2.disk(64)).withHighAvailability(ACROSS);
    assertThat(Fit.of(wish, Choices.anywhere()).configuration().storage().isPremiumV2()).isFalse();
  }

  @Test
  void STO_3_aTierBelowTheBaselineIsRaisedToIt() {
    Plan.Storage low = Plan.Storage.premium(512, "P4", 120);
    assertThat(Fit.of(PRODUCTION.withStorage(low), in("eastus")).configuration().storage())
        .isEqualTo(Plan.Storage.premium(512, "P20", 2300));
  }

  @Test
  void STO_3_aTierAboveTheBaselineStays() {
    Plan.Storage high = Plan.Storage.premium(128, "P30", 5000);
    assertThat(Fit.of(PRODUCTION.withStorage(high), in("eastus")).configuration().storage())
        .isEqualTo(high);
  }

  @Test
  void aSizeBetweenTwoStepsTakesTheLargerAndKeepsGrowing() {
    Plan.Storage odd = new Plan.Storage("Premium_LRS", 100, "P10", 500, 0, true);
    Fit fit = Fit.of(PRODUCTION.withStorage(odd), in("eastus"));
    assertThat(fit.configuration().storage())
        .isEqualTo(new Plan.Storage("Premium_LRS", 128, "P10", 500, 0, true));
    assertThat(fit.resets()).containsExactly(new Reset(What.STORAGE_SIZE, "100", "128"));
  }

  @Test
  void presetsChooseTheRegionsEquivalentAndNothingElse() {
    Plan.Configuration others = PRODUCTION.withBackup(new Plan.Backup(21, true));
    Fit here = Preset.PRODUCTION.in(in("westeurope"), others);
    assertThat(here.configuration().compute().sku()).isEqualTo("Standard_D2ds_v5");
    assertThat(here.configuration().storage()).isEqualTo(Plan.Storage.premium(128, "P10", 500));
    assertThat(here.configuration().backup()).isEqualTo(new Plan.Backup(21, true));
    assertThat(Preset.PRODUCTION.is(here.configuration(), in("westeurope"))).isTrue();
    assertThat(Preset.DEVELOPMENT.is(here.configuration(), in("westeurope"))).isFalse();
  }

  @Test
  void HA_1_theDevelopmentPresetTakesTheStandbyAwayAndSaysSo() {
    Fit fit = Preset.DEVELOPMENT.in(in("eastus"), PRODUCTION.withHighAvailability(ACROSS));
    assertThat(fit.configuration().highAvailability().isOn()).isFalse();
    assertThat(fit.resets()).extracting(Reset::what).containsExactly(What.HIGH_AVAILABILITY);
  }
}
