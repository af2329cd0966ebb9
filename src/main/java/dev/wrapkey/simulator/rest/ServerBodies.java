package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.catalog.PremiumV2;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.Server;
import dev.wrapkey.simulator.world.ServerDraft;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what clients send about servers. What a change leaves out stays as it is. */
final class ServerBodies {

  /** Performance tier and operations a second by disk size in GiB (portal specification §1.6). */
  private static final Map<Integer, List<String>> DISKS =
      Map.ofEntries(
          Map.entry(32, List.of("P4", "120")),
          Map.entry(64, List.of("P6", "240")),
          Map.entry(128, List.of("P10", "500")),
          Map.entry(256, List.of("P15", "1100")),
          Map.entry(512, List.of("P20", "2300")),
          Map.entry(1024, List.of("P30", "5000")),
          Map.entry(2048, List.of("P40", "7500")),
          Map.entry(4095, List.of("P50", "7500")),
          Map.entry(4096, List.of("P50", "7500")),
          Map.entry(8192, List.of("P60", "16000")),
          Map.entry(16384, List.of("P70", "18000")),
          Map.entry(32767, List.of("P80", "20000")));

  private static final Server.Shape BLANK =
      new Server.Shape(
          "",
          new Server.Compute("", ""),
          new Server.Storage(128, "", 0, 0, false, 7),
          "",
          true,
          new TreeMap<>());

  static final String FEDERATED = "primaryFederatedIdentityClientId";

  // "Data encryption at rest", 2 June 2026, names 2025-03-15-privatepreview as the first version;
  // the first public description of the interface with the field is this one.
  private static final String FEDERATED_SINCE = "2026-04-01-preview";

  private ServerBodies() {}

  /**
   * A new server.
   *
   * @param source what it is made from and inherits from, if anything
   */
  static ServerDraft draft(ArmId id, Call call, @Nullable Server source) {
    JsonNode body = call.body();
    JsonNode properties = body.path("properties");
    return new ServerDraft(
        id,
        Tree.text(body, "location"),
        shape(body, source == null ? BLANK : source.shape()),
        Tree.text(properties, "administratorLogin"),
        Tree.text(properties, "administratorLoginPassword"),
        encryption(call));
  }

  /** Size and so on that a body asks for, on top of what a server has. */
  static Server.Shape shape(JsonNode body, Server.Shape old) {
    JsonNode properties = body.path("properties");
    String access = Tree.text(properties, "network", "publicNetworkAccess");
    return new Server.Shape(
        or(Tree.text(properties, "version"), old.version()),
        new Server.Compute(
            or(Tree.text(body, "sku", "tier"), old.compute().tier()),
            or(Tree.text(body, "sku", "name"), old.compute().sku())),
        storage(properties, old.storage()),
        or(Tree.text(properties, "availabilityZone"), old.zone()),
        access.isEmpty() ? old.publicAccess() : !access.equalsIgnoreCase("Disabled"),
        body.has("tags") ? GroupHandler.tags(body) : old.tags());
  }

  private static String or(String sent, String old) {
    return sent.isEmpty() ? old : sent;
  }

  private static Server.Storage storage(JsonNode properties, Server.Storage old) {
    JsonNode storage = properties.path("storage");
    int gib = storage.path("storageSizeGB").asInt(old.gib());
    List<String> disk = DISKS.getOrDefault(gib, List.of("P10", "500"));
    int days = properties.path("backup").path("backupRetentionDays").asInt(old.backupDays());
    if (Tree.text(storage, "type").equals(Server.Storage.PREMIUM_V2) || old.isPremiumV2()) {
      return premiumV2(storage, gib, old, days);
    }
    boolean same = gib == old.gib() && !old.tier().isEmpty();
    String grow = Tree.text(storage, "autoGrow");
    return new Server.Storage(
        gib,
        or(Tree.text(storage, "tier"), same ? old.tier() : disk.getFirst()),
        storage.path("iops").asInt(same ? old.iops() : Integer.parseInt(disk.getLast())),
        0,
        grow.isEmpty() ? old.autoGrow() : grow.equalsIgnoreCase("Enabled"),
        days);
  }

  /** Size, operations and throughput are bought one by one; nothing grows by itself. */
  private static Server.Storage premiumV2(JsonNode sent, int gib, Server.Storage old, int days) {
    if (Tree.text(sent, "autoGrow").equalsIgnoreCase("Enabled")) {
      throw ArmErrors.invalidParameter("storage.autoGrow");
    }
    int iops = old.isPremiumV2() ? old.iops() : PremiumV2.baselineIops(gib);
    int throughput = old.isPremiumV2() ? old.throughput() : PremiumV2.baselineThroughput(gib);
    return new Server.Storage(
        gib,
        "",
        sent.path("iops").asInt(iops),
        sent.path("throughput").asInt(throughput),
        false,
        days);
  }

  /** Storage grows only, versions rise only. */
  static void checkGrowth(Server.Shape old, Server.Shape wanted) {
    if (wanted.storage().gib() < old.storage().gib()) {
      throw ArmErrors.invalidParameter("storage.storageSizeGB");
    }
    if (Integer.parseInt(wanted.version()) < Integer.parseInt(old.version())) {
      throw ArmErrors.invalidParameter("version");
    }
  }

  /** Keys and identities; {@code SystemManaged} and nothing at all mean a service-managed key. */
  static Server.Encryption encryption(Call call) {
    JsonNode body = call.body();
    JsonNode wanted = body.path("properties").path("dataEncryption");
    List<ArmId> assigned =
        body.path("identity").path("userAssignedIdentities").properties().stream()
            .filter(e -> !e.getValue().isNull())
            .map(e -> new ArmId(e.getKey()))
            .toList();
    if (Tree.text(wanted, "type").equalsIgnoreCase("SystemManaged")) {
      return new Server.Encryption(null, null, assigned);
    }
    String key = Tree.text(wanted, "primaryKeyURI");
    String identity = Tree.text(wanted, "primaryUserAssignedIdentityId");
    return new Server.Encryption(
        key.isEmpty() ? null : key,
        identity.isEmpty() ? null : new ArmId(identity),
        assigned,
        geo(wanted),
        federated(call.apiVersion(), wanted));
  }

  /** An older api-version does not know it, and overlooks it. */
  private static @Nullable String federated(String apiVersion, JsonNode wanted) {
    String client = Tree.text(wanted, FEDERATED);
    return client.isEmpty() || !knowsFederation(apiVersion) ? null : client;
  }

  static boolean knowsFederation(String apiVersion) {
    return apiVersion.compareTo(FEDERATED_SINCE) >= 0;
  }

  private static Server.@Nullable Geo geo(JsonNode wanted) {
    String key = Tree.text(wanted, "geoBackupKeyURI");
    String identity = Tree.text(wanted, "geoBackupUserAssignedIdentityId");
    if (key.isEmpty() != identity.isEmpty()) {
      throw new Refusal(
          400,
          "CMKInvalidEncryptionParameters",
          "The input server encryption parameters are invalid. Geo-redundant backup needs a key and"
              + " an identity together.");
    }
    return key.isEmpty() ? null : new Server.Geo(key, new ArmId(identity));
  }
}
