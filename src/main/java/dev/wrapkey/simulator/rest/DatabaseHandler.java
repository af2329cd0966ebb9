package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Database;
import dev.wrapkey.simulator.world.Ids;
import dev.wrapkey.simulator.world.Operations;
import dev.wrapkey.simulator.world.Server;
import dev.wrapkey.simulator.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Databases of a server. */
final class DatabaseHandler {

  private static final Duration LENGTH = Duration.ofSeconds(20);
  private static final String TYPE = Server.TYPE + "/databases";
  private static final String DATABASES =
      "/subscriptions/{sub}/resourceGroups/{rg}/providers/" + Server.TYPE + "/{name}/databases";

  private final World world;
  private final Operations operations;

  DatabaseHandler(World world, Ids ids) {
    this.world = world;
    this.operations = new Operations(world, ids);
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", DATABASES, TYPE + "/read", this::list),
        new Route("GET", DATABASES + "/{database}", TYPE + "/read", this::get),
        new Route("PUT", DATABASES + "/{database}", TYPE + "/write", this::put));
  }

  private Server server(Call call, String verb) {
    Groups.require(world, call);
    ArmId id = call.id(Server.TYPE);
    return world
        .server(id)
        .orElseThrow(() -> ArmErrors.parentNotFound(verb, "flexibleServers/databases", id));
  }

  private WireAnswer list(Call call) {
    Server server = server(call, "read");
    List<Database> found =
        world.databases().all().stream()
            .filter(d -> d.id().isWithin(server.id().text()))
            .toList();
    return WireAnswer.ok(Paging.page(call, found, DatabaseHandler::shape));
  }

  private WireAnswer get(Call call) {
    server(call, "read");
    return WireAnswer.ok(
        world
            .databases()
            .get(id(call).key())
            .map(DatabaseHandler::shape)
            .orElseThrow(() -> ArmErrors.childNotFound(call.part("database"))));
  }

  private WireAnswer put(Call call) {
    Server server = server(call, "write");
    if (!call.part("database").matches("[A-Za-z0-9_-]{1,63}")) {
      throw ArmErrors.invalidParameter("databaseName");
    }
    JsonNode properties = call.body().path("properties");
    String charset = Tree.text(properties, "charset");
    String collation = Tree.text(properties, "collation");
    Database database =
        new Database(
            id(call),
            charset.isEmpty() ? "UTF8" : charset,
            collation.isEmpty() ? "en_US.utf8" : collation);
    world.databases().put(database.id().key(), database);
    return OperationHandler.accepted(
        call,
        operations.start(database.id(), Operations.DATABASE, LENGTH, Optional.empty()),
        server.region());
  }

  private static ArmId id(Call call) {
    return new ArmId(call.id(Server.TYPE).text() + "/databases/" + call.part("database"));
  }

  private static ObjectNode shape(Database database) {
    return Tree.of(
        "properties", Tree.of("charset", database.charset(), "collation", database.collation()),
        "id", database.id().text(),
        "name", database.id().name(),
        "type", TYPE);
  }
}
