package dev.wrapkey.provisioning;

import java.util.List;

/**
 * What a cloud says can be ordered in one of its regions (the service's call {@code capabilities};
 * OpenAPI of Microsoft.DBforPostgreSQL, 2025). What it marks as disabled is left out.
 *
 * @param sizes compute sizes
 * @param disks sizes of Premium SSD disks
 * @param premiumV2 whether Premium SSD v2 is offered
 * @param versions major versions of PostgreSQL
 * @param zoneRedundant whether a standby can be in another zone
 * @param geoBackup whether backups can be copied to the paired region
 */
public record RegionOffer(
    List<Size> sizes,
    List<Disk> disks,
    boolean premiumV2,
    List<String> versions,
    boolean zoneRedundant,
    boolean geoBackup) {

  /**
   * A compute size.
   *
   * @param tier {@code Burstable}, {@code GeneralPurpose}, {@code MemoryOptimized}
   * @param sku for example {@code Standard_D2ads_v5}
   * @param vCores number of vCores
   * @param memoryGib memory in GiB
   * @param iops input/output operations a second at most
   */
  public record Size(String tier, String sku, int vCores, int memoryGib, int iops) {}

  /**
   * A disk.
   *
   * @param sizeGib size in GiB
   * @param iops of the tier that belongs to the size
   */
  public record Disk(int sizeGib, int iops) {}
}
