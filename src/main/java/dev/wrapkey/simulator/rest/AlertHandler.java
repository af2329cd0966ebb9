package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Item;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.World;
import java.time.Duration;
import java.util.List;

/**
 * {@code Microsoft.Insights/actionGroups} (published API 2023-01-01) and {@code activityLogAlerts}
 * (2020-10-01): kept and shown. Nobody is told anything: there is no e-mail here.
 */
final class AlertHandler {

  static final String GROUP = "Microsoft.Insights/actionGroups";
  static final String RULE = "Microsoft.Insights/activityLogAlerts";

  private static final int LONGEST_SHORT_NAME = 12;
  private static final List<String> RECEIVERS =
      List.of(
          "smsReceivers",
          "webhookReceivers",
          "itsmReceivers",
          "azureAppPushReceivers",
          "automationRunbookReceivers",
          "voiceReceivers",
          "logicAppReceivers",
          "azureFunctionReceivers",
          "armRoleReceivers",
          "eventHubReceivers");

  private final World world;
  private final Items items;
  private final String type;

  private AlertHandler(World world, String type) {
    this.world = world;
    this.items = new Items(world);
    this.type = type;
  }

  /** Those who are told. */
  static AlertHandler groups(World world) {
    return new AlertHandler(world, GROUP);
  }

  /** The rules that tell them. */
  static AlertHandler rules(World world) {
    return new AlertHandler(world, RULE);
  }

  List<Route> routes() {
    String all = "/subscriptions/{sub}/resourceGroups/{rg}/providers/" + type;
    String one = all + "/{name}";
    return List.of(
        new Route("GET", "/subscriptions/{sub}/providers/" + type, type + "/read", this::list),
        new Route("GET", all, type + "/read", this::list),
        new Route("GET", one, type + "/read", c -> WireAnswer.ok(Items.shape(find(c)))),
        new Route("PUT", one, type + "/write", this::put),
        new Route("PATCH", one, type + "/write", this::patch),
        new Route("DELETE", one, type + "/delete", this::delete));
  }

  private WireAnswer list(Call call) {
    List<Item> found = items.within(Groups.scope(world, call), type);
    return WireAnswer.ok(Paging.page(call, found, Items::shape));
  }

  private Item find(Call call) {
    Groups.require(world, call);
    ArmId id = call.id(type);
    return items.find(id).orElseThrow(() -> ArmErrors.notFound(id));
  }

  private WireAnswer put(Call call) {
    Groups.require(world, call);
    JsonNode body = call.body();
    if (Tree.text(body, "location").isEmpty()) {
      throw new Refusal(
          400, "LocationRequired", "The location property is required for this definition.");
    }
    ObjectNode properties =
        type.equals(GROUP) ? group(body.path("properties")) : rule(body.path("properties"));
    ArmId id = call.id(type);
    boolean isNew = items.find(id).isEmpty();
    ObjectNode content =
        Tree.of(
            "location",
            "Global",
            "tags",
            body.has("tags") ? body.path("tags") : Tree.of(),
            "properties",
            properties);
    Item item = items.put(id, content, Duration.ZERO);
    return WireAnswer.json(isNew ? 201 : 200, Items.shape(item));
  }

  private static ObjectNode group(JsonNode sent) {
    String name = Tree.text(sent, "groupShortName");
    if (name.isEmpty() || name.length() > LONGEST_SHORT_NAME) {
      throw ArmErrors.invalidParameter("groupShortName");
    }
    ObjectNode kept =
        Tree.of("groupShortName", name, "enabled", sent.path("enabled").asBoolean(true));
    kept.set("emailReceivers", Tree.array(emails(sent)));
    for (String kind : RECEIVERS) {
      kept.set(kind, sent.path(kind).isArray() ? sent.path(kind) : Tree.array(List.of()));
    }
    return kept;
  }

  private static List<ObjectNode> emails(JsonNode sent) {
    List<ObjectNode> all = new java.util.ArrayList<>();
    for (JsonNode receiver : sent.path("emailReceivers")) {
      String address = Tree.text(receiver, "emailAddress");
      if (Tree.text(receiver, "name").isEmpty() || !address.matches("[^@\\s]+@[^@\\s]+")) {
        throw ArmErrors.invalidParameter("emailReceivers");
      }
      all.add(
          Tree.of(
              "name",
              Tree.text(receiver, "name"),
              "emailAddress",
              address,
              "useCommonAlertSchema",
              receiver.path("useCommonAlertSchema").asBoolean(false),
              "status",
              "Enabled"));
    }
    return all;
  }

  private static ObjectNode rule(JsonNode sent) {
    boolean aboutSomething = !sent.path("scopes").isEmpty();
    boolean hasCategory = false;
    for (JsonNode leaf : Tree.at(sent, "condition", "allOf")) {
      hasCategory |= Tree.text(leaf, "field").equalsIgnoreCase("category");
    }
    if (!aboutSomething || !hasCategory) {
      throw ArmErrors.invalidParameter(aboutSomething ? "condition" : "scopes");
    }
    return Tree.of(
        "scopes", sent.path("scopes"),
        "condition", sent.path("condition"),
        "actions", sent.has("actions") ? sent.path("actions") : Tree.of("actionGroups", List.of()),
        "enabled", sent.path("enabled").asBoolean(true),
        "description", Tree.text(sent, "description"));
  }

  /** Tags and whether it is on, nothing else (published API). */
  private WireAnswer patch(Call call) {
    Item present = find(call);
    ObjectNode content = Items.content(present);
    JsonNode sent = call.body();
    if (sent.has("tags")) {
      content.set("tags", sent.path("tags"));
    }
    JsonNode enabled = Tree.at(sent, "properties", "enabled");
    if (enabled.isBoolean() && content.path("properties") instanceof ObjectNode properties) {
      properties.set("enabled", enabled);
    }
    return WireAnswer.ok(Items.shape(items.put(present.id(), content, Duration.ZERO)));
  }

  private WireAnswer delete(Call call) {
    Groups.require(world, call);
    ArmId id = call.id(type);
    boolean present = items.find(id).isPresent();
    items.remove(id);
    return WireAnswer.empty(present ? 200 : 204);
  }
}
