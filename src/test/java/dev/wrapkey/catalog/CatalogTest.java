package dev.wrapkey.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.catalog.RegionFacts.Zones;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.RegionOffer;
import dev.wrapkey.rules.RegionNames;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {

  /** Lines read off the document's table of 13 January 2026. */
  @ParameterizedTest
  @CsvSource({
    "Standard_B1ms, BURSTABLE, 1, 2, 640",
    "Standard_B20ms, BURSTABLE, 20, 80, 4320",
    "Standard_D2ads_v5, GENERAL_PURPOSE, 2, 8, 3750",
    "Standard_D4s_v3, GENERAL_PURPOSE, 4, 16, 6400",
    "Standard_D96ds_v5, GENERAL_PURPOSE, 96, 384, 80000",
    "Standard_D2ds_v6, GENERAL_PURPOSE, 2, 8, 4167",
    "Standard_E64ds_v4, MEMORY_OPTIMIZED, 64, 432, 80000",
    "Standard_E96ads_v5, MEMORY_OPTIMIZED, 96, 672, 80000",
    "Standard_E192ds_v6, MEMORY_OPTIMIZED, 192, 1832, 80000"
  })
  void sizesAreThoseOfTheDocument(String sku, Tier tier, int cores, int memory, int iops) {
    assertThat(Catalog.size(sku)).contains(new ComputeSize(tier, sku, cores, memory, iops));
  }

  @Test
  void noSizeStandsTwice() {
    Set<String> names = Catalog.sizes().stream().map(ComputeSize::sku).collect(Collectors.toSet());
    assertThat(Catalog.sizes()).hasSameSizeAs(names);
  }

  @ParameterizedTest
  @CsvSource({
    "Standard_D2ads_v5, AMD, ads_v5, 5",
    "Standard_D2ds_v5, INTEL, ds_v5, 5",
    "Standard_D2s_v3, INTEL, s_v3, 3",
    "Standard_E20ads_v6, AMD, ads_v6, 6",
    "Standard_B2ms, INTEL, ms, 0"
  })
  void aSizesNameTellsItsMakerAndItsSeries(String sku, Processor maker, String series, int age) {
    ComputeSize size = Catalog.size(sku).orElseThrow();
    assertThat(size.processor()).isEqualTo(maker);
    assertThat(size.series()).isEqualTo(series);
    assertThat(size.generation()).isEqualTo(age);
  }

  /** The portal shows P4 with 120 IOPS and P10 with 500; the rest is the public ladder. */
  @Test
  void theLadderOfDisksIsThatOfTheDocument() {
    assertThat(Catalog.disks())
        .hasSize(11)
        .contains(new Disk(32, 120, "P4"), new Disk(128, 500, "P10"))
        .startsWith(new Disk(32, 120, "P4"))
        .endsWith(new Disk(32767, 20000, "P80"))
        .isSortedAccordingTo(
            java.util.Comparator.comparingInt(Disk::sizeGib).thenComparing(Disk::iops));
  }

  @Test
  void regionsAreThoseOfTheDocument() {
    assertThat(Catalog.regions()).hasSize(63);
    RegionFacts east = Catalog.region("East US").orElseThrow();
    assertThat(east.zones()).isEqualTo(Zones.BLOCKED);
    assertThat(east.pair()).contains("westus");
    assertThat(east.amd()).containsExactly("v5");
    RegionFacts poland = Catalog.region("polandcentral").orElseThrow();
    assertThat(poland.pair()).isEmpty();
    assertThat(poland.geoBackup()).isFalse();
    assertThat(poland.intel()).containsExactly("v3", "v4");
    assertThat(Catalog.region("brazilsoutheast").orElseThrow().onRequest()).isTrue();
    assertThat(Catalog.region("atlantis")).isEmpty();
  }

  @Test
  void everyRegionAndEveryPairHasADisplayName() {
    assertThat(Catalog.regions())
        .allSatisfy(r -> assertThat(RegionNames.display(r.name())).isNotEqualTo(r.name()))
        .allSatisfy(
            r ->
                r.pair()
                    .ifPresent(
                        p -> assertThat(Region.shortName(RegionNames.display(p))).isEqualTo(p)));
  }

  @Test
  void noRegionCopiesBackupsToNowhere() {
    assertThat(Catalog.regions())
        .filteredOn(RegionFacts::geoBackup)
        .allSatisfy(r -> assertThat(r.pair()).isPresent());
  }

  @Test
  void versionsAreTheSupportedOnesNewestFirst() {
    assertThat(Catalog.versions()).containsExactly("18", "17", "16", "15", "14", "13", "12", "11");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sizes", "disks", "regions", "versions"})
  void everyFileNamesItsDocumentAndItsDay(String file) {
    Dated data = Dated.read(file);
    assertThat(LocalDate.parse(data.string("asOf"))).isAfter(LocalDate.parse("2024-12-31"));
    assertThat(data.string("source")).contains("documentation");
  }

  @Test
  void aRegionWithOneMakerLeavesNothingToChoose() {
    assertThat(Choices.documented("eastus").processors(Tier.GENERAL_PURPOSE))
        .containsExactly(Processor.AMD, Processor.INTEL);
    assertThat(Choices.documented("westeurope").processors(Tier.GENERAL_PURPOSE))
        .containsExactly(Processor.INTEL);
    assertThat(Choices.documented("eastus").processors(Tier.BURSTABLE)).isEmpty();
  }

  @Test
  void theCloudsWordComesBeforeTheDocumentsAndTheDocumentsFiguresBeforeTheClouds() {
    RegionOffer offer =
        new RegionOffer(
            List.of(
                new RegionOffer.Size("GeneralPurpose", "Standard_D2ads_v5", 2, 8, 3200),
                new RegionOffer.Size("GeneralPurpose", "Standard_D2new_v7", 2, 8, 9000),
                new RegionOffer.Size("Curious", "Standard_X1", 1, 1, 1)),
            List.of(new RegionOffer.Disk(32, 120), new RegionOffer.Disk(33, 1)),
            true,
            List.of("9", "17", "16"),
            true,
            false);
    Choices choices = Choices.told("polandcentral", offer);
    assertThat(choices.origin()).isEqualTo(Choices.Origin.CLOUD);
    assertThat(choices.sizes())
        .extracting(ComputeSize::sku, ComputeSize::iops)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Standard_D2ads_v5", 3750),
            org.assertj.core.groups.Tuple.tuple("Standard_D2new_v7", 9000));
    assertThat(choices.disks()).containsExactly(new Disk(32, 120, "P4"));
    assertThat(choices.versions()).containsExactly("17", "16", "9");
    assertThat(choices.pair()).isEqualTo(Optional.empty());
  }

  @Test
  void STO_5_wherePremiumSsdV2IsOfferedNoDocumentSaysSoOnlyTheCloudOffersIt() {
    assertThat(Choices.documented("eastus").premiumV2()).isFalse();
  }

  @Test
  void STO_5_theBaselineOfPremiumSsdV2RisesWithFourHundredGib() {
    assertThat(PremiumV2.baselineIops(399)).isEqualTo(3000);
    assertThat(PremiumV2.baselineIops(400)).isEqualTo(12_000);
    assertThat(PremiumV2.baselineThroughput(399)).isEqualTo(125);
    assertThat(PremiumV2.baselineThroughput(400)).isEqualTo(500);
    assertThat(PremiumV2.disk(500))
        .isEqualTo(new Plan.Storage("PremiumV2_LRS", 500, "", 12_000, 500, false));
  }

  @Test
  void STO_3_performanceTiersBeginWithTheSizesOwn() {
    assertThat(Choices.documented("eastus").tiersFrom(8192))
        .extracting(Disk::tier)
        .containsExactly("P60", "P70", "P80");
  }
}
