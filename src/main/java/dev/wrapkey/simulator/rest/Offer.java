package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.catalog.Catalog;
import dev.wrapkey.catalog.Choices;
import dev.wrapkey.catalog.ComputeSize;
import dev.wrapkey.catalog.Disk;
import dev.wrapkey.catalog.PremiumV2;
import dev.wrapkey.catalog.Tier;
import dev.wrapkey.simulator.world.Region;
import java.util.Arrays;
import java.util.List;

/**
 * Editions, sizes, disks and versions that a region offers: what the documents' tables say of it.
 * Premium SSD v2 is in no table of regions; it is offered where there are zones (inferred).
 */
final class Offer {

  private static final int MIB = 1024;
  private static final List<String> ZONES = List.of("1", "2", "3");

  private final Choices choices;
  private final boolean paired;

  Offer(Region region) {
    choices = Choices.documented(region.name());
    paired = region.geoBackup();
  }

  private List<String> modes() {
    return choices.zoneRedundant() ? List.of("SameZone", "ZoneRedundant") : List.of("SameZone");
  }

  /** The shape up to 2023-03-01-preview: one entry a zone. */
  ObjectNode ofZone(String zone) {
    return Tree.of(
        "zone",
        zone,
        "supportedHAMode",
        modes(),
        "geoBackupSupported",
        paired,
        "zoneRedundantHaSupported",
        choices.zoneRedundant(),
        "zoneRedundantHaAndGeoBackupSupported",
        choices.zoneRedundant() && paired,
        "supportedFlexibleServerEditions",
        Arrays.stream(Tier.values()).map(this::edition).toList(),
        "status",
        "Available");
  }

  private ObjectNode edition(Tier tier) {
    List<ObjectNode> disks = choices.disks().stream().map(Offer::disk).toList();
    List<ObjectNode> sizes = choices.sizes(tier).stream().map(Offer::cores).toList();
    return Tree.of(
        "name",
        tier.word(),
        "supportedStorageEditions",
        List.of(Tree.of("name", "ManagedDisk", "supportedStorageMB", disks, "status", "Available")),
        "supportedServerVersions",
        versions()
            .map(v -> Tree.of("name", v, "supportedVcores", sizes, "status", "Available"))
            .toList(),
        "status",
        "Available");
  }

  private static java.util.stream.Stream<String> versions() {
    return Catalog.versions().reversed().stream();
  }

  private static ObjectNode disk(Disk disk) {
    return Tree.of(
        "name",
        disk.sizeGib() + "GB",
        "storageSizeMB",
        disk.sizeGib() * MIB,
        "supportedIOPS",
        disk.iops(),
        "status",
        "Available");
  }

  private static ObjectNode cores(ComputeSize size) {
    return Tree.of(
        "name", size.sku(),
        "vCores", size.vCores(),
        "supportedIOPS", size.iops(),
        "supportedMemoryPerVcoreMB", size.memoryGib() * MIB / size.vCores(),
        "status", "Available");
  }

  /** The shape since 2023-06-01-preview: one entry for the region. */
  ObjectNode whole() {
    boolean zones = choices.zoneRedundant();
    return Tree.of(
        "name", "FlexibleServerCapabilities",
        "supportedServerEditions", Arrays.stream(Tier.values()).map(this::serverEdition).toList(),
        "supportedServerVersions", versions().map(Offer::serverVersion).toList(),
        "fastProvisioningSupported", "Disabled",
        "geoBackupSupported", word(paired),
        "zoneRedundantHaSupported", word(zones),
        "zoneRedundantHaAndGeoBackupSupported", word(zones && paired),
        "storageAutoGrowthSupported", "Enabled",
        "onlineResizeSupported", "Enabled",
        "restricted", "Disabled",
        "status", "Available");
  }

  private static String word(boolean on) {
    return on ? "Enabled" : "Disabled";
  }

  private static ObjectNode serverVersion(String version) {
    int major = Integer.parseInt(version);
    return Tree.of(
        "name",
        version,
        "supportedVersionsToUpgrade",
        versions().filter(o -> Integer.parseInt(o) > major).toList(),
        "status",
        "Available");
  }

  private ObjectNode serverEdition(Tier tier) {
    List<ComputeSize> sizes = choices.sizes(tier);
    boolean v2 = choices.zoneRedundant() && tier != Tier.BURSTABLE;
    return Tree.of(
        "name",
        tier.word(),
        "defaultSkuName",
        sizes.getFirst().sku(),
        "supportedStorageEditions",
        v2 ? List.of(premium(), premiumV2()) : List.of(premium()),
        "supportedServerSkus",
        sizes.stream().map(this::serverSku).toList(),
        "status",
        "Available");
  }

  private ObjectNode premium() {
    return Tree.of(
        "name",
        "ManagedDisk",
        "defaultStorageSizeMb",
        128 * MIB,
        "supportedStorageMb",
        choices.disks().stream().map(Offer::serverDisk).toList(),
        "status",
        "Available");
  }

  private static ObjectNode serverDisk(Disk disk) {
    return Tree.of(
        "storageSizeMb",
        (long) disk.sizeGib() * MIB,
        "supportedIops",
        disk.iops(),
        "defaultIopsTier",
        disk.tier(),
        "status",
        "Available");
  }

  private static ObjectNode premiumV2() {
    return Tree.of(
        "name",
        "ManagedDiskV2",
        "defaultStorageSizeMb",
        128 * MIB,
        "supportedStorageMb",
        List.of(
            Tree.of(
                "storageSizeMb",
                (long) PremiumV2.LEAST_GIB * MIB,
                "maximumStorageSizeMb",
                (long) PremiumV2.MOST_GIB * MIB,
                "supportedIops",
                PremiumV2.baselineIops(PremiumV2.LEAST_GIB),
                "supportedMaximumIops",
                PremiumV2.MOST_IOPS,
                "supportedThroughput",
                PremiumV2.baselineThroughput(PremiumV2.LEAST_GIB),
                "supportedMaximumThroughput",
                PremiumV2.MOST_MIBPS,
                "status",
                "Available")),
        "status",
        "Available");
  }

  private ObjectNode serverSku(ComputeSize size) {
    return Tree.of(
        "name",
        size.sku(),
        "vCores",
        size.vCores(),
        "supportedIops",
        size.iops(),
        "supportedMemoryPerVcoreMb",
        (long) size.memoryGib() * MIB / size.vCores(),
        "supportedZones",
        choices.zoneRedundant() ? ZONES : List.of(),
        "supportedHaMode",
        size.tier() == Tier.BURSTABLE ? List.of() : modes(),
        "status",
        "Available");
  }
}
