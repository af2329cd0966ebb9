package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.world.ServerRules;
import dev.wrapkey.simulator.world.World;
import java.util.List;

/**
 * Whether a server may be given a name. Names are unique over all of Azure, that is over all
 * subscriptions.
 */
final class NameHandler {

  private static final String PROVIDER =
      "/subscriptions/{sub}/providers/Microsoft.DBforPostgreSQL/";

  private final World world;

  NameHandler(World world) {
    this.world = world;
  }

  List<Route> routes() {
    return List.of(
        new Route("POST", PROVIDER + "checkNameAvailability", "", this::check),
        new Route(
            "POST", PROVIDER + "locations/{location}/checkNameAvailability", "", this::check));
  }

  private WireAnswer check(Call call) {
    JsonNode body = call.body();
    String name = Tree.text(body, "name");
    boolean legal = ServerRules.isLegalName(name);
    boolean taken = world.serversWithin("/").stream().anyMatch(s -> s.id().name().equals(name));
    return WireAnswer.ok(
        Tree.of(
            "name",
            name,
            "type",
            Tree.text(body, "type"),
            "nameAvailable",
            legal && !taken,
            "reason",
            !legal ? "Invalid" : taken ? "AlreadyExists" : null,
            "message",
            !legal
                ? ServerRules.NAME_TEXT
                : taken ? "Specified server name is already used." : ""));
  }
}
