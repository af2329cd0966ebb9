package dev.wrapkey.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Plan.HighAvailability;
import dev.wrapkey.provisioning.Plan.HighAvailability.Mode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {

  private static String shown(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private static Estimate of(Plan.Configuration configuration, String currency) {
    return Estimate.of(configuration, PriceList.of(currency));
  }

  /** The card of November 2025. */
  @Test
  void HA_6_theCardOfNovember2025IsReproducedToTheLastDigit() {
    Estimate card =
        of(
            Plan.Configuration.PRODUCTION.withHighAvailability(
                new HighAvailability(Mode.ZONE_REDUNDANT, "")),
            "INR");
    assertThat(shown(card.compute().amount())).isEqualTo("14818.63");
    assertThat(card.perVCore().map(EstimateTest::shown)).contains("7409.32");
    assertThat(shown(card.storage().amount())).isEqualTo("1469.57");
    assertThat(card.standby().map(EstimateTest::shown)).contains("16288.20");
    assertThat(shown(card.total())).isEqualTo("32576.40");
    assertThat(card.isPublished()).isTrue();
  }

  /** The card of June 2024. */
  @Test
  void theBurstableCardOfJune2024IsReproducedToTheLastDigit() {
    Estimate card = of(Plan.Configuration.DEVELOPMENT, "USD");
    assertThat(shown(card.compute().amount())).isEqualTo("18.98");
    assertThat(card.perVCore()).isEmpty();
    assertThat(shown(card.storage().amount())).isEqualTo("4.42");
    assertThat(shown(card.total())).isEqualTo("23.40");
    assertThat(card.standby()).isEmpty();
    assertThat(card.isPublished()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "GeneralPurpose, Standard_D4ads_v5, 4, 16, INR, 29637.26",
    "GeneralPurpose, Standard_D2ds_v4, 2, 8, INR, 14818.63",
    "Burstable, Standard_B2s, 2, 4, USD, 37.96",
    "Burstable, Standard_B2ms, 2, 8, USD, 75.92",
    "MemoryOptimized, Standard_E2ds_v5, 2, 16, INR, 29637.26"
  })
  void whatWasNeverPublishedIsScaledAndSaysSo(
      String tier, String sku, int cores, int memory, String currency, String month) {
    PriceList.Price price =
        PriceList.of(currency).compute(new Plan.Compute(tier, sku, cores, memory));
    assertThat(shown(price.amount())).isEqualTo(month);
    assertThat(price.published()).isFalse();
  }

  @Test
  void theOtherCurrencyIsScaledByThePriceOfAGibAndSaysSo() {
    PriceList.Price price = PriceList.of("USD").compute(Plan.Configuration.PRODUCTION.compute());
    assertThat(price.amount()).isBetween(new BigDecimal("178"), new BigDecimal("179"));
    assertThat(price.published()).isFalse();
  }

  @Test
  void theDiskOfPremiumSsdV2WasNeverPublished() {
    Plan.Configuration v2 = Plan.Configuration.PRODUCTION.withStorage(PremiumV2.disk(100));
    assertThat(of(v2, "INR").isPublished()).isFalse();
    assertThat(shown(of(v2, "INR").storage().amount())).isEqualTo("1148.10");
  }

  @Test
  void listsHaveADateAndAPlaceAndAnUnknownCurrencyTakesTheUsualOne() {
    assertThat(PriceList.all()).extracting(PriceList::currency).containsExactly("USD", "INR");
    assertThat(PriceList.of("INR").asOf()).isEqualTo(YearMonth.of(2025, 11));
    assertThat(PriceList.of("INR").region()).isEqualTo("Southeast Asia");
    assertThat(PriceList.of("XXX").currency()).isEqualTo("USD");
  }
}
