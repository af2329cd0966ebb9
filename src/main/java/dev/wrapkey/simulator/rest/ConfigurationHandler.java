package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Ids;
import dev.wrapkey.simulator.world.Operation;
import dev.wrapkey.simulator.world.Operations;
import dev.wrapkey.simulator.world.Server;
import dev.wrapkey.simulator.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Server parameters: what PostgreSQL 13 had when it was recorded, with values of one's own. */
final class ConfigurationHandler {

  private static final Duration LENGTH = Duration.ofSeconds(20);
  private static final String SEGMENT = "configurations";
  private static final String TYPE = Server.TYPE + "/" + SEGMENT;
  private static final String ALL =
      "/subscriptions/{sub}/resourceGroups/{rg}/providers/"
          + Server.TYPE
          + "/{name}/configurations";
  private static final int PAGE = 1000;

  private final World world;
  private final Items items;
  private final Operations operations;
  private final List<JsonNode> known;

  ConfigurationHandler(World world, Ids ids) {
    this.world = world;
    this.items = new Items(world);
    this.operations = new Operations(world, ids);
    JsonNode data = Tree.resource("parameters.json").path("parameters");
    this.known = StreamSupport.stream(data.spliterator(), false).toList();
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", ALL, TYPE + "/read", this::list),
        new Route("GET", ALL + "/{child}", TYPE + "/read", this::get),
        new Route("PUT", ALL + "/{child}", TYPE + "/write", this::put),
        new Route("PATCH", ALL + "/{child}", TYPE + "/write", this::put),
        new Route("DELETE", ALL + "/{child}", TYPE + "/write", this::delete));
  }

  private WireAnswer list(Call call) {
    Server server = server(call);
    return WireAnswer.ok(Paging.page(call, known, PAGE, p -> shape(server, p)));
  }

  private WireAnswer get(Call call) {
    Server server = server(call);
    return WireAnswer.ok(shape(server, parameter(call)));
  }

  private WireAnswer put(Call call) {
    Server server = server(call);
    JsonNode parameter = parameter(call);
    String value = Tree.text(call.body(), "properties", "value");
    boolean reset = Tree.text(call.body(), "properties", "source").equals("system-default");
    if (parameter.path("readOnly").asBoolean()) {
      throw ArmErrors.invalidParameter(Tree.text(parameter, "name"));
    }
    String wanted = reset || value.isEmpty() ? Tree.text(parameter, "value") : value;
    checkValue(parameter, wanted);
    ArmId id = server.id().child(SEGMENT, Tree.text(parameter, "name"));
    items.put(id, Tree.of("value", wanted), Duration.ZERO);
    Operation operation =
        operations.start(id, "UpdateConfigurationManagementOperation", LENGTH, Optional.empty());
    return OperationHandler.accepted(call, operation, server.region());
  }

  /** There is no such thing; the service was only seen to miss the server (recorded 2021-2024). */
  private WireAnswer delete(Call call) {
    server(call);
    throw ArmErrors.methodNotAllowed("DELETE", call.request().uri().getPath());
  }

  private static void checkValue(JsonNode parameter, String value) {
    String allowed = Tree.text(parameter, "allowed");
    boolean legal =
        switch (Tree.text(parameter, "type")) {
          case "Boolean" -> value.matches("(?i)on|off");
          case "Enumeration" -> List.of(allowed.split(",")).contains(value);
          case "Integer" -> value.matches("-?\\d{1,18}") && isWithin(allowed, value);
          default -> true;
        };
    if (!legal) {
      throw ArmErrors.invalidParameter(Tree.text(parameter, "name"));
    }
  }

  /** A range is written {@code 0-2147483647} or {@code -1-100}. */
  private static boolean isWithin(String range, String value) {
    if (!range.matches("-?\\d{1,18}-\\d{1,18}")) {
      return true;
    }
    int dash = range.indexOf('-', 1);
    long number = Long.parseLong(value);
    return number >= Long.parseLong(range.substring(0, dash))
        && number <= Long.parseLong(range.substring(dash + 1));
  }

  private Server server(Call call) {
    Groups.require(world, call);
    ArmId id = call.id(Server.TYPE);
    return world.server(id).orElseThrow(() -> ArmErrors.notFound(id));
  }

  private JsonNode parameter(Call call) {
    String name = call.part("child");
    return known.stream()
        .filter(p -> Tree.text(p, "name").equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> ArmErrors.typedNotFound(TYPE, name));
  }

  private ObjectNode shape(Server server, JsonNode parameter) {
    String name = Tree.text(parameter, "name");
    ArmId id = server.id().child(SEGMENT, name);
    String usual = Tree.text(parameter, "value");
    String value = items.find(id).map(i -> Tree.text(Items.content(i), "value")).orElse(usual);
    ObjectNode shape = Items.head(id);
    shape.set(
        "properties",
        Tree.of(
            "value",
            value,
            "description",
            "PostgreSQL parameter " + name + ".",
            "defaultValue",
            usual,
            "dataType",
            Tree.text(parameter, "type"),
            "allowedValues",
            Tree.text(parameter, "allowed"),
            "source",
            value.equals(usual) ? "system-default" : "user-override",
            "isDynamicConfig",
            parameter.path("dynamic").asBoolean(),
            "isReadOnly",
            parameter.path("readOnly").asBoolean(),
            "isConfigPendingRestart",
            false,
            "unit",
            parameter.has("unit") ? Tree.text(parameter, "unit") : null,
            "documentationLink",
            "https://www.postgresql.org/docs/current/runtime-config.html"));
    return shape;
  }
}
