package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Plan.HighAvailability.Mode;
import dev.wrapkey.provisioning.Setup;
import dev.wrapkey.ui.OnScreen;
import dev.wrapkey.ui.Person;
import dev.wrapkey.ui.Plans;
import dev.wrapkey.ui.Screens;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

@OnScreen
class ComputeScreenTest extends WizardScreen {

  @Start
  void start(Stage newStage) {
    begin(newStage);
  }

  private void configure(String region) {
    person.pick("subscription", "Practice Production");
    person.pick("group", "rg-orders");
    person.find("region", region);
    person.click("configure-server");
    person.await("the cloud's word", () -> !person.reads("Asking the cloud"));
  }

  private boolean isSelected(String id) {
    return ((RadioButton) person.node(id).orElseThrow()).isSelected();
  }

  private void pictures(String name) {
    for (int[] size : new int[][] {{1280, 800}, {Screens.WIDTH, Screens.HEIGHT}}) {
      Person.act(
          () -> {
            stage.setWidth(size[0]);
            stage.setHeight(size[1]);
          });
      for (double at : new double[] {0, 0.5, 1}) {
        Person.act(
            () -> {
              stage.getScene().getRoot().applyCss();
              stage.getScene().getRoot().layout();
              ((ScrollPane) person.node("compute-body").orElseThrow()).setVvalue(at);
            });
        person.picture(name + "-" + size[0] + "-" + Math.round(at * 2));
      }
    }
  }

  private boolean isThere(String id) {
    return person.node(id).filter(Node::isVisible).isPresent();
  }

  @Test
  void aServerHasWhatWasChosenOnThePage() {
    configure("East US");
    person.click("tier-MEMORY_OPTIMIZED");
    person.click("processor-INTEL");
    person.pick("compute-size", "Standard_E4ds_v5 (4 vCores, 32 GiB memory, 6400 max iops)");
    person.pick("storage-size", "256 GiB");
    person.pick("performance-tier", "P20 (2300 iops)");
    person.click("auto-grow");
    person.click("availability-enabled");
    person.pick("standby-zone", "2");
    person.write("retention-days", "14");
    person.click("geo-redundancy");
    person.sees("Geo-Redundant");
    pictures("compute-chosen");
    person.click("save-compute");
    person.sees("Memory Optimized, E4ds_v5");
    person.sees("Geo-redundancy : Enabled");
    assertThat(isSelected("availability-enabled")).as("HA on Basics").isTrue();
    person.write("name", "compute-pg");
    person.write("login", "ordersadmin");
    person.write("password", Plans.PASSWORD);
    person.write("confirmation", Plans.PASSWORD);
    person.click("review");
    person.sees("Validation passed");
    person.sees("14 day(s)");
    person.picture("create-review-compute");
    person.click("create");
    person.click("firewall-create");
    person.sees("Your deployment is complete");

    var server = PRACTICE.server("compute-pg");
    Setup setup = server.setup();
    assertThat(server.summary().sku()).isEqualTo("Standard_E4ds_v5");
    assertThat(setup.highAvailability())
        .isEqualTo(new Plan.HighAvailability(Mode.ZONE_REDUNDANT, "2"));
    assertThat(setup.backup().plan()).isEqualTo(new Plan.Backup(14, true));
    assertThat(setup.storage().sizeGib()).isEqualTo(256);
    assertThat(setup.storage().performanceTier()).isEqualTo("P20");
    assertThat(setup.storage().autoGrow()).isTrue();
  }

  @Test
  void STO_5_aServerOnPremiumSsdV2HasItsIopsAndThroughput() {
    configure("East US");
    person.pick("storage-type", "Premium SSD v2 (Preview)");
    assertThat(isThere("performance-tier")).isFalse();
    assertThat(isThere("auto-grow")).isFalse();
    person.write("storage-gib", "500");
    person.write("storage-iops", "100");
    person.sees("Premium SSD v2 of this size has 12000 to 80000 IOPS.");
    assertThat(person.usable("save-compute")).isEmpty();
    person.write("storage-iops", "16000");
    pictures("compute-v2");
    person.click("save-compute");
    person.sees("Premium SSD v2 (16000 IOPS, 500 MB/sec)");
    person.write("name", "v2-pg");
    person.write("login", "ordersadmin");
    person.write("password", Plans.PASSWORD);
    person.write("confirmation", Plans.PASSWORD);
    person.click("review");
    person.click("create");
    person.click("firewall-create");
    person.sees("Your deployment is complete");
    assertThat(PRACTICE.server("v2-pg").setup().storage())
        .isEqualTo(new Plan.Storage("PremiumV2_LRS", 500, "", 16_000, 500, false));
  }

  @Test
  void HA_1_burstableGreysHighAvailabilityAndSaysWhy() {
    configure("East US");
    person.click("availability-enabled");
    person.pick("standby-zone", "Same zone as the server (99.95% SLA)");
    person.sees("Only Premium SSD is supported for servers with High availability enabled.");
    person.click("tier-BURSTABLE");
    person.sees("High availability: disabled instead of same zone");
    person.sees("High availability is not supported for the Burstable tier.");
    assertThat(person.usable("availability-enabled")).isEmpty();
    assertThat(isSelected("availability-disabled")).isTrue();
    pictures("compute-burstable");
  }

  @Test
  void HA_2_aRegionWithOneZoneAsksWhetherTheStandbyMayShareIt() {
    configure("West US");
    person.click("availability-enabled");
    person.sees("This region has a single availability zone.");
    assertThat(person.usable("save-compute")).isEmpty();
    person.picture("compute-one-zone");
    person.click("availability-allow");
    assertThat(isThere("standby-zone")).isFalse();
    person.click("save-compute");
    person.sees("General Purpose, D2ads_v5");
    assertThat(isSelected("availability-enabled")).as("HA on Basics").isTrue();
    person.click("availability-allow");
    person.sees("This region has a single availability zone.");
    person.click("availability-disabled");
    person.await("no question", () -> !person.reads("This region has a single availability zone."));
  }

  @Test
  void BAK_2_aRegionWithoutGeoRedundancySaysSoAndWithOneMakerAsksForNone() {
    configure("Poland Central");
    person.sees("This location does not support geo-redundant backup.");
    assertThat(person.usable("geo-redundancy")).isEmpty();
    assertThat(isThere("processor-AMD")).isFalse();
    pictures("compute-poland");
  }

  @Test
  void theCrossLeavesAPageOnWhichNothingWasChanged() {
    configure("East US");
    person.click("close-compute");
    person.sees("General Purpose, D2ads_v5");
    person.picture("create-basics-compute");
  }

  @Test
  void theCleanPageHasTheSizeOfBasicsAndNothingToSave() {
    person.click("configure-server");
    person.sees("No region is chosen on Basics yet");
    assertThat(person.seen())
        .contains("Standard_D2ads_v5 (2 vCores, 8 GiB memory, 3750 max iops)")
        .doesNotContain("D2ads_v6");
    person.click("close-compute");
    person.sees("General Purpose, D2ads_v5");
  }

  @Test
  void theCardFoldsBelowANarrowFormAndOpensThere() {
    configure("East US");
    person.sees("Estimated total: USD");
    assertThat(isThere("cost-card")).isFalse();
    person.click("cost-strip");
    person.await("the card", () -> isThere("cost-card"));
    person.picture("cost-folded");
    person.pick("cost-currency", "INR");
    person.sees("2 x 7409.32");
    person.sees("INR 16288.20/month");
    Person.act(() -> stage.setWidth(1280));
    person.picture("cost-beside-1280");
  }
}
