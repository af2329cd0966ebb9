package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Health;
import dev.wrapkey.simulator.world.Server;
import dev.wrapkey.simulator.world.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code Microsoft.ResourceHealth/availabilityStatuses} (published API 2015-01-01 to 2025-05-01):
 * of a server now and before, of all servers of a group or subscription. The sentences are
 * invented.
 */
final class HealthHandler {

  static final String DOWN =
      "The server is inaccessible: the key that protects its data cannot be used, and connections"
          + " are denied.";
  static final String UP = "There are no known problems with this server.";

  private static final String PROVIDER = "/providers/Microsoft.ResourceHealth/availabilityStatuses";
  private static final String RIGHT = "Microsoft.ResourceHealth/AvailabilityStatuses/read";
  private static final String SERVER =
      "/subscriptions/{sub}/resourceGroups/{rg}/providers/" + Server.TYPE + "/{name}";

  private final World world;
  private final Health health;

  HealthHandler(World world, Health health) {
    this.world = world;
    this.health = health;
  }

  List<Route> routes() {
    String ofGroup = "/subscriptions/{sub}/resourceGroups/{rg}" + PROVIDER;
    return List.of(
        new Route("GET", SERVER + PROVIDER + "/current", RIGHT, c -> current(c)),
        new Route("GET", SERVER + PROVIDER, RIGHT, this::history),
        new Route("GET", ofGroup, RIGHT, this::list),
        new Route("GET", "/subscriptions/{sub}" + PROVIDER, RIGHT, this::list));
  }

  private WireAnswer list(Call call) {
    List<Server> found = world.serversWithin(Groups.scope(world, call));
    return WireAnswer.ok(Paging.page(call, found, s -> now(call, s)));
  }

  private WireAnswer current(Call call) {
    return WireAnswer.ok(now(call, server(call)));
  }

  private Server server(Call call) {
    Groups.require(world, call);
    ArmId id = call.id(Server.TYPE);
    return world.server(id).orElseThrow(() -> ArmErrors.notFound(id));
  }

  private ObjectNode now(Call call, Server server) {
    Optional<Health.Outage> outage = health.outage(server);
    ObjectNode properties =
        outage.isPresent()
            ? down(outage.get().from())
            : up(recovered(server).orElse(server.status().created()));
    properties.set("reportedTime", Tree.plain(world.now().toString()));
    if (outage.isPresent() && call.query("$expand").equalsIgnoreCase("recommendedactions")) {
      properties.set("recommendedActions", Tree.array(List.of(advice())));
    }
    return shape(server, "current", properties);
  }

  private static ObjectNode advice() {
    return Tree.of(
        "action",
        "Make the key usable again, or point the server at another one",
        "actionUrl",
        "<#DataEncryption>",
        "actionUrlText",
        "Data encryption");
  }

  private Optional<Instant> recovered(Server server) {
    return health.outages(server).stream()
        .map(Health.Outage::until)
        .flatMap(Optional::stream)
        .reduce((_, later) -> later);
  }

  /** What is now, then what was before, newest first. */
  private WireAnswer history(Call call) {
    Server server = server(call);
    List<ObjectNode> all = new ArrayList<>();
    all.add(past(server, server.status().created(), up(server.status().created())));
    for (Health.Outage outage : health.outages(server)) {
      all.add(past(server, outage.from(), down(outage.from())));
      outage.until().ifPresent(u -> all.add(past(server, u, up(u))));
    }
    all.removeLast();
    all.add(now(call, server));
    return WireAnswer.ok(Paging.page(call, all.reversed(), s -> s));
  }

  private ObjectNode past(Server server, Instant since, ObjectNode properties) {
    return shape(server, URLEncoder.encode(since.toString(), StandardCharsets.UTF_8), properties);
  }

  private static ObjectNode down(Instant since) {
    return properties("Unavailable", "Inaccessible", DOWN, since)
        .put("reasonType", "UserInitiated")
        .put("context", "Customer Initiated");
  }

  private static ObjectNode up(Instant since) {
    return properties("Available", "Available", UP, since);
  }

  private static ObjectNode properties(String state, String title, String words, Instant since) {
    return Tree.of(
        "availabilityState", state,
        "title", title,
        "summary", words,
        "reasonChronicity", "Persistent",
        "detailedStatus", words,
        "occuredTime", since);
  }

  private static ObjectNode shape(Server server, String name, ObjectNode properties) {
    return Tree.of(
        "id",
        server.id().text() + PROVIDER + "/" + name,
        "name",
        name,
        "type",
        "Microsoft.ResourceHealth/AvailabilityStatuses",
        "location",
        server.region(),
        "properties",
        properties);
  }
}
