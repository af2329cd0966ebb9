package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Editions, sizes, disks and versions that every region offers. */
final class Offer {

  private static final List<String> VERSIONS = List.of("11", "12", "13", "14", "15", "16", "17");
  private static final List<Integer> DISKS =
      List.of(32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384);
  private static final List<Integer> IOPS =
      List.of(120, 240, 500, 1100, 2300, 5000, 7500, 7500, 16000, 18000);
  private static final int MIB = 1024;

  private record Size(String name, int cores, int iops, int memoryPerCore) {}

  private static final Map<String, List<Size>> EDITIONS = editions();

  private static Map<String, List<Size>> editions() {
    Map<String, List<Size>> editions = new LinkedHashMap<>();
    editions.put(
        "Burstable",
        List.of(
            new Size("Standard_B1ms", 1, 640, 2048),
            new Size("Standard_B2s", 2, 1280, 2048),
            new Size("Standard_B2ms", 2, 1920, 4096)));
    editions.put("GeneralPurpose", sizes("D", 4096));
    editions.put("MemoryOptimized", sizes("E", 8192));
    return editions;
  }

  private static List<Size> sizes(String letter, int memory) {
    return List.of("s_v3", "ds_v4", "ds_v5", "ads_v5").stream()
        .flatMap(
            series ->
                IntStream.of(2, 4, 8, 16, 32, 48, 64)
                    .mapToObj(
                        cores ->
                            new Size(
                                "Standard_" + letter + cores + series,
                                cores,
                                Math.min(1600 * cores, 20_000),
                                memory)))
        .toList();
  }

  /** The shape up to 2023-03-01-preview: one entry a zone. */
  ObjectNode ofZone(String zone, boolean paired) {
    return Tree.of(
        "zone",
        zone,
        "supportedHAMode",
        List.of("SameZone", "ZoneRedundant"),
        "geoBackupSupported",
        paired,
        "zoneRedundantHaSupported",
        true,
        "zoneRedundantHaAndGeoBackupSupported",
        paired,
        "supportedFlexibleServerEditions",
        EDITIONS.keySet().stream().map(Offer::edition).toList(),
        "status",
        "Available");
  }

  private static ObjectNode edition(String name) {
    return Tree.of(
        "name",
        name,
        "supportedStorageEditions",
        List.of(
            Tree.of(
                "name", "ManagedDisk",
                "supportedStorageMB",
                    IntStream.range(0, DISKS.size()).mapToObj(i -> disk(i)).toList(),
                "status", "Available")),
        "supportedServerVersions",
        VERSIONS.stream()
            .map(
                v ->
                    Tree.of(
                        "name",
                        v,
                        "supportedVcores",
                        EDITIONS.getOrDefault(name, List.of()).stream().map(Offer::cores).toList(),
                        "status",
                        "Available"))
            .toList(),
        "status",
        "Available");
  }

  private static ObjectNode disk(int index) {
    return Tree.of(
        "name",
        DISKS.get(index) + "GB",
        "storageSizeMB",
        DISKS.get(index) * MIB,
        "supportedIOPS",
        IOPS.get(index),
        "status",
        "Available");
  }

  private static ObjectNode cores(Size size) {
    return Tree.of(
        "name", size.name(),
        "vCores", size.cores(),
        "supportedIOPS", size.iops(),
        "supportedMemoryPerVcoreMB", size.memoryPerCore(),
        "status", "Available");
  }

  /** The shape since 2023-06-01-preview: one entry for the region. */
  ObjectNode whole(boolean paired) {
    return Tree.of(
        "name", "FlexibleServerCapabilities",
        "supportedServerEditions", EDITIONS.keySet().stream().map(Offer::serverEdition).toList(),
        "supportedServerVersions",
            VERSIONS.stream()
                .map(
                    v ->
                        Tree.of(
                            "name",
                            v,
                            "supportedVersionsToUpgrade",
                            VERSIONS.stream().filter(o -> o.compareTo(v) > 0).toList(),
                            "status",
                            "Available"))
                .toList(),
        "fastProvisioningSupported", "Disabled",
        "geoBackupSupported", paired ? "Enabled" : "Disabled",
        "zoneRedundantHaSupported", "Enabled",
        "zoneRedundantHaAndGeoBackupSupported", paired ? "Enabled" : "Disabled",
        "storageAutoGrowthSupported", "Enabled",
        "onlineResizeSupported", "Enabled",
        "restricted", "Disabled",
        "status", "Available");
  }

  private static ObjectNode serverEdition(String name) {
    List<Size> sizes = EDITIONS.getOrDefault(name, List.of());
    return Tree.of(
        "name", name,
        "defaultSkuName", sizes.getFirst().name(),
        "supportedStorageEditions",
            List.of(
                Tree.of(
                    "name",
                    "ManagedDisk",
                    "defaultStorageSizeMb",
                    128 * MIB,
                    "supportedStorageMb",
                    IntStream.range(0, DISKS.size())
                        .mapToObj(
                            i ->
                                Tree.of(
                                    "storageSizeMb",
                                    (long) DISKS.get(i) * MIB,
                                    "supportedIops",
                                    IOPS.get(i),
                                    "status",
                                    "Available"))
                        .toList(),
                    "status",
                    "Available")),
        "supportedServerSkus", sizes.stream().map(Offer::serverSku).toList(),
        "status", "Available");
  }

  private static ObjectNode serverSku(Size size) {
    return Tree.of(
        "name", size.name(),
        "vCores", size.cores(),
        "supportedIops", size.iops(),
        "supportedMemoryPerVcoreMb", (long) size.memoryPerCore(),
        "supportedZones", List.of("1", "2", "3"),
        "supportedHaMode", List.of("SameZone", "ZoneRedundant"),
        "status", "Available");
  }
}
