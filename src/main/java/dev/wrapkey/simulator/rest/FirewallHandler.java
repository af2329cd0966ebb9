package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.FirewallRule;
import dev.wrapkey.simulator.world.Ids;
import dev.wrapkey.simulator.world.Operation;
import dev.wrapkey.simulator.world.Operations;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.Server;
import dev.wrapkey.simulator.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Firewall rules of a server. */
final class FirewallHandler {

  private static final Duration LENGTH = Duration.ofSeconds(20);
  private static final String TYPE = Server.TYPE + "/firewallRules";
  private static final String RULES =
      "/subscriptions/{sub}/resourceGroups/{rg}/providers/" + Server.TYPE + "/{name}/firewallRules";
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final String ADDRESS = OCTET + "(\\." + OCTET + "){3}";

  private final World world;
  private final Operations operations;

  FirewallHandler(World world, Ids ids) {
    this.world = world;
    this.operations = new Operations(world, ids);
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", RULES, TYPE + "/read", this::list),
        new Route("GET", RULES + "/{rule}", TYPE + "/read", this::get),
        new Route("PUT", RULES + "/{rule}", TYPE + "/write", this::put),
        new Route("DELETE", RULES + "/{rule}", TYPE + "/delete", this::delete));
  }

  private Server server(Call call, String verb) {
    Groups.require(world, call);
    ArmId id = call.id(Server.TYPE);
    return world
        .server(id)
        .orElseThrow(() -> ArmErrors.parentNotFound(verb, "flexibleServers/firewallRules", id));
  }

  private WireAnswer list(Call call) {
    Server server = server(call, "read");
    List<FirewallRule> rules =
        world.firewallRules().all().stream()
            .filter(r -> r.id().isWithin(server.id().text()) && !world.now().isBefore(r.from()))
            .toList();
    return WireAnswer.ok(Paging.page(call, rules, FirewallHandler::shape));
  }

  private WireAnswer get(Call call) {
    server(call, "read");
    return WireAnswer.ok(
        shape(
            find(call)
                .filter(r -> !world.now().isBefore(r.from()))
                .orElseThrow(() -> ArmErrors.childNotFound(call.part("rule")))));
  }

  private WireAnswer put(Call call) {
    Server server = server(call, "write");
    requirePublic(server);
    JsonNode properties = call.body().path("properties");
    String start = Tree.text(properties, "startIpAddress");
    String end = Tree.text(properties, "endIpAddress");
    if (!start.matches(ADDRESS) || !end.matches(ADDRESS) || number(start) > number(end)) {
      throw ArmErrors.invalidParameter(start.matches(ADDRESS) ? "endIpAddress" : "startIpAddress");
    }
    if (!call.part("rule").matches("[A-Za-z0-9_-]{1,80}")) {
      throw ArmErrors.invalidParameter("firewallRuleName");
    }
    FirewallRule rule = new FirewallRule(id(call), start, end, world.now().plus(LENGTH));
    world.firewallRules().put(rule.id().key(), rule);
    Operation operation =
        operations.start(rule.id(), Operations.FIREWALL, LENGTH, Optional.empty());
    return OperationHandler.accepted(call, operation, server.region());
  }

  /** The sentence is azure-cli's; the code is invented. */
  private void requirePublic(Server server) {
    if (!world.settings(server).network().subnet().isEmpty()) {
      throw new Refusal(
          400,
          "FirewallRulesNotSupportedForPrivateAccess",
          "Firewall rule operations cannot be requested for a private access enabled server.");
    }
  }

  private WireAnswer delete(Call call) {
    Server server = server(call, "delete");
    Optional<FirewallRule> rule = find(call);
    if (rule.isEmpty()) {
      return WireAnswer.empty(204);
    }
    world.firewallRules().remove(rule.get().id().key());
    Operation operation =
        operations.start(rule.get().id(), Operations.DROP_FIREWALL, LENGTH, Optional.empty());
    return OperationHandler.accepted(call, operation, server.region());
  }

  private Optional<FirewallRule> find(Call call) {
    return world.firewallRules().get(id(call).key());
  }

  private static ArmId id(Call call) {
    return new ArmId(call.id(Server.TYPE).text() + "/firewallRules/" + call.part("rule"));
  }

  private static long number(String address) {
    long number = 0;
    for (String octet : address.split("\\.")) {
      number = number * 256 + Integer.parseInt(octet);
    }
    return number;
  }

  private static ObjectNode shape(FirewallRule rule) {
    return Tree.of(
        "properties", Tree.of("startIpAddress", rule.start(), "endIpAddress", rule.end()),
        "id", rule.id().text(),
        "name", rule.id().name(),
        "type", TYPE);
  }
}
