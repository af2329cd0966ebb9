package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Ids;
import dev.wrapkey.simulator.world.Item;
import dev.wrapkey.simulator.world.Operation;
import dev.wrapkey.simulator.world.Operations;
import dev.wrapkey.simulator.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * {@code Microsoft.DBforPostgreSQL/serverGroupsv2}: clusters of Azure Cosmos DB for PostgreSQL, as
 * recorded with 2022-11-08. Their shape only; they keep no data.
 */
final class ClusterHandler {

  private static final Duration CREATE = Duration.ofMinutes(5);
  private static final Duration CHANGE = Duration.ofMinutes(2);
  private static final String SUB = "/subscriptions/{sub}/providers/" + ClusterJson.TYPE;
  private static final String GROUP =
      "/subscriptions/{sub}/resourceGroups/{rg}/providers/" + ClusterJson.TYPE;

  private final World world;
  private final Items items;
  private final Operations operations;
  private final ClusterJson json;

  ClusterHandler(World world, Ids ids) {
    this.world = world;
    this.items = new Items(world);
    this.operations = new Operations(world, ids);
    this.json = new ClusterJson(world);
  }

  List<Route> routes() {
    String one = GROUP + "/{name}";
    return List.of(
        new Route("GET", SUB, ClusterJson.TYPE + "/read", this::list),
        new Route("GET", GROUP, ClusterJson.TYPE + "/read", this::list),
        new Route("GET", one, ClusterJson.TYPE + "/read", c -> WireAnswer.ok(json.shape(find(c)))),
        new Route("PUT", one, ClusterJson.TYPE + "/write", this::put),
        new Route("PATCH", one, ClusterJson.TYPE + "/write", this::patch),
        new Route("DELETE", one, ClusterJson.TYPE + "/delete", this::delete));
  }

  private WireAnswer list(Call call) {
    List<Item> found = items.within(Groups.scope(world, call), ClusterJson.TYPE);
    return WireAnswer.ok(Paging.page(call, found, json::shape));
  }

  private Item find(Call call) {
    Groups.require(world, call);
    ArmId id = call.id(ClusterJson.TYPE);
    return items.find(id).orElseThrow(() -> ArmErrors.notFound(id));
  }

  private WireAnswer put(Call call) {
    Groups.require(world, call);
    JsonNode body = call.body();
    ArmId id = call.id(ClusterJson.TYPE);
    String region = Tree.text(body, "location");
    if (world.regions().find(region).isEmpty()) {
      throw ArmErrors.regionNotAvailable(region, ClusterJson.TYPE);
    }
    if (Tree.text(body, "properties", "administratorLoginPassword").isEmpty()) {
      throw ArmErrors.invalidParameter("administratorLoginPassword");
    }
    boolean isNew = items.find(id).isEmpty();
    ObjectNode content = ClusterJson.content(body, world.now().plus(CREATE));
    Item item = items.put(id, content, Duration.ZERO);
    return started(call, item, CREATE, json.shape(item), isNew ? 201 : 200);
  }

  private WireAnswer patch(Call call) {
    Item item = find(call);
    ObjectNode content = Items.content(item);
    ObjectNode properties = content.withObject("/properties");
    call.body()
        .path("properties")
        .properties()
        .forEach(
            p -> {
              if (properties.has(p.getKey()) && p.getValue().isValueNode()) {
                properties.set(p.getKey(), p.getValue());
              }
            });
    content.put("settles", world.now().plus(CHANGE).toString()).put("phase", "InProgress");
    if (call.body().has("tags")) {
      content.set("tags", call.body().path("tags"));
    }
    Item changed = items.put(item.id(), content, Duration.ZERO);
    return started(call, changed, CHANGE, json.shape(changed), 202);
  }

  private WireAnswer delete(Call call) {
    Groups.require(world, call);
    ArmId id = call.id(ClusterJson.TYPE);
    Optional<Item> present = items.find(id);
    if (present.isEmpty()) {
      return WireAnswer.empty(204);
    }
    ObjectNode content = Items.content(present.get());
    content.put("settles", world.now().plus(CHANGE).toString()).put("phase", "Dropping");
    Item changed = items.put(id, content, Duration.ZERO);
    items.removeAfter(id, CHANGE);
    return started(call, changed, CHANGE, json.shape(changed), 202);
  }

  private WireAnswer started(Call call, Item item, Duration length, ObjectNode body, int status) {
    Operation operation =
        operations.start(item.id(), ClusterJson.OPERATION, length, Optional.empty());
    WireAnswer links =
        OperationHandler.accepted(call, operation, Tree.text(Items.content(item), "location"));
    WireAnswer answer = WireAnswer.json(status, body);
    for (String header : List.of("Azure-AsyncOperation", "Location", "Retry-After")) {
      answer = answer.with(header, links.headers().getOrDefault(header, ""));
    }
    return answer;
  }
}
