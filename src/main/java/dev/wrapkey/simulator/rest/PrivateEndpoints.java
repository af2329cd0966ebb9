package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Item;
import dev.wrapkey.simulator.world.Server;
import dev.wrapkey.simulator.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Private endpoints as the network service shows them (recorded 2022-01-01), and as the servers
 * show them that they lead to (REST reference of the PostgreSQL service, 2025-08-01).
 */
final class PrivateEndpoints {

  static final String TYPE = "Microsoft.Network/privateEndpoints";
  static final String CONNECTION = Server.TYPE + "/privateEndpointConnections";

  /** How long one takes to be made. */
  static final Duration LENGTH = Duration.ofSeconds(30);

  private static final Map<String, String> HOSTS =
      Map.of(
          "microsoft.dbforpostgresql/flexibleservers",
          ".postgres.database.azure.com",
          "microsoft.keyvault/vaults",
          ".vault.azure.net",
          "microsoft.keyvault/managedhsms",
          ".managedhsm.azure.net");

  // Azure keeps the first four addresses of every subnet.
  private static final int FIRST_FREE = 4;

  private final World world;
  private final Items items;

  PrivateEndpoints(World world) {
    this.world = world;
    this.items = new Items(world);
  }

  /** Those that take their address from a subnet, in the order of their making. */
  List<Item> inSubnet(ArmId subnet) {
    return all().stream().filter(e -> subnetOf(e).equals(subnet.key())).toList();
  }

  /** What a server shows of the endpoints that lead to it. */
  List<ObjectNode> connections(ArmId server) {
    return all().stream()
        .filter(e -> targetOf(e).equals(server.key()))
        .map(e -> connection(e, server))
        .toList();
  }

  private List<Item> all() {
    return items.within("/subscriptions", TYPE).stream()
        .sorted(java.util.Comparator.comparing(Item::created))
        .toList();
  }

  private static String subnetOf(Item endpoint) {
    return Tree.text(Items.content(endpoint), "properties", "subnet", "id")
        .toLowerCase(Locale.ROOT);
  }

  private static String targetOf(Item endpoint) {
    return Tree.text(sent(endpoint), "properties", "privateLinkServiceId").toLowerCase(Locale.ROOT);
  }

  /** The one connection that a client asked for. */
  static JsonNode sent(Item endpoint) {
    return sent(Items.content(endpoint));
  }

  static JsonNode sent(JsonNode body) {
    return Tree.at(body, "properties", "privateLinkServiceConnections").path(0);
  }

  ObjectNode shape(Item endpoint) {
    ObjectNode content = Items.content(endpoint);
    boolean made = isMade(endpoint);
    ObjectNode shape = Items.head(endpoint.id());
    shape.put("etag", NetworkJson.etag(endpoint));
    shape.put("location", Tree.text(content, "location"));
    if (content.has("tags")) {
      shape.set("tags", content.path("tags"));
    }
    shape.set(
        "properties",
        Tree.of(
            "provisioningState",
            made ? "Succeeded" : "Updating",
            "resourceGuid",
            guid(endpoint.id().key()),
            "privateLinkServiceConnections",
            List.of(link(endpoint)),
            "manualPrivateLinkServiceConnections",
            List.of(),
            "customNetworkInterfaceName",
            Tree.text(content, "properties", "customNetworkInterfaceName"),
            "subnet",
            Tree.of("id", Tree.text(content, "properties", "subnet", "id")),
            "ipConfigurations",
            List.of(),
            "networkInterfaces",
            List.of(Tree.of("id", networkInterface(endpoint))),
            "customDnsConfigs",
            made ? List.of(name(endpoint)) : List.of()));
    return shape;
  }

  private boolean isMade(Item endpoint) {
    return !world.now().isBefore(endpoint.created().plus(LENGTH));
  }

  private ObjectNode link(Item endpoint) {
    JsonNode sent = sent(endpoint);
    String name = Tree.text(sent, "name");
    ObjectNode link = Items.head(endpoint.id().child("privateLinkServiceConnections", name));
    link.put("etag", NetworkJson.etag(endpoint));
    link.set(
        "properties",
        Tree.of(
            "provisioningState",
            "Succeeded",
            "privateLinkServiceId",
            Tree.text(sent, "properties", "privateLinkServiceId"),
            "groupIds",
            Tree.at(sent, "properties", "groupIds"),
            "privateLinkServiceConnectionState",
            state(endpoint)));
    return link;
  }

  /** An endpoint outlives what it leads to. */
  private ObjectNode state(Item endpoint) {
    boolean there = isThere(new ArmId(targetOf(endpoint)));
    return Tree.of(
        "status",
        there ? "Approved" : "Disconnected",
        "description",
        there ? "Auto Approved" : "",
        "actionsRequired",
        "None");
  }

  /** Whether an endpoint can lead to a resource: it exists, as far as the practice cloud knows. */
  boolean isThere(ArmId target) {
    return switch (target.type().toLowerCase(Locale.ROOT)) {
      case "microsoft.dbforpostgresql/flexibleservers" -> world.server(target).isPresent();
      case "microsoft.keyvault/vaults", "microsoft.keyvault/managedhsms" ->
          world.vaults().get(target.key()).isPresent();
      default -> false;
    };
  }

  private static String networkInterface(Item endpoint) {
    return ArmId.of(
            endpoint.id().subscription(),
            endpoint.id().group(),
            "Microsoft.Network/networkInterfaces",
            endpoint.id().name() + ".nic." + guid("nic" + endpoint.id().key()))
        .text();
  }

  private ObjectNode name(Item endpoint) {
    ArmId target = new ArmId(targetOf(endpoint));
    String host = HOSTS.getOrDefault(target.type().toLowerCase(Locale.ROOT), "");
    return Tree.of("fqdn", target.name() + host, "ipAddresses", List.of(address(endpoint)));
  }

  private String address(Item endpoint) {
    ArmId subnet = new ArmId(subnetOf(endpoint));
    String prefix =
        items
            .find(subnet)
            .map(s -> Tree.text(Items.content(s), "properties", "addressPrefix"))
            .orElse("0.0.0.0/0");
    List<String> octets = new ArrayList<>(List.of(prefix.replaceAll("/.*", "").split("\\.")));
    int before = inSubnet(subnet).stream().map(Item::id).toList().indexOf(endpoint.id());
    int last = Integer.parseInt(octets.getLast()) + FIRST_FREE + Math.max(before, 0);
    octets.set(octets.size() - 1, String.valueOf(last % 256));
    return String.join(".", octets);
  }

  private ObjectNode connection(Item endpoint, ArmId server) {
    String name = endpoint.id().name() + "." + guid("connection" + endpoint.id().key());
    ArmId id = server.child("privateEndpointConnections", name);
    return Tree.of(
        "properties",
        Tree.of(
            "provisioningState",
            isMade(endpoint) ? "Succeeded" : "Creating",
            "groupIds",
            Tree.at(sent(endpoint), "properties", "groupIds"),
            "privateEndpoint",
            Tree.of("id", endpoint.id().text()),
            "privateLinkServiceConnectionState",
            state(endpoint)),
        "id",
        id.text(),
        "name",
        name,
        "type",
        CONNECTION);
  }

  /** Stays the same for as long as the resource exists. */
  private static String guid(String seed) {
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
