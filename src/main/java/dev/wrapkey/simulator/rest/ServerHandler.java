package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Operation;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.Server;
import dev.wrapkey.simulator.world.ServerDraft;
import dev.wrapkey.simulator.world.ServerRules;
import dev.wrapkey.simulator.world.Servers;
import dev.wrapkey.simulator.world.World;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** {@code Microsoft.DBforPostgreSQL/flexibleServers}: list, get, create, change, delete. */
final class ServerHandler {

  private static final String SUB = "/subscriptions/{sub}/providers/" + Server.TYPE;
  private static final String GROUP =
      "/subscriptions/{sub}/resourceGroups/{rg}/providers/" + Server.TYPE;
  private static final String READ = Server.TYPE + "/read";
  private static final String WRITE = Server.TYPE + "/write";

  private final World world;
  private final Servers servers;
  private final ServerRules rules;
  private final ServerJson json;

  ServerHandler(World world, Servers servers, ServerJson json) {
    this.world = world;
    this.servers = servers;
    this.rules = new ServerRules(world);
    this.json = json;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", SUB, READ, this::list),
        new Route("GET", GROUP, READ, this::list),
        new Route("GET", GROUP + "/{name}", READ, this::get),
        new Route("PUT", GROUP + "/{name}", WRITE, this::put),
        new Route("PATCH", GROUP + "/{name}", WRITE, c -> change(c, find(c))),
        new Route("DELETE", GROUP + "/{name}", Server.TYPE + "/delete", this::delete));
  }

  private WireAnswer list(Call call) {
    List<Server> found = world.serversWithin(Groups.scope(world, call));
    return WireAnswer.ok(Paging.page(call, found, s -> json.shape(s, call.apiVersion())));
  }

  private WireAnswer get(Call call) {
    return WireAnswer.ok(json.shape(find(call), call.apiVersion()));
  }

  private Server find(Call call) {
    Groups.require(world, call);
    ArmId id = call.id(Server.TYPE);
    return world.server(id).orElseThrow(() -> ArmErrors.notFound(id));
  }

  private WireAnswer put(Call call) {
    Groups.require(world, call);
    ArmId id = call.id(Server.TYPE);
    Optional<Server> present = world.server(id);
    if (present.isPresent()) {
      return change(call, present.get());
    }
    ServerDraft draft = ServerBodies.draft(id, call.body());
    rules.check(draft);
    if (world.serversWithin("/").stream().anyMatch(s -> s.id().name().equals(id.name()))) {
      throw new Refusal(
          409,
          "ServerNameAlreadyExists",
          "Specified server name '%s' is already in use.".formatted(id.name()));
    }
    Operation operation = servers.create(draft);
    return OperationHandler.accepted(call, operation, shortName(draft.region()));
  }

  private WireAnswer change(Call call, Server server) {
    JsonNode body = call.body();
    ServerBodies.refuseUnsimulatedChange(server, body);
    Server.Encryption wanted = ServerBodies.encryption(body);
    rules.checkEncryption(withPresent(wanted, server));
    SortedMap<String, String> tags =
        body.has("tags") ? GroupHandler.tags(body) : server.shape().tags();
    return OperationHandler.accepted(call, servers.change(server, tags, wanted), server.region());
  }

  /** Identities that are assigned already need not be named again. */
  private static Server.Encryption withPresent(Server.Encryption wanted, Server server) {
    List<ArmId> all =
        java.util.stream.Stream.concat(
                wanted.identities().stream(), server.encryption().identities().stream())
            .toList();
    return new Server.Encryption(wanted.key(), wanted.identity(), all);
  }

  private WireAnswer delete(Call call) {
    Groups.require(world, call);
    Optional<Server> present = world.server(call.id(Server.TYPE));
    if (present.isEmpty()) {
      return WireAnswer.empty(204);
    }
    Operation operation = servers.delete(present.get());
    return OperationHandler.accepted(
        call, operation, world.regions().displayName(present.get().region()));
  }

  private String shortName(String region) {
    return world.regions().find(region).orElseThrow().name();
  }
}
