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
import org.jspecify.annotations.Nullable;

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
        new Route("PATCH", GROUP, RIGHT + "write", this::patch));
  }

  private WireAnswer list(Call call) {
    List<ResourceGroup> groups =
        world.groups().all().stream()
            .filter(g -> g.id().isWithin(call.scope()) && TagFilter.of(call).matches(g.tags()))
            .toList();
    return WireAnswer.ok(Paging.page(call, groups, GroupHandler::shape));
  }

  private WireAnswer put(Call call) {
    JsonNode body = call.body();
    String region = Tree.text(body, "location");
    boolean global = region.equals("global");
    if (!global && world.regions().find(region).isEmpty()) {
      throw ArmErrors.regionNotAvailable(region, "Microsoft.Resources/resourceGroups");
    }
    if (!call.part("rg").matches("[\\w().-]{0,89}[\\w()-]")) {
      throw ArmErrors.invalidParameter("resourceGroupName");
    }
    String name = global ? region : world.regions().find(region).orElseThrow().name();
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
    ResourceGroup group = new ResourceGroup(id, name, tags(body), managedBy(body));
    world.groups().put(id.key(), group);
    return WireAnswer.json(before.isPresent() ? 200 : 201, shape(group));
  }

  private WireAnswer patch(Call call) {
    ResourceGroup old = find(call);
    SortedMap<String, String> tags = call.body().has("tags") ? tags(call.body()) : old.tags();
    ResourceGroup changed = new ResourceGroup(old.id(), old.region(), tags, old.managedBy());
    world.groups().put(old.id().key(), changed);
    return WireAnswer.ok(shape(changed));
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

  private static @Nullable String managedBy(JsonNode body) {
    String manager = Tree.text(body, "managedBy");
    return manager.isEmpty() ? null : manager;
  }

  static ObjectNode shape(ResourceGroup group) {
    return Tree.of(
        "id", group.id().text(),
        "name", group.id().name(),
        "type", "Microsoft.Resources/resourceGroups",
        "location", group.region(),
        "managedBy", group.managedBy(),
        "tags", group.tags(),
        "properties", Tree.of("provisioningState", "Succeeded"));
  }
}
