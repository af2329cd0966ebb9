package dev.wrapkey.catalog;

import dev.wrapkey.provisioning.Plan;

/**
 * A compute size.
 *
 * @param tier its family
 * @param sku for example {@code Standard_D2ads_v5}
 * @param vCores number of vCores
 * @param memoryGib memory in GiB
 * @param iops input/output operations a second at most
 */
public record ComputeSize(Tier tier, String sku, int vCores, int memoryGib, int iops) {

  /** Who made its processors; of burstable sizes nobody tells. */
  public Processor processor() {
    return Processor.of(sku);
  }

  /** The end of its name, for example {@code ads_v5}. */
  public String series() {
    return sku.replaceFirst("^Standard_[A-Z]+\\d+", "");
  }

  /** The number after {@code _v}; 0 for burstable sizes. */
  public int generation() {
    int at = sku.lastIndexOf("_v");
    return tier == Tier.BURSTABLE || at < 0 ? 0 : Integer.parseInt(sku.substring(at + 2));
  }

  /** The same in the words of a plan. */
  public Plan.Compute compute() {
    return new Plan.Compute(tier.word(), sku, vCores, memoryGib);
  }
}
