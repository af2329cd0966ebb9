package dev.wrapkey.ui.create.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.catalog.PremiumV2;
import dev.wrapkey.catalog.PriceList;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Plan.HighAvailability;
import dev.wrapkey.provisioning.Plan.HighAvailability.Mode;
import dev.wrapkey.ui.create.cost.CostViewModel.Row;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class CostViewModelTest {

  private final ObjectProperty<Plan.Configuration> configuration =
      new SimpleObjectProperty<>(Plan.Configuration.PRODUCTION);
  private final ObjectProperty<PriceList> prices = new SimpleObjectProperty<>(PriceList.of("INR"));
  private final CostViewModel cost = new CostViewModel(configuration, prices);

  private Row row(String id) {
    return cost.rowsProperty().getValue().stream()
        .filter(r -> r.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Every word and digit of the card of November 2025. */
  @Test
  void HA_6_theCardReadsAsThePortalsWithHighAvailability() {
    configuration.set(
        configuration.get().withHighAvailability(new HighAvailability(Mode.ZONE_REDUNDANT, "")));
    assertThat(cost.rowsProperty().getValue())
        .extracting(Row::title)
        .containsExactly("Compute Sku", "Storage", "High availability", "Bandwidth");
    assertThat(row("compute").amount()).isEqualTo("INR 14818.63/month");
    assertThat(row("compute").detail())
        .isEqualTo("Standard_D2ads_v5 (2 vCores, INR 7409.32 per vCore)");
    assertThat(row("compute").arithmetic()).isEqualTo("2 x 7409.32");
    assertThat(row("storage").amount()).isEqualTo("INR 1469.57/month");
    assertThat(row("storage").detail()).isEqualTo("Storage selected 128 GiB (INR 11.48 per GiB)");
    assertThat(row("storage").arithmetic()).isEqualTo("128 x 11.48");
    assertThat(row("availability").amount()).isEqualTo("INR 16288.20/month");
    assertThat(row("availability").detail()).isEqualTo("Zone redundant high availability");
    assertThat(cost.totalProperty().getValue()).isEqualTo("INR 32576.40/month");
    assertThat(cost.rowsProperty().getValue()).allSatisfy(r -> assertThat(r.remark()).isEmpty());
  }

  /** Every word and digit of the card of June 2024. */
  @Test
  void aBurstableSizeIsSoldWhole() {
    configuration.set(Plan.Configuration.DEVELOPMENT);
    prices.set(PriceList.of("USD"));
    assertThat(row("compute").amount()).isEqualTo("USD 18.98/month");
    assertThat(row("compute").detail()).isEqualTo("Standard_B1ms (1 vCore)");
    assertThat(row("compute").arithmetic()).isEqualTo("18.98");
    assertThat(row("storage").arithmetic()).isEqualTo("32 x 0.14");
    assertThat(cost.totalProperty().getValue()).isEqualTo("USD 23.40/month");
    assertThat(cost.summaryProperty().getValue()).isEqualTo("Estimated total: USD 23.40/month");
  }

  @Test
  void theCardSaysThatItIsAnEstimateInWhichCurrencyAndOfWhen() {
    assertThat(cost.noteProperty().getValue())
        .contains("estimate", "INR", "November 2025", "Southeast Asia");
  }

  @Test
  void whatWasScaledOrIsLeftOutIsSaidInItsRow() {
    prices.set(PriceList.of("USD"));
    assertThat(row("compute").remark()).contains("scaled");
    configuration.set(configuration.get().withStorage(Plan.Storage.premium(128, "P30", 5000)));
    assertThat(row("storage").remark()).contains("performance tier");
    configuration.set(configuration.get().withStorage(PremiumV2.disk(100)));
    assertThat(row("storage").remark()).contains("scaled").contains("IOPS and throughput");
  }

  @Test
  void thePersonsOwnCurrencyIsTakenWhereThereIsAList() {
    assertThat(CostViewModel.usual(Locale.of("en", "IN")).currency()).isEqualTo("INR");
    assertThat(CostViewModel.usual(Locale.GERMANY).currency()).isEqualTo("USD");
    assertThat(CostViewModel.usual(Locale.ROOT).currency()).isEqualTo("USD");
  }
}
