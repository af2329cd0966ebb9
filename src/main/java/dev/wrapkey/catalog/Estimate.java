package dev.wrapkey.catalog;

import dev.wrapkey.provisioning.Plan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * What a configuration costs in a month, row by row as the portal's card has them (portal
 * specification §1.10). Amounts are exact; round them to show them.
 *
 * @param prices whose figures are used
 * @param compute for the size
 * @param perVCore for one vCore of it; none for burstable sizes, which are sold whole
 * @param storage for the disk's size
 * @param standby the same again with high availability (HA-6)
 */
public record Estimate(
    PriceList prices,
    PriceList.Price compute,
    Optional<BigDecimal> perVCore,
    PriceList.Price storage,
    Optional<BigDecimal> standby) {

  public static Estimate of(Plan.Configuration configuration, PriceList prices) {
    Plan.Compute size = configuration.compute();
    Plan.Storage disk = configuration.storage();
    PriceList.Price compute = prices.compute(size);
    BigDecimal storage = prices.storagePerGib().multiply(BigDecimal.valueOf(disk.sizeGib()));
    return new Estimate(
        prices,
        compute,
        size.tier().equals(Tier.BURSTABLE.word())
            ? Optional.empty()
            : Optional.of(
                compute.amount().divide(BigDecimal.valueOf(size.vCores()), MathContext.DECIMAL64)),
        new PriceList.Price(storage, !disk.isPremiumV2()),
        configuration.highAvailability().isOn()
            ? Optional.of(compute.amount().add(storage))
            : Optional.empty());
  }

  public BigDecimal total() {
    return compute.amount().add(storage.amount()).add(standby.orElse(BigDecimal.ZERO));
  }

  /** Whether every amount was published, none scaled. */
  public boolean isPublished() {
    return compute.published() && storage.published();
  }
}
