package dev.wrapkey.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.provisioning.Plan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.List;

/**
 * Prices in one currency. Few amounts were ever published; the others are scaled from them and say
 * so.
 *
 * @param currency its code, for example {@code USD}
 * @param asOf when its figures were published
 * @param region whose figures they are, by display name
 * @param storagePerGib a GiB of Premium SSD for a month
 */
public record PriceList(String currency, YearMonth asOf, String region, BigDecimal storagePerGib) {

  /**
   * An amount for a month.
   *
   * @param amount in the list's currency, exact
   * @param published false if it was scaled from a published one
   */
  public record Price(BigDecimal amount, boolean published) {}

  private record Anchor(Tier tier, ComputeSize size, String currency, BigDecimal month, String by) {

    BigDecimal per(Plan.Compute compute) {
      return by.equals("memory")
          ? ratio(compute.memoryGib(), size.memoryGib())
          : ratio(compute.vCores(), size.vCores());
    }

    private static BigDecimal ratio(int one, int other) {
      return BigDecimal.valueOf(one).divide(BigDecimal.valueOf(other), MathContext.DECIMAL64);
    }
  }

  private static final Dated FILE = Dated.read("prices");
  private static final List<PriceList> ALL = FILE.list("lists", PriceList::read);
  private static final List<Anchor> ANCHORS = FILE.list("anchors", PriceList::anchor);

  /** One list a currency, the usual one first. */
  public static List<PriceList> all() {
    return ALL;
  }

  /** The list of a currency, or the usual one. */
  public static PriceList of(String currency) {
    return ALL.stream()
        .filter(l -> l.currency.equals(currency))
        .findFirst()
        .orElseGet(ALL::getFirst);
  }

  /** Compute for a month. */
  public Price compute(Plan.Compute compute) {
    Anchor anchor =
        ANCHORS.stream()
            .filter(a -> a.tier.word().equals(compute.tier()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no such tier: " + compute.tier()));
    BigDecimal here =
        anchor
            .month
            .multiply(storagePerGib)
            .divide(of(anchor.currency).storagePerGib, MathContext.DECIMAL64);
    BigDecimal base = anchor.currency.equals(currency) ? anchor.month : here;
    return new Price(
        base.multiply(anchor.per(compute), MathContext.DECIMAL64),
        anchor.currency.equals(currency) && anchor.size.sku().equals(compute.sku()));
  }

  private static PriceList read(JsonNode line) {
    return new PriceList(
        line.required("currency").asText(),
        YearMonth.parse(line.required("asOf").asText()),
        FILE.string("region"),
        new BigDecimal(line.required("storagePerGib").asText()));
  }

  private static Anchor anchor(JsonNode line) {
    return new Anchor(
        Tier.of(line.required("tier").asText()).orElseThrow(),
        Catalog.size(line.required("sku").asText()).orElseThrow(),
        line.required("currency").asText(),
        new BigDecimal(line.required("month").asText()),
        line.required("by").asText());
  }
}
