package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Ids;
import dev.wrapkey.simulator.world.Item;
import dev.wrapkey.simulator.world.Operation;
import dev.wrapkey.simulator.world.Operations;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code Microsoft.Network/virtualNetworks} with their subnets, as private access needs them. */
final class NetworkHandler {

  private static final Duration LENGTH = Duration.ofSeconds(10);
  private static final String GROUP =
      "/subscriptions/{sub}/resourceGroups/{rg}/providers/" + NetworkJson.NETWORK;
  private static final String SUB = "/subscriptions/{sub}/providers/" + NetworkJson.NETWORK;
  private static final String LOCATION =
      "/subscriptions/{sub}/providers/Microsoft.Network/locations/{location}/";
  private static final String READ = NetworkJson.NETWORK + "/read";
  private static final String WRITE = NetworkJson.NETWORK + "/write";
  private static final List<String> SERVICES =
      List.of(
          "Microsoft.Web/serverFarms",
          "Microsoft.ContainerInstance/containerGroups",
          "Microsoft.Sql/managedInstances",
          "Microsoft.DBforPostgreSQL/flexibleServers",
          "Microsoft.DBforPostgreSQL/serversv2",
          "Microsoft.DBforMySQL/flexibleServers",
          "Microsoft.DBforMySQL/serversv2");

  private final World world;
  private final Items items;
  private final Operations operations;
  private final NetworkJson json;

  NetworkHandler(World world, Ids ids) {
    this.world = world;
    this.items = new Items(world);
    this.operations = new Operations(world, ids);
    this.json = new NetworkJson(world);
  }

  List<Route> routes() {
    String one = GROUP + "/{name}";
    String subnet = one + "/subnets/{child}";
    return List.of(
        new Route("GET", SUB, READ, this::list),
        new Route("GET", GROUP, READ, this::list),
        new Route("GET", one, READ, c -> shown(find(c))),
        new Route("PUT", one, WRITE, this::put),
        new Route("DELETE", one, NetworkJson.NETWORK + "/delete", this::delete),
        new Route("GET", one + "/subnets", READ, this::subnets),
        new Route("GET", subnet, READ, this::getSubnet),
        new Route("PUT", subnet, WRITE, this::putSubnet),
        new Route("DELETE", subnet, NetworkJson.SUBNET + "/delete", this::deleteSubnet),
        new Route("GET", LOCATION + "availableDelegations", "", this::delegations),
        new Route("GET", LOCATION + "operations/{op}", "", this::status),
        new Route("GET", LOCATION + "operationResults/{op}", "", c -> WireAnswer.empty(204)));
  }

  private WireAnswer list(Call call) {
    List<Item> found = items.within(Groups.scope(world, call), NetworkJson.NETWORK);
    return WireAnswer.ok(Paging.page(call, found, n -> json.network(n, "Succeeded")));
  }

  private Item find(Call call) {
    Groups.require(world, call);
    ArmId id = call.id(NetworkJson.NETWORK);
    return items.find(id).orElseThrow(() -> ArmErrors.notFound(id));
  }

  private WireAnswer shown(Item network) {
    return WireAnswer.ok(json.network(network, "Succeeded"))
        .with("ETag", NetworkJson.etag(network));
  }

  private WireAnswer put(Call call) {
    Groups.require(world, call);
    JsonNode body = call.body();
    ArmId id = call.id(NetworkJson.NETWORK);
    JsonNode prefixes = Tree.at(body, "properties", "addressSpace", "addressPrefixes");
    if (!prefixes.isArray() || prefixes.isEmpty()) {
      throw ArmErrors.invalidParameter("addressSpace.addressPrefixes");
    }
    boolean isNew = items.find(id).isEmpty();
    Item network = items.put(id, content(body), Duration.ZERO);
    body.path("properties")
        .path("subnets")
        .forEach(s -> putSubnet(network.id().child("subnets", Tree.text(s, "name")), s));
    return started(call, network, json.network(network, "Updating"), isNew ? 201 : 200);
  }

  private static ObjectNode content(JsonNode body) {
    JsonNode sent = body.path("properties");
    boolean ddos = sent.path("enableDdosProtection").asBoolean(false);
    ObjectNode properties = Tree.of("addressSpace", sent.path("addressSpace"));
    if (sent.has("dhcpOptions")) {
      JsonNode servers = sent.path("dhcpOptions").path("dnsServers");
      properties.set("dhcpOptions", Tree.of("dnsServers", servers.isArray() ? servers : List.of()));
    }
    properties.set("virtualNetworkPeerings", Tree.array(List.of()));
    properties.put("enableDdosProtection", ddos);
    return Tree.of(
        "location",
        Tree.text(body, "location"),
        "tags",
        body.has("tags") ? body.path("tags") : null,
        "properties",
        properties);
  }

  private Item putSubnet(ArmId id, JsonNode body) {
    if (Tree.text(body, "properties", "addressPrefix").isEmpty()) {
      throw ArmErrors.invalidParameter("addressPrefix");
    }
    return items.put(id, Tree.of("properties", body.path("properties")), Duration.ZERO);
  }

  private WireAnswer delete(Call call) {
    Groups.require(world, call);
    ArmId id = call.id(NetworkJson.NETWORK);
    Optional<Item> network = items.find(id);
    if (network.isEmpty()) {
      return WireAnswer.empty(204);
    }
    items.within(id.text(), NetworkJson.SUBNET).forEach(this::requireUnused);
    items.remove(id);
    return started(call, network.get(), null, 202);
  }

  private WireAnswer subnets(Call call) {
    List<Item> found = items.within(find(call).id().text(), NetworkJson.SUBNET);
    return WireAnswer.ok(Paging.page(call, found, s -> json.subnet(s, "Succeeded")));
  }

  private WireAnswer getSubnet(Call call) {
    ArmId id = find(call).id().child("subnets", call.part("child"));
    Item subnet =
        items
            .find(id)
            .orElseThrow(
                () -> new Refusal(404, "NotFound", "Resource %s not found.".formatted(id.text())));
    return WireAnswer.ok(json.subnet(subnet, "Succeeded"));
  }

  private WireAnswer putSubnet(Call call) {
    Item network = find(call);
    ArmId id = network.id().child("subnets", call.part("child"));
    boolean isNew = items.find(id).isEmpty();
    Item subnet = putSubnet(id, call.body());
    return started(call, network, json.subnet(subnet, "Updating"), isNew ? 201 : 200);
  }

  private WireAnswer deleteSubnet(Call call) {
    Item network = find(call);
    ArmId id = network.id().child("subnets", call.part("child"));
    Optional<Item> subnet = items.find(id);
    if (subnet.isEmpty()) {
      return WireAnswer.empty(204);
    }
    requireUnused(subnet.get());
    items.remove(id);
    return started(call, network, null, 202);
  }

  private void requireUnused(Item subnet) {
    if (json.isUsed(subnet)) {
      throw new Refusal(
          400,
          "InUseSubnetCannotBeDeleted",
          "Subnet %s is in use and cannot be deleted.".formatted(subnet.id().name()));
    }
  }

  private WireAnswer started(Call call, Item network, @Nullable ObjectNode body, int status) {
    Operation operation =
        operations.start(network.id(), "NetworkOperation", LENGTH, Optional.empty());
    String region =
        Tree.text(Items.content(network), "location").replace(" ", "").toLowerCase(Locale.ROOT);
    WireAnswer answer = body == null ? WireAnswer.empty(status) : WireAnswer.json(status, body);
    WireAnswer with =
        answer
            .with("Azure-AsyncOperation", link(call, region, "operations", operation))
            .with("Retry-After", "3");
    return status == 202
        ? with.with("Location", link(call, region, "operationResults", operation))
        : with;
  }

  private static String link(Call call, String region, String kind, Operation operation) {
    return "https://management.azure.com/subscriptions/%s/providers/Microsoft.Network/locations/%s/%s/%s?api-version=%s"
        .formatted(call.part("sub"), region, kind, operation.id(), call.apiVersion());
  }

  private WireAnswer status(Call call) {
    Operation operation =
        world
            .operations()
            .get(call.part("op"))
            .orElseThrow(() -> new Refusal(404, "NotFound", "Operation not found."));
    return WireAnswer.ok(Tree.of("status", operation.status(world.now()))).with("Retry-After", "3");
  }

  private WireAnswer delegations(Call call) {
    String scope = "/subscriptions/" + call.part("sub") + "/providers/";
    String type = "Microsoft.Network/availableDelegations";
    return WireAnswer.ok(
        Tree.of(
            "value",
            SERVICES.stream()
                .map(
                    s ->
                        Tree.of(
                            "name",
                            s.replace('/', '.'),
                            "id",
                            scope + type + "/" + s.replace('/', '.'),
                            "type",
                            type,
                            "serviceName",
                            s,
                            "actions",
                            List.of("Microsoft.Network/virtualNetworks/subnets/join/action")))
                .toList()));
  }
}
