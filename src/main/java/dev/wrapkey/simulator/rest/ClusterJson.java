package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.Item;
import dev.wrapkey.simulator.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Clusters as the service shows them; {@code settles} and {@code phase} are kept, never shown. */
final class ClusterJson {

  static final String TYPE = "Microsoft.DBforPostgreSQL/serverGroupsv2";
  static final String OPERATION = "ClusterManagementOperation";
  private static final String HOST = ".bk3qnxgjmhbzrt.postgres.cosmos.azure.com";
  private static final String AUTHOR = "practice-operator";

  private final World world;

  ClusterJson(World world) {
    this.world = world;
  }

  /** What is kept of an order. */
  static ObjectNode content(JsonNode body, Instant settles) {
    JsonNode sent = body.path("properties");
    return Tree.of(
        "location",
        Tree.text(body, "location"),
        "tags",
        body.has("tags") ? body.path("tags") : Tree.of(),
        "settles",
        settles,
        "phase",
        "Provisioning",
        "properties",
        Tree.of(
            "postgresqlVersion", text(sent, "postgresqlVersion", "16"),
            "citusVersion", text(sent, "citusVersion", "12.1"),
            "enableHa", sent.path("enableHa").asBoolean(false),
            "enableShardsOnCoordinator", sent.path("enableShardsOnCoordinator").asBoolean(false),
            "coordinatorServerEdition", text(sent, "coordinatorServerEdition", "GeneralPurpose"),
            "coordinatorStorageQuotaInMb", sent.path("coordinatorStorageQuotaInMb").asInt(524288),
            "coordinatorVCores", sent.path("coordinatorVCores").asInt(4),
            "coordinatorEnablePublicIpAccess",
                sent.path("coordinatorEnablePublicIpAccess").asBoolean(true),
            "nodeServerEdition", text(sent, "nodeServerEdition", "MemoryOptimized"),
            "nodeStorageQuotaInMb", sent.path("nodeStorageQuotaInMb").asInt(524288),
            "nodeVCores", sent.path("nodeVCores").asInt(4),
            "nodeEnablePublicIpAccess", sent.path("nodeEnablePublicIpAccess").asBoolean(false),
            "nodeCount", sent.path("nodeCount").asInt(0)));
  }

  private static String text(JsonNode sent, String name, String usual) {
    String value = Tree.text(sent, name);
    return value.isEmpty() ? usual : value;
  }

  ObjectNode shape(Item item) {
    ObjectNode content = Items.content(item);
    boolean settled = !world.now().isBefore(Instant.parse(Tree.text(content, "settles")));
    String phase = Tree.text(content, "phase");
    ObjectNode properties =
        Tree.of(
            "provisioningState",
            settled ? "Succeeded" : phase,
            "state",
            settled || phase.equals("InProgress") ? "Ready" : phase,
            "administratorLogin",
            "citus",
            "maintenanceWindow",
            Tree.of("customWindow", "Disabled", "dayOfWeek", 0, "startHour", 0, "startMinute", 0));
    properties.setAll(content.withObject("/properties"));
    for (String unset :
        List.of("preferredPrimaryZone", "earliestRestoreTime", "sourceResourceId")) {
      properties.putNull(unset);
    }
    properties.set("serverNames", Tree.array(names(item, properties.path("nodeCount").asInt())));
    properties.set("readReplicas", Tree.array(List.of()));
    properties.set("privateEndpointConnections", Tree.array(List.of()));
    ObjectNode shape = Items.head(item.id());
    shape.set("tags", content.path("tags"));
    shape.put("location", Tree.text(content, "location"));
    shape.set("systemData", authorship(item));
    shape.set("properties", properties);
    return shape;
  }

  private static ObjectNode authorship(Item item) {
    return Tree.of(
        "createdBy",
        AUTHOR,
        "createdByType",
        "Application",
        "createdAt",
        item.created(),
        "lastModifiedBy",
        AUTHOR,
        "lastModifiedByType",
        "Application",
        "lastModifiedAt",
        item.changed());
  }

  private static List<ObjectNode> names(Item item, int nodes) {
    String cluster = item.id().name();
    List<ObjectNode> names = new ArrayList<>();
    names.add(name(cluster, "c"));
    for (int node = 0; node < nodes; node++) {
      names.add(name(cluster, "w" + node));
    }
    return names;
  }

  private static ObjectNode name(String cluster, String role) {
    return Tree.of(
        "name", cluster + "-" + role,
        "fullyQualifiedDomainName", role + "-" + cluster + HOST);
  }
}
