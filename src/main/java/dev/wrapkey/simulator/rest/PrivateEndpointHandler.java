package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Ids;
import dev.wrapkey.simulator.world.Item;
import dev.wrapkey.simulator.world.Operation;
import dev.wrapkey.simulator.world.Operations;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.Server;
import dev.wrapkey.simulator.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code Microsoft.Network/privateEndpoints} and what servers show of them. The network service's
 * own operations are asked after at the routes of {@link NetworkHandler}.
 */
final class PrivateEndpointHandler {

  private static final String GROUP =
      "/subscriptions/{sub}/resourceGroups/{rg}/providers/" + PrivateEndpoints.TYPE;
  private static final String SUB = "/subscriptions/{sub}/providers/" + PrivateEndpoints.TYPE;
  private static final String CONNECTIONS =
      "/subscriptions/{sub}/resourceGroups/{rg}/providers/"
          + Server.TYPE
          + "/{name}/privateEndpointConnections";
  private static final String READ = PrivateEndpoints.TYPE + "/read";
  private static final String CONNECTION_READ = PrivateEndpoints.CONNECTION + "/read";

  private final World world;
  private final Items items;
  private final Operations operations;
  private final PrivateEndpoints endpoints;

  PrivateEndpointHandler(World world, Ids ids) {
    this.world = world;
    this.items = new Items(world);
    this.operations = new Operations(world, ids);
    this.endpoints = new PrivateEndpoints(world);
  }

  List<Route> routes() {
    String one = GROUP + "/{name}";
    return List.of(
        new Route("GET", SUB, READ, this::list),
        new Route("GET", GROUP, READ, this::list),
        new Route("GET", one, READ, this::get),
        new Route("PUT", one, PrivateEndpoints.TYPE + "/write", this::put),
        new Route("DELETE", one, PrivateEndpoints.TYPE + "/delete", this::delete),
        new Route("GET", CONNECTIONS, CONNECTION_READ, this::connections),
        new Route("GET", CONNECTIONS + "/{child}", CONNECTION_READ, this::connection));
  }

  private WireAnswer list(Call call) {
    List<Item> found = items.within(Groups.scope(world, call), PrivateEndpoints.TYPE);
    return WireAnswer.ok(Paging.page(call, found, endpoints::shape));
  }

  private WireAnswer get(Call call) {
    Groups.require(world, call);
    ArmId id = call.id(PrivateEndpoints.TYPE);
    Item endpoint = items.find(id).orElseThrow(() -> ArmErrors.notFound(id));
    return WireAnswer.ok(endpoints.shape(endpoint)).with("ETag", NetworkJson.etag(endpoint));
  }

  private WireAnswer put(Call call) {
    Groups.require(world, call);
    ArmId id = call.id(PrivateEndpoints.TYPE);
    JsonNode body = call.body();
    ArmId target = target(body, id);
    requireSubnet(body, id);
    items
        .find(id)
        .filter(old -> !isTarget(old, target))
        .ifPresent(
            old -> {
              throw ArmErrors.invalidParameter("privateLinkServiceId");
            });
    boolean isNew = items.find(id).isEmpty();
    ObjectNode content =
        Tree.of(
            "location",
            Tree.text(body, "location"),
            "tags",
            body.has("tags") ? body.path("tags") : null,
            "properties",
            body.path("properties"));
    Item endpoint = items.put(id, content, Duration.ZERO);
    return started(call, endpoint, WireAnswer.json(isNew ? 201 : 200, endpoints.shape(endpoint)));
  }

  private static boolean isTarget(Item endpoint, ArmId target) {
    return Tree.text(PrivateEndpoints.sent(endpoint), "properties", "privateLinkServiceId")
        .equalsIgnoreCase(target.text());
  }

  private ArmId target(JsonNode body, ArmId endpoint) {
    String text = Tree.text(PrivateEndpoints.sent(body), "properties", "privateLinkServiceId");
    if (text.isEmpty()) {
      throw ArmErrors.invalidParameter("privateLinkServiceConnections");
    }
    ArmId target = new ArmId(text);
    if (!endpoints.isThere(target)) {
      throw missing(text, endpoint);
    }
    boolean joined =
        world
            .server(target)
            .filter(s -> !world.settings(s).network().subnet().isEmpty())
            .isPresent();
    if (joined) {
      throw new Refusal(
          400,
          "PrivateEndpointNotSupportedForVnetServer",
          "Private endpoints are not supported for the private access enabled server %s."
              .formatted(target.name()));
    }
    return target;
  }

  /** The network service's words for what is not there, or not in the same region. */
  private static Refusal missing(String wanted, ArmId endpoint) {
    return new Refusal(
        400,
        "InvalidResourceReference",
        ("Resource %s referenced by resource %s was not found. Please make sure that the referenced"
                + " resource exists, and that both resources are in the same region.")
            .formatted(wanted, endpoint.text()));
  }

  private void requireSubnet(JsonNode body, ArmId endpoint) {
    ArmId id = new ArmId("/" + Tree.text(body, "properties", "subnet", "id").replaceAll("^/", ""));
    Item subnet = items.find(id).orElseThrow(() -> missing(id.text(), endpoint));
    String region =
        items.find(id.parent()).map(n -> Tree.text(Items.content(n), "location")).orElse("");
    if (!shortName(region).equals(shortName(Tree.text(body, "location")))) {
      throw missing(id.text(), endpoint);
    }
    if (!Tree.at(Items.content(subnet), "properties", "delegations").isEmpty()) {
      throw new Refusal(
          400,
          "PrivateEndpointCreationNotAllowedAsSubnetIsDelegated",
          "Private endpoint %s cannot be created as subnet %s is delegated."
              .formatted(endpoint.text(), id.text()));
    }
  }

  private WireAnswer delete(Call call) {
    Groups.require(world, call);
    Optional<Item> endpoint = items.find(call.id(PrivateEndpoints.TYPE));
    if (endpoint.isEmpty()) {
      return WireAnswer.empty(204);
    }
    items.remove(endpoint.get().id());
    return started(call, endpoint.get(), WireAnswer.empty(202));
  }

  private WireAnswer started(Call call, Item endpoint, WireAnswer answer) {
    Operation operation =
        operations.start(
            endpoint.id(), "PrivateEndpoint", PrivateEndpoints.LENGTH, Optional.empty());
    String locations =
        "https://management.azure.com/subscriptions/%s/providers/Microsoft.Network/locations/%s/"
            .formatted(call.part("sub"), shortName(Tree.text(Items.content(endpoint), "location")));
    String end = operation.id() + "?api-version=" + call.apiVersion();
    WireAnswer with =
        answer
            .with("Azure-AsyncOperation", locations + "operations/" + end)
            .with("Retry-After", "10");
    return answer.status() == 202
        ? with.with("Location", locations + "operationResults/" + end)
        : with;
  }

  private static String shortName(String region) {
    return region.replace(" ", "").toLowerCase(Locale.ROOT);
  }

  private List<ObjectNode> of(Call call) {
    Groups.require(world, call);
    ArmId id = call.id(Server.TYPE);
    world
        .server(id)
        .orElseThrow(
            () ->
                ArmErrors.parentNotFound("read", "flexibleServers/privateEndpointConnections", id));
    return endpoints.connections(id);
  }

  private WireAnswer connections(Call call) {
    return WireAnswer.ok(Paging.page(call, of(call), c -> c));
  }

  private WireAnswer connection(Call call) {
    return WireAnswer.ok(
        of(call).stream()
            .filter(c -> Tree.text(c, "name").equalsIgnoreCase(call.part("child")))
            .findFirst()
            .orElseThrow(() -> ArmErrors.childNotFound(call.part("child"))));
  }
}
