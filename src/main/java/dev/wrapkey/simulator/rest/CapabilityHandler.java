package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.World;
import java.util.List;
import java.util.stream.Stream;

/** What the PostgreSQL service offers in a region. Field names as recorded, in part. */
final class CapabilityHandler {

  private static final List<Integer> GIB = List.of(32, 64, 128, 256, 512, 1024, 2048, 4096);
  private static final List<String> VERSIONS = List.of("11", "12", "13", "14", "15", "16", "17");

  private final World world;

  CapabilityHandler(World world) {
    this.world = world;
  }

  List<Route> routes() {
    return List.of(
        new Route(
            "GET",
            "/subscriptions/{sub}/providers/Microsoft.DBforPostgreSQL/locations/{location}/capabilities",
            "",
            this::list));
  }

  private WireAnswer list(Call call) {
    if (world.regions().find(call.part("location")).isEmpty()) {
      throw ArmErrors.regionNotAvailable(call.part("location"), "flexibleServers");
    }
    List<ObjectNode> zones =
        Stream.of("none", "1", "2", "3").map(CapabilityHandler::zone).toList();
    return WireAnswer.ok(Tree.of("value", zones));
  }

  private static ObjectNode zone(String zone) {
    return Tree.of(
        "zone", zone,
        "supportedHAMode", List.of("SameZone", "ZoneRedundant"),
        "geoBackupSupported", true,
        "zoneRedundantHaSupported", true,
        "zoneRedundantHaAndGeoBackupSupported", true,
        "supportedFlexibleServerEditions",
            List.of(
                edition("Burstable", List.of(size("Standard_B1ms", 1, 2048), size("Standard_B2s", 2, 2048))),
                edition("GeneralPurpose", sizes("D", 4096)),
                edition("MemoryOptimized", sizes("E", 8192))),
        "status", "Available");
  }

  private static List<ObjectNode> sizes(String family, int megabytes) {
    return Stream.of(2, 4, 8, 16, 32, 48, 64)
        .flatMap(
            cores ->
                Stream.of("s_v3", "ds_v4", "ds_v5")
                    .map(suffix -> size("Standard_" + family + cores + suffix, cores, megabytes)))
        .toList();
  }

  private static ObjectNode size(String name, int cores, int megabytes) {
    return Tree.of(
        "name", name,
        "vCores", cores,
        "supportedIOPS", cores * 1600,
        "supportedMemoryPerVcoreMB", megabytes,
        "status", "Available");
  }

  private static ObjectNode edition(String name, List<ObjectNode> sizes) {
    List<ObjectNode> storage =
        GIB.stream()
            .map(gib -> Tree.of("name", gib + "", "storageSizeMB", gib * 1024, "status", "Available"))
            .toList();
    List<ObjectNode> versions =
        VERSIONS.stream()
            .map(version -> Tree.of("name", version, "supportedVcores", sizes, "status", "Available"))
            .toList();
    return Tree.of(
        "name", name,
        "supportedStorageEditions",
            List.of(Tree.of("name", "ManagedDisk", "supportedStorageMB", storage)),
        "supportedServerVersions", versions,
        "status", "Available");
  }
}
