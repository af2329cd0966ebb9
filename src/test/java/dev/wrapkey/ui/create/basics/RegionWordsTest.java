package dev.wrapkey.ui.create.basics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Region;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionWordsTest {

  /** Portal specification 1.8. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          australiaeast | zones · geo-backup in Australia Southeast
          eastus | zones, blocked for now · geo-backup in West US
          westus | no zones · geo-backup in East US
          polandcentral | zones · no geo-backup
          germanynorth | no zones · geo-backup in Germany West Central · access on request
          brazilsouth | zones, blocked for now · no geo-backup
          nowhere | ''
          """)
  void aRegionSaysWhatItOffers(String name, String words) {
    assertThat(RegionWords.of(new Region(name, name, java.util.Optional.empty()))).isEqualTo(words);
  }
}
