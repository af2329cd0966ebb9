package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.Server;
import dev.wrapkey.simulator.world.ServerDraft;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what clients send about servers, and refuses honestly what the practice cloud does not do.
 */
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

  private ServerBodies() {}

  static ServerDraft draft(ArmId id, JsonNode body) {
    JsonNode properties = body.path("properties");
    refuseUnsimulated(properties);
    return new ServerDraft(
        id,
        Tree.text(body, "location"),
        shape(body),
        Tree.text(properties, "administratorLogin"),
        Tree.text(properties, "administratorLoginPassword"),
        encryption(body));
  }

  private static Server.Shape shape(JsonNode body) {
    JsonNode properties = body.path("properties");
    Server.Compute compute =
        new Server.Compute(Tree.text(body, "sku", "tier"), Tree.text(body, "sku", "name"));
    return new Server.Shape(
        Tree.text(properties, "version"),
        compute,
        storage(properties),
        Tree.text(properties, "availabilityZone"),
        !Tree.text(properties, "network", "publicNetworkAccess").equalsIgnoreCase("Disabled"),
        GroupHandler.tags(body));
  }

  private static Server.Storage storage(JsonNode properties) {
    JsonNode storage = properties.path("storage");
    int gib = storage.path("storageSizeGB").asInt(128);
    List<String> disk = DISKS.getOrDefault(gib, List.of("P10", "500"));
    String tier = Tree.text(storage, "tier");
    return new Server.Storage(
        gib,
        tier.isEmpty() ? disk.getFirst() : tier,
        storage.path("iops").asInt(Integer.parseInt(disk.getLast())),
        Tree.text(storage, "autoGrow").equalsIgnoreCase("Enabled"),
        properties.path("backup").path("backupRetentionDays").asInt(7));
  }

  /** Key and identities; {@code SystemManaged} and nothing at all mean a service-managed key. */
  static Server.Encryption encryption(JsonNode body) {
    JsonNode wanted = body.path("properties").path("dataEncryption");
    List<ArmId> assigned =
        body.path("identity").path("userAssignedIdentities").properties().stream()
            .filter(e -> !e.getValue().isNull())
            .map(e -> new ArmId(e.getKey()))
            .toList();
    if (Tree.text(wanted, "type").equalsIgnoreCase("SystemManaged")) {
      return new Server.Encryption(null, null, assigned);
    }
    String identity = Tree.text(wanted, "primaryUserAssignedIdentityId");
    return new Server.Encryption(
        optional(Tree.text(wanted, "primaryKeyURI")),
        identity.isEmpty() ? null : new ArmId(identity),
        assigned);
  }

  private static @Nullable String optional(String text) {
    return text.isEmpty() ? null : text;
  }

  private static void refuseUnsimulated(JsonNode properties) {
    String mode = Tree.text(properties, "createMode");
    if (!List.of("", "default", "create").contains(mode.toLowerCase(java.util.Locale.ROOT))) {
      throw notSimulated("createMode " + mode);
    }
    refuseUnless(properties, "Disabled", "backup", "geoRedundantBackup");
    refuseUnless(properties, "Disabled", "highAvailability", "mode");
    refuseUnless(properties, "", "network", "delegatedSubnetResourceId");
  }

  private static void refuseUnless(JsonNode properties, String usual, String outer, String inner) {
    String value = Tree.text(properties, outer, inner);
    if (!value.isEmpty() && !value.equalsIgnoreCase(usual)) {
      throw notSimulated(outer + "." + inner + " " + value);
    }
  }

  /** What a PATCH may repeat but not change here. */
  static void refuseUnsimulatedChange(Server server, JsonNode body) {
    JsonNode properties = body.path("properties");
    refuseUnsimulated(properties);
    refuseChange(Tree.text(body, "sku", "name"), server.shape().compute().sku(), "sku.name");
    refuseChange(Tree.text(body, "sku", "tier"), server.shape().compute().tier(), "sku.tier");
    refuseChange(
        Tree.text(properties, "storage", "storageSizeGB"),
        String.valueOf(server.shape().storage().gib()),
        "storage.storageSizeGB");
    refuseChange(Tree.text(properties, "version"), server.shape().version(), "version");
    if (!Tree.text(properties, "administratorLoginPassword").isEmpty()) {
      throw notSimulated("a new administratorLoginPassword");
    }
    Optional<String> removed =
        body.path("identity").path("userAssignedIdentities").properties().stream()
            .filter(e -> e.getValue().isNull())
            .map(Map.Entry::getKey)
            .findFirst();
    if (removed.isPresent()) {
      throw notSimulated("the removal of identity " + removed.get());
    }
  }

  private static void refuseChange(String wanted, String present, String what) {
    if (!wanted.isEmpty() && !wanted.equalsIgnoreCase(present)) {
      throw notSimulated("a change of " + what);
    }
  }

  private static Refusal notSimulated(String what) {
    return new Refusal(
        400, "PracticeCloudNotSimulated", "The practice cloud does not simulate " + what + " yet.");
  }
}
