package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Ids;
import dev.wrapkey.simulator.world.Item;
import dev.wrapkey.simulator.world.Operation;
import dev.wrapkey.simulator.world.Operations;
import dev.wrapkey.simulator.world.Problem;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code Microsoft.Network/privateDnsZones}: zones and links to virtual networks, as recorded with
 * 2018-09-01 and 2020-06-01.
 */
final class PrivateDnsHandler {

  private static final Duration LENGTH = Duration.ofSeconds(10);
  private static final String PROVIDER =
      "/subscriptions/{sub}/resourceGroups/{rg}/providers/Microsoft.Network/";
  private static final String ALL = "/subscriptions/{sub}/providers/" + PrivateDnsJson.ZONE;

  private final World world;
  private final Items items;
  private final Operations operations;
  private final PrivateDnsJson json;

  PrivateDnsHandler(World world, Ids ids) {
    this.world = world;
    this.items = new Items(world);
    this.operations = new Operations(world, ids);
    this.json = new PrivateDnsJson(world);
  }

  List<Route> routes() {
    String zones = PROVIDER + "privateDnsZones";
    String zone = zones + "/{name}";
    String links = zone + "/virtualNetworkLinks";
    String read = PrivateDnsJson.ZONE + "/read";
    String write = PrivateDnsJson.ZONE + "/write";
    String delete = PrivateDnsJson.ZONE + "/delete";
    return List.of(
        new Route("GET", ALL, read, this::list),
        new Route("GET", zones, read, this::list),
        new Route("GET", zone, read, c -> tagged(find(c), json.zone(find(c)))),
        new Route("PUT", zone, write, this::put),
        new Route("PATCH", zone, write, this::patch),
        new Route("DELETE", zone, delete, this::delete),
        new Route("GET", links, read, this::links),
        new Route("GET", links + "/{child}", read, this::getLink),
        new Route("PUT", links + "/{child}", write, this::putLink),
        new Route("DELETE", links + "/{child}", delete, this::deleteLink),
        new Route("GET", PROVIDER + "privateDnsOperationStatuses/{op}", "", this::status),
        new Route(
            "GET",
            PROVIDER + "privateDnsOperationResults/{op}",
            "",
            c -> WireAnswer.ok(Tree.of())));
  }

  private WireAnswer list(Call call) {
    List<Item> found = items.within(Groups.scope(world, call), PrivateDnsJson.ZONE);
    return WireAnswer.ok(Paging.page(call, found, json::zone));
  }

  private Item find(Call call) {
    Groups.require(world, call);
    ArmId id = call.id(PrivateDnsJson.ZONE);
    return items.find(id).orElseThrow(() -> ArmErrors.notFound(id));
  }

  static WireAnswer tagged(Item item, ObjectNode shape) {
    return WireAnswer.ok(shape).with("ETag", PrivateDnsJson.etag(item));
  }

  private WireAnswer put(Call call) {
    Groups.require(world, call);
    ArmId id = call.id(PrivateDnsJson.ZONE);
    JsonNode body = call.body();
    if (!id.name().contains(".")) {
      throw ArmErrors.invalidParameter("privateZoneName");
    }
    Optional<Problem> clash = clash(call, id);
    if (clash.isEmpty()) {
      items.put(id, content(body), Duration.ZERO);
    }
    return started(call, id, clash, Tree.of());
  }

  private static ObjectNode content(JsonNode body) {
    return Tree.of("location", "global", "tags", body.has("tags") ? body.path("tags") : null);
  }

  /** {@code If-None-Match: *} forbids what exists; the service says so late (recorded). */
  private Optional<Problem> clash(Call call, ArmId id) {
    Optional<Item> present = items.find(id);
    boolean forbidden = call.request().header("if-none-match").equals("*") && present.isPresent();
    String match = call.request().header("if-match").replace("\"", "");
    boolean stale =
        !match.isEmpty()
            && !match.equals("*")
            && present.map(p -> !PrivateDnsJson.etag(p).equals(match)).orElse(true);
    return forbidden || stale
        ? Optional.of(
            new Problem(
                "PreconditionFailed",
                "The condition on '%s' was not met: it exists or has changed."
                    .formatted(id.name())))
        : Optional.empty();
  }

  private WireAnswer patch(Call call) {
    Item zone = find(call);
    ObjectNode content = Items.content(zone);
    if (call.body().has("tags")) {
      content.set("tags", call.body().path("tags"));
    }
    items.put(zone.id(), content, Duration.ZERO);
    return started(call, zone.id(), Optional.empty(), Tree.of());
  }

  private WireAnswer delete(Call call) {
    Groups.require(world, call);
    ArmId id = call.id(PrivateDnsJson.ZONE);
    if (items.find(id).isEmpty()) {
      return WireAnswer.empty(204);
    }
    List<Item> links = items.within(id.text(), PrivateDnsJson.LINK);
    if (!links.isEmpty()) {
      throw new Refusal(
          409,
          "CannotDeleteResource",
          ("Cannot delete resource while nested resources exist. Some existing nested resource IDs"
                  + " include: '%s/%s/virtualNetworkLinks/%s'. Please delete all nested resources"
                  + " before deleting this resource.")
              .formatted(PrivateDnsJson.ZONE, id.name(), links.getFirst().id().name()));
    }
    items.remove(id);
    return started(call, id, Optional.empty(), null);
  }

  private WireAnswer links(Call call) {
    List<Item> found = items.within(find(call).id().text(), PrivateDnsJson.LINK);
    return WireAnswer.ok(Paging.page(call, found, json::link));
  }

  private Item child(Call call, String kind) {
    ArmId id = find(call).id().child(kind, call.part("child"));
    return items.find(id).orElseThrow(() -> ArmErrors.childNotFound(id.name()));
  }

  private WireAnswer getLink(Call call) {
    Item link = child(call, "virtualNetworkLinks");
    return tagged(link, json.link(link));
  }

  private WireAnswer putLink(Call call) {
    ArmId id = find(call).id().child("virtualNetworkLinks", call.part("child"));
    JsonNode body = call.body();
    String network = Tree.text(body, "properties", "virtualNetwork", "id");
    if (network.isEmpty()) {
      throw ArmErrors.invalidParameter("virtualNetwork.id");
    }
    Optional<Problem> clash = clash(call, id);
    if (clash.isEmpty()) {
      ObjectNode content = content(body);
      content.set(
          "properties",
          Tree.of(
              "virtualNetwork",
              Tree.of("id", network),
              "registrationEnabled",
              Tree.at(body, "properties", "registrationEnabled").asBoolean(false)));
      items.put(id, content, Duration.ZERO);
    }
    return started(call, id, clash, Tree.of());
  }

  private WireAnswer deleteLink(Call call) {
    ArmId id = find(call).id().child("virtualNetworkLinks", call.part("child"));
    if (items.find(id).isEmpty()) {
      return WireAnswer.empty(204);
    }
    items.removeAfter(id, LENGTH);
    return started(call, id, Optional.empty(), null);
  }

  private WireAnswer started(
      Call call, ArmId id, Optional<Problem> problem, @Nullable ObjectNode body) {
    Operation operation = operations.start(id, "PrivateDnsOperation", LENGTH, problem);
    WireAnswer answer = body == null ? WireAnswer.empty(202) : WireAnswer.json(202, body);
    return answer
        .with("Azure-AsyncOperation", link(call, "privateDnsOperationStatuses", operation))
        .with("Location", link(call, "privateDnsOperationResults", operation))
        .with("Retry-After", "3");
  }

  private static String link(Call call, String kind, Operation operation) {
    return "https://management.azure.com/subscriptions/%s/resourceGroups/%s/providers/Microsoft.Network/%s/%s?api-version=%s"
        .formatted(call.part("sub"), call.part("rg"), kind, operation.id(), call.apiVersion());
  }

  private WireAnswer status(Call call) {
    Operation operation =
        world
            .operations()
            .get(call.part("op"))
            .orElseThrow(() -> new Refusal(404, "NotFound", "Operation not found."));
    String status = operation.status(world.now());
    Problem problem = operation.problem();
    return WireAnswer.ok(
            Tree.of(
                "status",
                status,
                "error",
                status.equals("Failed") && problem != null
                    ? Tree.of("code", problem.code(), "message", problem.message())
                    : null))
        .with("Retry-After", "3");
  }
}
