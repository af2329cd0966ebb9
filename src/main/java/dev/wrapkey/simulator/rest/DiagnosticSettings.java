package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Item;
import dev.wrapkey.simulator.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * {@code Microsoft.Insights/diagnosticSettings} of any resource (published API 2021-05-01-preview):
 * kept and shown; nothing is sent anywhere.
 */
final class DiagnosticSettings {

  private static final String TYPE = "Microsoft.Insights/diagnosticSettings";
  private static final String ALL = "{scope}/providers/" + TYPE;

  private final Items items;

  DiagnosticSettings(World world) {
    this.items = new Items(world);
  }

  List<Route> routes() {
    String one = ALL + "/{setting}";
    return List.of(
        new Route("GET", ALL, TYPE + "/read", this::list),
        new Route("PUT", one, TYPE + "/write", this::put),
        new Route("DELETE", one, TYPE + "/delete", this::delete));
  }

  private WireAnswer list(Call call) {
    String place = call.part("scope") + "/providers/" + TYPE + "/";
    List<Item> found =
        items.within(call.part("scope")).stream()
            .filter(item -> item.id().text().regionMatches(true, 0, place, 0, place.length()))
            .toList();
    return WireAnswer.ok(Paging.page(call, found, Items::content));
  }

  private WireAnswer put(Call call) {
    JsonNode sent = call.body().path("properties");
    boolean goesSomewhere =
        List.of("workspaceId", "storageAccountId", "eventHubAuthorizationRuleId").stream()
            .anyMatch(name -> !Tree.text(sent, name).isEmpty());
    if (!goesSomewhere) {
      throw ArmErrors.invalidParameter("properties");
    }
    Item item =
        items.put(
            id(call),
            Tree.of(
                "id",
                id(call).text(),
                "type",
                TYPE,
                "name",
                call.part("setting"),
                "properties",
                sent),
            Duration.ZERO);
    return WireAnswer.ok(Items.content(item));
  }

  private WireAnswer delete(Call call) {
    Optional<Item> present = items.find(id(call));
    items.remove(id(call));
    return WireAnswer.empty(present.isPresent() ? 200 : 204);
  }

  private static ArmId id(Call call) {
    return new ArmId(call.part("scope") + "/providers/" + TYPE + "/" + call.part("setting"));
  }
}
