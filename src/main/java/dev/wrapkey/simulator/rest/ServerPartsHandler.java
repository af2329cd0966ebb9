package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Ids;
import dev.wrapkey.simulator.world.Item;
import dev.wrapkey.simulator.world.Operation;
import dev.wrapkey.simulator.world.Operations;
import dev.wrapkey.simulator.world.Server;
import dev.wrapkey.simulator.world.ServerPower;
import dev.wrapkey.simulator.world.Servers;
import dev.wrapkey.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Start, stop and restart of a server, its replicas and its backups. */
final class ServerPartsHandler {

  private static final String ONE =
      "/subscriptions/{sub}/resourceGroups/{rg}/providers/" + Server.TYPE + "/{name}";
  private static final String BACKUPS = Server.TYPE + "/backups";
  private static final Duration BETWEEN = Duration.ofDays(1);
  private static final Duration ON_DEMAND = Duration.ofMinutes(2);
  private static final long TICKS_PER_SECOND = 10_000_000L;
  private static final long TICKS_BEFORE_1970 = 621_355_968_000_000_000L;

  private final World world;
  private final ServerPower power;
  private final ServerJson json;
  private final Items items;
  private final Operations operations;

  ServerPartsHandler(World world, Ids ids, ServerJson json) {
    this.world = world;
    this.power = new ServerPower(world, ids);
    this.json = json;
    this.items = new Items(world);
    this.operations = new Operations(world, ids);
  }

  List<Route> routes() {
    String read = Server.TYPE + "/read";
    return List.of(
        new Route("POST", ONE + "/start", action("start"), c -> begin(c, ServerPower.Act.START)),
        new Route("POST", ONE + "/stop", action("stop"), c -> begin(c, ServerPower.Act.STOP)),
        new Route(
            "POST", ONE + "/restart", action("restart"), c -> begin(c, ServerPower.Act.RESTART)),
        new Route("GET", ONE + "/replicas", read, this::replicas),
        new Route("GET", ONE + "/backups", BACKUPS + "/read", this::backups),
        new Route("GET", ONE + "/backups/{child}", BACKUPS + "/read", this::backup),
        new Route("PUT", ONE + "/backups/{child}", BACKUPS + "/write", this::takeBackup),
        new Route("GET", ONE + "/logFiles", read, c -> WireAnswer.ok(Tree.of("value", List.of()))));
  }

  private static String action(String name) {
    return Server.TYPE + "/" + name + "/action";
  }

  private Server server(Call call) {
    Groups.require(world, call);
    ArmId id = call.id(Server.TYPE);
    return world.server(id).orElseThrow(() -> ArmErrors.notFound(id));
  }

  private WireAnswer begin(Call call, ServerPower.Act act) {
    Server server = server(call);
    return OperationHandler.accepted(call, power.begin(server, act), server.region());
  }

  private WireAnswer replicas(Call call) {
    List<Server> replicas = ServerCopies.replicas(world, server(call));
    return WireAnswer.ok(Paging.page(call, replicas, s -> json.replica(s, call.apiVersion())));
  }

  private WireAnswer backups(Call call) {
    return WireAnswer.ok(Paging.page(call, all(server(call)), s -> s));
  }

  private WireAnswer backup(Call call) {
    String name = call.part("child");
    return WireAnswer.ok(
        all(server(call)).stream()
            .filter(b -> Tree.text(b, "name").equalsIgnoreCase(name))
            .findFirst()
            .orElseThrow(() -> ArmErrors.typedNotFound(BACKUPS, name)));
  }

  private List<ObjectNode> all(Server server) {
    List<ObjectNode> all = new ArrayList<>();
    Instant oldest = world.now().minus(Duration.ofDays(server.shape().storage().backupDays()));
    Instant at = server.status().created().plus(Servers.FIRST_BACKUP);
    while (at.isBefore(oldest)) {
      at = at.plus(BETWEEN);
    }
    for (; !at.isAfter(world.now()); at = at.plus(BETWEEN)) {
      all.add(shape(server.id().child("backups", name(at)), at, "Full", "Automatic"));
    }
    for (Item item : items.within(server.id().text(), BACKUPS)) {
      all.add(shape(item.id(), item.from(), "Customer On-Demand", "Customer Initiated"));
    }
    return all;
  }

  /** As recorded: {@code backup_} and the moment in steps of 100 ns since the year 1. */
  private static String name(Instant at) {
    long ticks = at.getEpochSecond() * TICKS_PER_SECOND + at.getNano() / 100 + TICKS_BEFORE_1970;
    return "backup_" + ticks;
  }

  private static ObjectNode shape(ArmId id, Instant at, String type, String source) {
    ObjectNode shape = Items.head(id);
    shape.set(
        "properties",
        Tree.of(
            "backupType", type,
            "source", source,
            "completedTime", at.atOffset(ZoneOffset.UTC).toString()));
    return shape;
  }

  private WireAnswer takeBackup(Call call) {
    Server server = server(call);
    ArmId id = server.id().child("backups", call.part("child"));
    items.put(id, Tree.of(), ON_DEMAND);
    Operation operation =
        operations.start(id, "CreateBackupManagementOperation", ON_DEMAND, Optional.empty());
    return OperationHandler.accepted(call, operation, server.region());
  }
}
