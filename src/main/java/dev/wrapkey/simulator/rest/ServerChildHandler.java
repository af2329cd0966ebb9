package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Ids;
import dev.wrapkey.simulator.world.Item;
import dev.wrapkey.simulator.world.Operation;
import dev.wrapkey.simulator.world.Operations;
import dev.wrapkey.simulator.world.Server;
import dev.wrapkey.simulator.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resources within a server that it only stores: databases, administrators, virtual endpoints. */
final class ServerChildHandler {

  private static final Duration LENGTH = Duration.ofSeconds(20);
  private static final String SERVER =
      "/subscriptions/{sub}/resourceGroups/{rg}/providers/" + Server.TYPE + "/{name}/";

  private final World world;
  private final Items items;
  private final Operations operations;
  private final ServerChild kind;

  ServerChildHandler(World world, Ids ids, ServerChild kind) {
    this.world = world;
    this.items = new Items(world);
    this.operations = new Operations(world, ids);
    this.kind = kind;
  }

  List<Route> routes() {
    String all = SERVER + kind.segment();
    String one = all + "/{child}";
    String right = Server.TYPE + "/" + kind.segment();
    return List.of(
        new Route("GET", all, right + "/read", this::list),
        new Route("GET", one, right + "/read", this::get),
        new Route("PUT", one, right + "/write", this::put),
        new Route("PATCH", one, right + "/write", this::put),
        new Route("DELETE", one, right + "/delete", this::delete));
  }

  private Server server(Call call, String verb) {
    Groups.require(world, call);
    ArmId id = call.id(Server.TYPE);
    return world
        .server(id)
        .orElseThrow(
            () ->
                call.request().method().equals("PUT")
                    ? ArmErrors.parentNotFound(verb, "flexibleServers/" + kind.segment(), id)
                    : ArmErrors.notFound(id));
  }

  private WireAnswer list(Call call) {
    Server server = server(call, "read");
    List<ObjectNode> all = new ArrayList<>();
    kind.builtIn().forEach((name, content) -> all.add(shape(id(server, name), content)));
    items
        .within(server.id().text(), Server.TYPE + "/" + kind.segment())
        .forEach(i -> all.add(shape(i.id(), Items.content(i))));
    return WireAnswer.ok(Paging.page(call, all, s -> s));
  }

  private WireAnswer get(Call call) {
    ArmId id = id(server(call, "read"), call.part("child"));
    ObjectNode content =
        items
            .find(id)
            .map(Items::content)
            .or(() -> Optional.ofNullable(kind.builtIn().get(id.name())))
            .orElseThrow(
                () -> ArmErrors.typedNotFound(Server.TYPE + "/" + kind.segment(), id.name()));
    return WireAnswer.ok(shape(id, content));
  }

  private WireAnswer put(Call call) {
    Server server = server(call, "write");
    ArmId id = id(server, call.part("child"));
    ObjectNode properties = kind.reader().read(server, id.name(), call.body().path("properties"));
    items.put(id, Tree.of("properties", properties), LENGTH);
    return accepted(call, server, id, kind.upsert());
  }

  private WireAnswer delete(Call call) {
    Server server = server(call, "delete");
    ArmId id = id(server, call.part("child"));
    Optional<Item> present = items.find(id);
    if (present.isEmpty()) {
      return WireAnswer.empty(204);
    }
    items.remove(id);
    return accepted(call, server, id, kind.drop());
  }

  private WireAnswer accepted(Call call, Server server, ArmId id, String name) {
    Operation operation =
        operations.start(id, name, LENGTH, kind.obstacle().problem(server, world.now()));
    return OperationHandler.accepted(call, operation, server.region());
  }

  private ArmId id(Server server, String name) {
    return server.id().child(kind.segment(), name);
  }

  private ObjectNode shape(ArmId id, ObjectNode content) {
    ObjectNode shape = Items.head(id);
    shape.setAll(content);
    String shown = Tree.text(content, "properties", "principalName");
    if (!shown.isEmpty()) {
      shape.put("name", shown);
    }
    return shape;
  }
}
