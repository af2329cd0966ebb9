package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.ResourceGroup;
import dev.wrapkey.simulator.world.World;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Resource groups. */
final class GroupHandler {

  private static final String GROUPS = "/subscriptions/{sub}/resourcegroups";
  private static final String GROUP = GROUPS + "/{rg}";
  private static final String RIGHT = "Microsoft.Resources/subscriptions/resourceGroups/";

  private final World world;

  GroupHandler(World world) {
    this.world = world;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", GROUPS, RIGHT + "read", this::list),
        new Route("GET", GROUP, RIGHT + "read", c -> WireAnswer.ok(shape(find(c)))),
        new Route(
            "HEAD",
            GROUP,
            RIGHT + "read",
            c -> WireAnswer.empty(lookUp(c).isPresent() ? 204 : 404)),
        new Route("PUT", GROUP, RIGHT + "write", this::put),
        new Route("DELETE", GROUP, RIGHT + "delete", this::delete),
        new Route(
            "GET", "/subscriptions/{sub}/operationresults/{op}", "", c -> WireAnswer.empty(200)));
  }

  private WireAnswer list(Call call) {
    List<ResourceGroup> groups =
        world.groups().all().stream().filter(g -> g.id().isWithin(call.scope())).toList();
    return WireAnswer.ok(Paging.page(call, groups, GroupHandler::shape));
  }

  private WireAnswer put(Call call) {
    JsonNode body = call.body();
    String region = Tree.text(body, "location");
    if (world.regions().find(region).isEmpty()) {
      throw ArmErrors.regionNotAvailable(region, "Microsoft.Resources/resourceGroups");
    }
    if (!call.part("rg").matches("[\\w().-]{0,89}[\\w()-]")) {
      throw ArmErrors.invalidParameter("resourceGroupName");
    }
    String name = world.regions().find(region).orElseThrow().name();
    Optional<ResourceGroup> before = lookUp(call);
    if (before.isPresent() && !before.get().region().equals(name)) {
      throw new dev.wrapkey.simulator.world.Refusal(
          409,
          "InvalidResourceGroupLocation",
          ("Invalid resource group location '%s'. The Resource group already exists in location"
                  + " '%s'.")
              .formatted(name, before.get().region()));
    }
    ArmId id =
        before
            .map(ResourceGroup::id)
            .orElseGet(() -> ArmId.group(call.part("sub"), call.part("rg")));
    ResourceGroup group = new ResourceGroup(id, name, tags(body));
    world.groups().put(id.key(), group);
    return WireAnswer.json(before.isPresent() ? 200 : 201, shape(group));
  }

  private WireAnswer delete(Call call) {
    ResourceGroup group = find(call);
    String scope = group.id().text();
    boolean used =
        world.vaults().all().stream().anyMatch(v -> v.id().isWithin(scope))
            || world.identities().all().stream().anyMatch(i -> i.id().isWithin(scope))
            || !world.serversWithin(scope).isEmpty();
    if (used) {
      throw ArmErrors.groupNotEmpty(group.id().name());
    }
    world.groups().remove(group.id().key());
    String done =
        "https://management.azure.com/subscriptions/%s/operationresults/deleted?api-version=%s";
    return WireAnswer.empty(202)
        .with("Location", done.formatted(call.part("sub"), call.apiVersion()))
        .with("Retry-After", "15");
  }

  private Optional<ResourceGroup> lookUp(Call call) {
    return world.groups().get(ArmId.group(call.part("sub"), call.part("rg")).key());
  }

  private ResourceGroup find(Call call) {
    return lookUp(call).orElseThrow(() -> ArmErrors.groupNotFound(call.part("rg")));
  }

  static SortedMap<String, String> tags(JsonNode body) {
    SortedMap<String, String> tags = new TreeMap<>();
    body.path("tags").properties().forEach(e -> tags.put(e.getKey(), e.getValue().asText()));
    return tags;
  }

  private static ObjectNode shape(ResourceGroup group) {
    return Tree.of(
        "id", group.id().text(),
        "name", group.id().name(),
        "type", "Microsoft.Resources/resourceGroups",
        "location", group.region(),
        "tags", group.tags(),
        "properties", Tree.of("provisioningState", "Succeeded"));
  }
}
