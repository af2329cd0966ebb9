package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.Access;
import dev.wrapkey.simulator.world.Region;
import dev.wrapkey.simulator.world.Subscription;
import dev.wrapkey.simulator.world.World;
import java.util.List;

/** Subscriptions and their regions. */
final class SubscriptionHandler {

  private final World world;
  private final Access access;
  private final String tenant;

  SubscriptionHandler(World world, Access access, String tenant) {
    this.world = world;
    this.access = access;
    this.tenant = tenant;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", "/subscriptions", "", this::list),
        new Route(
            "GET", "/subscriptions/{sub}", "Microsoft.Resources/subscriptions/read", this::get),
        new Route(
            "GET",
            "/subscriptions/{sub}/locations",
            "Microsoft.Resources/subscriptions/locations/read",
            this::regions));
  }

  private WireAnswer list(Call call) {
    List<Subscription> visible =
        world.subscriptions().all().stream()
            .filter(s -> access.sees(call.caller().objectId(), "/subscriptions/" + s.id()))
            .toList();
    ObjectNode page = Paging.page(call, visible, this::shape);
    page.set("count", Tree.of("type", "Total", "value", visible.size()));
    return WireAnswer.ok(page);
  }

  private WireAnswer get(Call call) {
    return WireAnswer.ok(
        shape(
            world
                .subscription(call.part("sub"))
                .orElseThrow(() -> ArmErrors.subscriptionNotFound(call.part("sub")))));
  }

  private WireAnswer regions(Call call) {
    return WireAnswer.ok(
        Tree.of(
            "value",
            world.regions().regions().stream().map(r -> region(call.part("sub"), r)).toList()));
  }

  private ObjectNode shape(Subscription subscription) {
    return Tree.of(
        "id",
        "/subscriptions/" + subscription.id(),
        "authorizationSource",
        "RoleBased",
        "managedByTenants",
        List.of(),
        "subscriptionId",
        subscription.id(),
        "tenantId",
        tenant,
        "displayName",
        subscription.name(),
        "state",
        "Enabled",
        "subscriptionPolicies",
        Tree.of(
            "locationPlacementId", "Public_2014-09-01",
            "quotaId", "PayAsYouGo_2014-09-01",
            "spendingLimit", "Off"));
  }

  private static ObjectNode region(String subscription, Region region) {
    String prefix = "/subscriptions/" + subscription + "/locations/";
    return Tree.of(
        "id",
        prefix + region.name(),
        "name",
        region.name(),
        "type",
        "Region",
        "displayName",
        region.displayName(),
        "regionalDisplayName",
        "(" + region.geography() + ") " + region.displayName(),
        "metadata",
        Tree.of(
            "regionType",
            "Physical",
            "regionCategory",
            "Recommended",
            "geography",
            region.geography(),
            "pairedRegion",
            region.pair().stream().map(p -> Tree.of("name", p, "id", prefix + p)).toList()));
  }
}
