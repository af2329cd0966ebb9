package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Item;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.Role;
import dev.wrapkey.simulator.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code Microsoft.Authorization/roleDefinitions}: built-in roles and roles of one's own. */
final class RoleDefinitionHandler {

  private static final String PROVIDER = "{scope}/providers/Microsoft.Authorization/";
  private static final String RIGHT = "Microsoft.Authorization/roleDefinitions/";
  private static final String PLACE = "/providers/Microsoft.Authorization/roleDefinitions/";
  private static final Pattern ROLE_NAME = Pattern.compile("(?i)roleName\\s+eq\\s+'([^']+)'");

  /** Built-in roles were made before anything else (recorded for several of them). */
  private static final String BUILT_IN = "2015-02-02T21:55:09.8806423Z";

  private final World world;
  private final Items items;
  private final String application;

  RoleDefinitionHandler(World world, String application) {
    this.world = world;
    this.items = new Items(world);
    this.application = application;
  }

  List<Route> routes() {
    String one = PROVIDER + "roleDefinitions/{role}";
    return List.of(
        new Route("GET", PROVIDER + "roleDefinitions", RIGHT + "read", this::list),
        new Route("GET", one, "", this::get),
        new Route("PUT", one, RIGHT + "write", this::put),
        new Route("DELETE", one, RIGHT + "delete", this::delete));
  }

  private WireAnswer list(Call call) {
    Matcher name = ROLE_NAME.matcher(call.query("$filter"));
    Optional<String> wanted = name.find() ? Optional.of(name.group(1)) : Optional.empty();
    List<ObjectNode> found = new ArrayList<>();
    world.roles().roles().forEach(r -> found.add(builtIn(call, r)));
    custom(call).forEach(i -> found.add(Items.content(i)));
    found.removeIf(
        r ->
            wanted.isPresent()
                && !Tree.text(r, "properties", "roleName").equalsIgnoreCase(wanted.get()));
    return WireAnswer.ok(Paging.page(call, found, r -> r));
  }

  private List<Item> custom(Call call) {
    return items.within("/subscriptions/" + subscription(call)).stream()
        .filter(i -> i.id().key().contains(PLACE.toLowerCase(Locale.ROOT)))
        .toList();
  }

  private ObjectNode builtIn(Call call, Role role) {
    ObjectNode shape = RoleJson.definition(subscription(call), role);
    ObjectNode properties = shape.withObject("/properties");
    properties.put("createdOn", BUILT_IN).put("updatedOn", BUILT_IN);
    properties.putNull("createdBy").putNull("updatedBy");
    return shape;
  }

  private WireAnswer get(Call call) {
    Optional<ObjectNode> builtIn = world.roles().find(call.part("role")).map(r -> builtIn(call, r));
    return WireAnswer.ok(
        builtIn
            .or(() -> items.find(id(call)).map(Items::content))
            .orElseThrow(
                () ->
                    new Refusal(
                        404,
                        "RoleDefinitionDoesNotExist",
                        "The specified role definition with ID '%s' does not exist."
                            .formatted(call.part("role")))));
  }

  private WireAnswer put(Call call) {
    JsonNode sent = call.body().path("properties");
    JsonNode rights = sent.path("permissions").path(0);
    String name = Tree.text(sent, "roleName");
    if (name.isEmpty()) {
      throw ArmErrors.invalidParameter("roleName");
    }
    String role = call.part("role").toLowerCase(Locale.ROOT);
    world
        .customRoles()
        .put(
            role,
            new Role(
                role,
                name,
                "",
                texts(rights, "actions"),
                texts(rights, "dataActions"),
                texts(rights, "notActions"),
                texts(rights, "notDataActions")));
    ObjectNode shape = shape(call, sent, rights);
    items.put(id(call), shape, Duration.ZERO);
    return WireAnswer.json(201, shape);
  }

  private ObjectNode shape(Call call, JsonNode sent, JsonNode rights) {
    ObjectNode properties =
        Tree.of(
            "roleName", Tree.text(sent, "roleName"),
            "type", "CustomRole",
            "assignableScopes", sent.path("assignableScopes"),
            "permissions",
                List.of(
                    Tree.of(
                        "actions", texts(rights, "actions"),
                        "notActions", texts(rights, "notActions"),
                        "dataActions", texts(rights, "dataActions"),
                        "notDataActions", texts(rights, "notDataActions"))),
            "createdOn", world.now(),
            "updatedOn", world.now(),
            "updatedBy", application);
    properties.putNull("createdBy");
    String description = Tree.text(sent, "description");
    if (description.isEmpty()) {
      properties.putNull("description");
    } else {
      properties.put("description", description);
    }
    return Tree.of(
        "properties",
        properties,
        "id",
        "/subscriptions/" + subscription(call) + PLACE + call.part("role"),
        "type",
        "Microsoft.Authorization/roleDefinitions",
        "name",
        call.part("role"));
  }

  private static List<String> texts(JsonNode from, String name) {
    List<String> texts = new ArrayList<>();
    from.path(name).forEach(t -> texts.add(t.asText()));
    return texts;
  }

  private WireAnswer delete(Call call) {
    Optional<Item> present = items.find(id(call));
    if (present.isEmpty()) {
      return WireAnswer.empty(204);
    }
    items.remove(id(call));
    world.customRoles().remove(call.part("role").toLowerCase(Locale.ROOT));
    return WireAnswer.ok(Items.content(present.get()));
  }

  /** Wherever it was asked for, a role of one's own belongs to its subscription. */
  private static ArmId id(Call call) {
    return new ArmId("/subscriptions/" + subscription(call) + PLACE + call.part("role"));
  }

  private static String subscription(Call call) {
    String scope = call.part("scope");
    return scope.toLowerCase(Locale.ROOT).startsWith("/subscriptions/")
        ? new ArmId(scope).subscription()
        : "";
  }
}
