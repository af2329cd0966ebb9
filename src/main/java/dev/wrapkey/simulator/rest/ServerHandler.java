package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.KeyLife;
import dev.wrapkey.simulator.world.Operation;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.Server;
import dev.wrapkey.simulator.world.ServerChange;
import dev.wrapkey.simulator.world.ServerDraft;
import dev.wrapkey.simulator.world.ServerRules;
import dev.wrapkey.simulator.world.ServerSettings;
import dev.wrapkey.simulator.world.Servers;
import dev.wrapkey.simulator.world.World;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code Microsoft.DBforPostgreSQL/flexibleServers}: list, get, create, change, delete. */
final class ServerHandler {

  private static final String SUB = "/subscriptions/{sub}/providers/" + Server.TYPE;
  private static final String GROUP =
      "/subscriptions/{sub}/resourceGroups/{rg}/providers/" + Server.TYPE;
  private static final String READ = Server.TYPE + "/read";
  private static final String WRITE = Server.TYPE + "/write";

  private final World world;
  private final Servers servers;
  private final KeyLife life;
  private final ServerRules rules;
  private final ServerJson json;
  private final ServerCopies copies;

  ServerHandler(World world, Backstage.Postgres postgres, KeyLife life, ServerJson json) {
    this.life = life;
    this.world = world;
    this.servers = postgres.servers();
    this.rules = new ServerRules(world);
    this.json = json;
    this.copies = new ServerCopies(world, postgres.backups());
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
    Server server = find(call);
    life.follow(server);
    return WireAnswer.ok(json.shape(server, call.apiVersion()));
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
    JsonNode body = call.body();
    ServerSettings.Origin origin = copies.origin(body);
    Optional<Server> source = copies.source(origin);
    ServerDraft draft = ServerBodies.draft(id, call, source.orElse(null));
    ServerSettings settings = copies.settings(id, body, origin);
    if (source.isPresent()) {
      rules.checkCopy(draft);
      copies.check(draft, source.get(), settings);
    } else {
      rules.check(draft);
    }
    rules.checkGeoRegion(draft.region(), settings.standby().geoBackup());
    ServerRules.checkGeo(draft.encryption(), settings.standby().geoBackup());
    rules.checkFederation(draft.encryption(), draft.region(), settings.standby().geoBackup());
    if (world.serversWithin("/").stream().anyMatch(s -> s.id().name().equals(id.name()))) {
      throw new Refusal(
          409,
          "ServerNameAlreadyExists",
          "Specified server name '%s' is already in use.".formatted(id.name()));
    }
    Operation operation = servers.create(draft, settings);
    return OperationHandler.accepted(call, operation, shortName(draft.region()));
  }

  private WireAnswer change(Call call, Server server) {
    JsonNode body = call.body();
    JsonNode properties = body.path("properties");
    Server.Shape shape = ServerBodies.shape(body, server.shape());
    ServerRules.checkShape(shape);
    ServerBodies.checkGrowth(server.shape(), shape);
    ServerSettings settings = SettingsBodies.merge(world.settings(server), properties);
    if (settings.standby().geoBackup() != world.settings(server).standby().geoBackup()) {
      throw ArmErrors.invalidParameter("backup.geoRedundantBackup");
    }
    Server.Encryption asked = ServerBodies.encryption(call);
    Server.Encryption wanted = kept(asked, server);
    rules.checkEncryption(wanted, asked.identities());
    if (wanted.isCustomerManaged()) {
      ServerRules.checkGeo(wanted, settings.standby().geoBackup());
      rules.checkFederation(wanted, server.region(), settings.standby().geoBackup());
    }
    boolean promotion = settings.origin().isReplica() && promotes(properties);
    ServerChange change =
        new ServerChange(
            shape,
            promotion ? settings.with(ServerSettings.Origin.NEW) : settings,
            wanted,
            password(server, properties),
            promotion);
    Operation operation = servers.change(server, change);
    if (wanted.isCustomerManaged() && operation.problem() == null) {
      world.server(server.id()).ifPresent(life::revalidate);
    }
    return OperationHandler.accepted(call, operation, server.region());
  }

  /** As recorded: {@code replicationRole: None}; since 2023-06-01-preview {@code replica}. */
  private static boolean promotes(JsonNode properties) {
    return Tree.text(properties, "replicationRole").equalsIgnoreCase("None")
        || !Tree.text(properties, "replica", "promoteMode").isEmpty();
  }

  private static @Nullable String password(Server server, JsonNode properties) {
    String password = Tree.text(properties, "administratorLoginPassword");
    if (password.isEmpty()) {
      return null;
    }
    ServerRules.checkPassword(server.admin().login(), password);
    return password;
  }

  /**
   * Identities and a geo key that are there already need not be named again; the application of a
   * cross-tenant key must be (portal specification BLD-14).
   */
  private static Server.Encryption kept(Server.Encryption wanted, Server server) {
    Server.Encryption old = server.encryption();
    List<ArmId> all =
        Stream.concat(wanted.identities().stream(), old.identities().stream()).toList();
    boolean keepsGeo = wanted.isCustomerManaged() && wanted.geo() == null;
    return new Server.Encryption(
        wanted.key(),
        wanted.identity(),
        all,
        keepsGeo ? old.geo() : wanted.geo(),
        wanted.federated());
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
