package dev.wrapkey.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What the documents say about a region (portal specification §1.8).
 *
 * @param name short name
 * @param intel generations of sizes with Intel processors, for example {@code v5}
 * @param amd generations of sizes with AMD processors
 * @param zones whether a standby can be in another zone
 * @param geoBackup whether backups can be copied to the paired region
 * @param pair short name of the paired region
 * @param onRequest whether a subscription must ask for access first
 */
public record RegionFacts(
    String name,
    List<String> intel,
    List<String> amd,
    Zones zones,
    boolean geoBackup,
    Optional<String> pair,
    boolean onRequest) {

  /** Zone-redundant high availability. */
  public enum Zones {
    YES,
    /** Supported, but new deployments are temporarily blocked. */
    BLOCKED,
    NO
  }

  /** Whether a size can be ordered here, by the generations that the table names. */
  boolean offers(ComputeSize size) {
    if (size.tier() == Tier.BURSTABLE) {
      return true;
    }
    String generation = "v" + size.generation();
    return (size.processor() == Processor.AMD ? amd : intel).contains(generation);
  }
}
