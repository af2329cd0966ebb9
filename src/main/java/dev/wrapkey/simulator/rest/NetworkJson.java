package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Item;
import dev.wrapkey.simulator.world.Server;
import dev.wrapkey.simulator.world.World;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Virtual networks and subnets as the network service shows them (recorded 2020-11 to 2022-07). */
final class NetworkJson {

  static final String NETWORK = "Microsoft.Network/virtualNetworks";
  static final String SUBNET = NETWORK + "/subnets";

  private final World world;
  private final Items items;

  NetworkJson(World world) {
    this.world = world;
    this.items = new Items(world);
  }

  /** A network with its subnets. */
  ObjectNode network(Item network, String state) {
    ObjectNode content = Items.content(network);
    ObjectNode properties =
        Tree.of("provisioningState", state, "resourceGuid", guid(network.id().key()));
    properties.setAll(content.withObject("/properties"));
    List<ObjectNode> subnets =
        items.within(network.id().text(), SUBNET).stream().map(s -> subnet(s, state)).toList();
    properties.set("subnets", Tree.array(subnets));
    ObjectNode shape = Items.head(network.id());
    shape.put("etag", etag(network));
    shape.put("location", Tree.text(content, "location"));
    if (content.has("tags")) {
      shape.set("tags", content.path("tags"));
    }
    shape.set("properties", properties);
    return shape;
  }

  ObjectNode subnet(Item subnet, String state) {
    ObjectNode shape = Items.head(subnet.id());
    shape.put("etag", etag(subnet));
    JsonNode sent = Items.content(subnet).path("properties");
    List<ObjectNode> delegations = new ArrayList<>();
    sent.path("delegations").forEach(d -> delegations.add(delegation(subnet, d)));
    List<ObjectNode> endpoints = new ArrayList<>();
    sent.path("serviceEndpoints").forEach(e -> endpoints.add(endpoint(e)));
    List<ObjectNode> links = links(subnet);
    List<ObjectNode> held =
        endpoints(subnet).stream().map(e -> Tree.of("id", e.id().text())).toList();
    if (!links.isEmpty() && endpoints.isEmpty()) {
      endpoints.add(endpoint(Tree.of("service", "Microsoft.Storage")));
    }
    ObjectNode properties =
        Tree.of(
            "provisioningState",
            state,
            "addressPrefix",
            Tree.text(sent, "addressPrefix"),
            "serviceAssociationLinks",
            links.isEmpty() ? null : links,
            "serviceEndpoints",
            endpoints.isEmpty() ? null : endpoints,
            "privateEndpoints",
            held.isEmpty() ? null : held,
            "networkSecurityGroup",
            sent.has("networkSecurityGroup") ? sent.path("networkSecurityGroup") : null,
            "delegations",
            delegations,
            "privateEndpointNetworkPolicies",
            or(sent, "privateEndpointNetworkPolicies"),
            "privateLinkServiceNetworkPolicies",
            or(sent, "privateLinkServiceNetworkPolicies"));
    shape.set("properties", properties);
    return shape;
  }

  private static String or(JsonNode sent, String policy) {
    String value = Tree.text(sent, policy);
    return value.isEmpty() ? "Enabled" : value;
  }

  private static ObjectNode delegation(Item subnet, JsonNode sent) {
    String name = Tree.text(sent, "name");
    String service = Tree.text(sent, "properties", "serviceName");
    return Tree.of(
        "name",
        name,
        "id",
        subnet.id().text() + "/delegations/" + name,
        "etag",
        etag(subnet),
        "type",
        SUBNET + "/delegations",
        "properties",
        Tree.of(
            "provisioningState",
            "Succeeded",
            "serviceName",
            service,
            "actions",
            List.of("Microsoft.Network/virtualNetworks/subnets/join/action")));
  }

  private static ObjectNode endpoint(JsonNode sent) {
    return Tree.of(
        "provisioningState",
        "Succeeded",
        "service",
        Tree.text(sent, "service"),
        "locations",
        sent.has("locations") ? sent.path("locations") : List.of("*"));
  }

  /** Servers hold on to the subnet they were put in, and reach storage from it (recorded). */
  private List<ObjectNode> links(Item subnet) {
    boolean used =
        world.serversWithin("/").stream()
            .anyMatch(
                s -> world.settings(s).network().subnet().equalsIgnoreCase(subnet.id().text()));
    if (!used) {
      return List.of();
    }
    String name = guid(subnet.id().key()) + "-service-association-link";
    ArmId id = subnet.id().child("serviceAssociationLinks", name);
    ObjectNode link = Items.head(id);
    link.put("etag", etag(subnet));
    link.set(
        "properties",
        Tree.of(
            "provisioningState",
            "Succeeded",
            "linkedResourceType",
            Server.TYPE,
            "enabledForArmDeployments",
            false,
            "allowDelete",
            false,
            "subnetId",
            "00000000-0000-0000-0000-000000000000",
            "locations",
            List.of()));
    return List.of(link);
  }

  boolean isUsed(Item subnet) {
    return !links(subnet).isEmpty() || !endpoints(subnet).isEmpty();
  }

  private List<Item> endpoints(Item subnet) {
    return new PrivateEndpoints(world).inSubnet(subnet.id());
  }

  /** Stays the same for as long as the resource exists. */
  private static String guid(String seed) {
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Changes with every change. */
  static String etag(Item item) {
    return "W/\"" + guid(item.id().key() + item.changed()) + "\"";
  }
}
