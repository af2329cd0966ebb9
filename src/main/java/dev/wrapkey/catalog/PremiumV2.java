package dev.wrapkey.catalog;

import dev.wrapkey.provisioning.Plan;

/**
 * What Premium SSD v2 (preview) allows: size, IOPS and throughput are bought one by one (STO-5;
 * document of 13 January 2026).
 */
public final class PremiumV2 {

  public static final int LEAST_GIB = 1;
  public static final int MOST_GIB = 64 * 1024;
  public static final int MOST_IOPS = 80_000;
  public static final int MOST_MIBPS = 1200;

  /** From this size on the baseline is higher. */
  private static final int LARGE_GIB = 400;

  private PremiumV2() {}

  /** IOPS that are in the price of the size. */
  public static int baselineIops(int sizeGib) {
    return sizeGib < LARGE_GIB ? 3000 : 12_000;
  }

  /** MB/s that are in the price of the size. */
  public static int baselineThroughput(int sizeGib) {
    return sizeGib < LARGE_GIB ? 125 : 500;
  }

  /** A disk of this size with its baseline. */
  public static Plan.Storage disk(int sizeGib) {
    return new Plan.Storage(
        Plan.Storage.PREMIUM_V2,
        sizeGib,
        "",
        baselineIops(sizeGib),
        baselineThroughput(sizeGib),
        false);
  }
}
