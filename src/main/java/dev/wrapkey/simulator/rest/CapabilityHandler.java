package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Region;
import dev.wrapkey.simulator.world.Server;
import dev.wrapkey.simulator.world.World;
import java.util.List;
import java.util.stream.Stream;

/**
 * What can be ordered in a region. Two shapes: the one recorded with 2022-12-01 and the one
 * published since 2023-06-01-preview (OpenAPI).
 */
final class CapabilityHandler {

  private static final String NEW_SHAPE = "2023-06-01-preview";
  private static final String PROVIDER =
      "/subscriptions/{sub}/providers/Microsoft.DBforPostgreSQL/";
  private static final String SERVER =
      "/subscriptions/{sub}/resourceGroups/{rg}/providers/" + Server.TYPE + "/{name}/capabilities";

  private final World world;

  CapabilityHandler(World world) {
    this.world = world;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", PROVIDER + "locations/{location}/capabilities", "", this::ofRegion),
        new Route("GET", SERVER, Server.TYPE + "/read", this::ofServer),
        new Route(
            "POST",
            "/providers/Microsoft.DBforPostgreSQL/getPrivateDnsZoneSuffix",
            "",
            c -> WireAnswer.ok(Tree.plain("postgres.database.azure.com"))),
        new Route(
            "POST",
            PROVIDER + "locations/{location}/checkVirtualNetworkSubnetUsage",
            "",
            this::subnetUsage));
  }

  private WireAnswer ofRegion(Call call) {
    Region region =
        world
            .regions()
            .find(call.part("location"))
            .orElseThrow(() -> ArmErrors.regionNotAvailable(call.part("location"), Server.TYPE));
    return WireAnswer.ok(Tree.of("value", capabilities(call, region)));
  }

  private WireAnswer ofServer(Call call) {
    Groups.require(world, call);
    ArmId id = call.id(Server.TYPE);
    Server server = world.server(id).orElseThrow(() -> ArmErrors.notFound(id));
    Region region = world.regions().find(server.region()).orElseThrow();
    return WireAnswer.ok(Tree.of("value", capabilities(call, region)));
  }

  private static List<ObjectNode> capabilities(Call call, Region region) {
    Offer offer = new Offer(region);
    return call.apiVersion().compareTo(NEW_SHAPE) >= 0
        ? List.of(offer.whole())
        : Stream.of("none", "1", "2", "3").map(offer::ofZone).toList();
  }

  /** How many servers use each delegated subnet of a network. */
  private WireAnswer subnetUsage(Call call) {
    String network = Tree.text(call.body(), "virtualNetworkArmResourceId");
    List<ObjectNode> usage =
        new Items(world)
            .within(network, "Microsoft.Network/virtualNetworks/subnets").stream()
                .map(s -> Tree.of("subnetName", s.id().name(), "usage", users(s.id())))
                .toList();
    return WireAnswer.ok(
        Tree.of(
            "location",
            call.part("location"),
            "subscriptionId",
            call.part("sub"),
            "delegatedSubnetsUsage",
            usage));
  }

  private long users(ArmId subnet) {
    return world.serversWithin("/").stream()
        .filter(s -> world.settings(s).network().subnet().equalsIgnoreCase(subnet.text()))
        .count();
  }
}
