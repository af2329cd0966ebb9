package dev.wrapkey.ui.create.basics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.catalog.Preset;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.ui.Practice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BasicsRegionTest extends BasicsForm {

  @RegisterExtension static final Practice PRACTICE = new Practice();

  @Override
  Practice practice() {
    return PRACTICE;
  }

  @Test
  void presetsChooseTheRegionsEquivalent() {
    place("rg-orders", "polandcentral");
    assertThat(draft.plan().configuration().compute().sku()).isEqualTo("Standard_D2ds_v4");
    assertThat(basics.compute().isChosen(Preset.PRODUCTION)).isTrue();
    basics.compute().choose(Preset.DEVELOPMENT);
    assertThat(draft.plan().configuration().compute().sku()).isEqualTo("Standard_B1ms");
    assertThat(basics.compute().isChosen(Preset.DEVELOPMENT)).isTrue();
  }

  @Test
  void changingTheRegionResetsWhatItDoesNotOfferAndSaysWhat() {
    place("rg-orders", "eastus");
    assertThat(basics.compute().resetsProperty().get()).isEmpty();
    basics.compute().availability().choose(Plan.HighAvailability.Mode.ZONE_REDUNDANT);
    draft
        .configurationProperty()
        .set(draft.plan().configuration().withBackup(new Plan.Backup(7, true)));
    basics.regionProperty().set(region("australiacentral2"));
    assertThat(draft.plan().configuration().backup().geoRedundant()).isFalse();
    assertThat(draft.plan().configuration().highAvailability().mode())
        .isEqualTo(Plan.HighAvailability.Mode.SAME_ZONE);
    assertThat(basics.compute().resetsProperty().get())
        .hasSize(3)
        .anyMatch(t -> t.startsWith("Compute size: Standard_D2ds_v5 instead of Standard_D2ads_v5"))
        .anyMatch(t -> t.startsWith("High availability: same zone instead of zone redundant"))
        .anyMatch(t -> t.startsWith("Geo-redundancy: off"));
  }

  @Test
  void aRegionThatIsOnlyPassedThroughLeavesNothingBehind() {
    place("rg-orders", "eastus");
    basics.compute().availability().choose(Plan.HighAvailability.Mode.ZONE_REDUNDANT);
    Plan.Configuration wished = draft.plan().configuration().withBackup(new Plan.Backup(9, true));
    draft.configurationProperty().set(wished);
    basics.regionProperty().set(region("eastasia"));
    assertThat(draft.plan().configuration().compute().sku()).isEqualTo("Standard_D2ads_v6");
    basics.regionProperty().set(region("australiacentral2"));
    assertThat(draft.plan().configuration().backup().geoRedundant()).isFalse();
    basics.regionProperty().set(region("eastus"));
    assertThat(draft.plan().configuration()).isEqualTo(wished);
    assertThat(basics.compute().resetsProperty().get()).isEmpty();
  }

  @Test
  void HA_3_theStandbysZoneMayNotBeTheServers() {
    fill();
    basics.zoneProperty().set("2");
    basics.compute().availability().choose(Plan.HighAvailability.Mode.ZONE_REDUNDANT);
    basics.compute().availability().chooseStandbyZone("2");
    assertThat(basics.compute().availability().problemProperty().getValue())
        .contains("must be different");
    assertThat(basics.completeProperty().get()).isFalse();
    basics.zoneProperty().set("1");
    assertThat(basics.completeProperty().get()).isTrue();
  }

  @Test
  void configuringTheServerHandsOverWhatWasEnteredFirst() {
    place("rg-orders", "eastus");
    basics.configure();
    assertThat(draft.plan().basics().region()).isEqualTo("eastus");
    assertThat(opened).containsExactly("compute");
  }

  @Test
  void whatWasConfiguredElsewhereIsNotOverwrittenOnLeaving() {
    fill();
    draft
        .configurationProperty()
        .set(draft.plan().configuration().withBackup(new Plan.Backup(21, false)));
    basics.leave();
    assertThat(draft.plan().configuration().backup().retentionDays()).isEqualTo(21);
  }
}
