package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Ids;
import dev.wrapkey.simulator.world.Item;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.ResourceGroup;
import dev.wrapkey.simulator.world.World;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code Microsoft.Resources/deployments} in a resource group. The resources of the template are
 * ordered at once, in the order they are written, by the same requests a client would send.
 */
final class DeploymentHandler {

  private static final String ALL =
      "/subscriptions/{sub}/resourcegroups/{rg}/providers/" + DeploymentJson.TYPE;
  private static final String ONE = ALL + "/{name}";
  private static final String OPERATIONS =
      "/subscriptions/{sub}/resourcegroups/{rg}/deployments/{name}/operations";

  /** Sends a request to the management host. */
  @FunctionalInterface
  interface Sender {
    WireAnswer send(WireRequest request);
  }

  private final World world;
  private final Items items;
  private final Ids ids;
  private final Sender management;
  private final DeploymentJson json;

  DeploymentHandler(World world, Ids ids, Sender management) {
    this.world = world;
    this.items = new Items(world);
    this.ids = ids;
    this.management = management;
    this.json = new DeploymentJson(world);
  }

  List<Route> routes() {
    String read = DeploymentJson.TYPE + "/read";
    String write = DeploymentJson.TYPE + "/write";
    return List.of(
        new Route("GET", ALL, read, this::list),
        new Route("GET", ONE, read, this::get),
        new Route("PUT", ONE, write, this::put),
        new Route("DELETE", ONE, DeploymentJson.TYPE + "/delete", this::delete),
        new Route("POST", ONE + "/validate", write, this::validate),
        new Route("POST", ONE + "/whatIf", DeploymentJson.TYPE + "/whatIf/action", this::whatIf),
        new Route("POST", ONE + "/cancel", DeploymentJson.TYPE + "/cancel/action", this::cancel),
        new Route("GET", OPERATIONS, read, this::operations),
        new Route("GET", ONE + "/operations", read, this::operations),
        new Route("GET", ONE + "/operationStatuses/{op}", "", this::status));
  }

  private WireAnswer list(Call call) {
    Groups.require(world, call);
    List<Item> found = items.within(call.scope(), DeploymentJson.TYPE);
    return WireAnswer.ok(Paging.page(call, found, json::shape));
  }

  private WireAnswer get(Call call) {
    Item item = find(call);
    ObjectNode shape = json.shape(item);
    JsonNode source = Items.content(item).path("source");
    if (json.hasSucceeded(item) && !source.isMissingNode()) {
      Template made = new Template(Groups.require(world, call), item.id().name(), source);
      ((ObjectNode) shape.path("properties"))
          .set("outputs", made.outputs((one, version) -> read(call, one, version)));
    }
    return WireAnswer.ok(shape);
  }

  private Item find(Call call) {
    Groups.require(world, call);
    return items
        .find(call.id(DeploymentJson.TYPE))
        .orElseThrow(
            () ->
                new Refusal(
                    404,
                    "DeploymentNotFound",
                    "Deployment '%s' could not be found.".formatted(call.part("name"))));
  }

  private WireAnswer put(Call call) {
    Template template = template(call);
    ArmId id = call.id(DeploymentJson.TYPE);
    boolean isNew = items.find(id).isEmpty();
    List<ObjectNode> steps = new ArrayList<>();
    for (ObjectNode resource : template.resources()) {
      steps.add(ServerChild.asDependent(() -> order(call, template.id(resource), resource)));
    }
    ObjectNode content =
        Tree.of(
            "parameters",
            template.parameters(),
            "correlationId",
            ids.guid(),
            "source",
            template.forOutputs(),
            "steps",
            steps);
    Item item = items.put(id, content, Duration.ZERO);
    String link =
        "https://management.azure.com%s/operationStatuses/%s?api-version=%s"
            .formatted(id.text(), ids.guid(), call.apiVersion());
    return WireAnswer.json(isNew ? 201 : 200, json.shape(item))
        .with("Azure-AsyncOperation", link)
        .with("Retry-After", "5");
  }

  private Template template(Call call) {
    ResourceGroup group = Groups.require(world, call);
    JsonNode properties = Tree.lenient(call.request().body()).path("properties");
    return new Template(group, call.part("name"), properties);
  }

  private URI address(ArmId id, String apiVersion) {
    return URI.create(
        "https://management.azure.com%s?api-version=%s"
            .formatted(id.text().replace(" ", "%20"), apiVersion));
  }

  /** A resource as it is; nothing if it is not there. */
  private JsonNode read(Call call, ArmId id, String apiVersion) {
    try {
      return Tree.read(
          management
              .send(new WireRequest("GET", address(id, apiVersion), headers(call), new byte[0]))
              .body());
    } catch (Refusal missing) {
      return Tree.of();
    }
  }

  private static Map<String, String> headers(Call call) {
    return Map.of(
        "authorization",
        call.request().header("authorization"),
        Journal.CORRELATION,
        call.request().header(Journal.CORRELATION));
  }

  /** Sends one resource and keeps what became of it. */
  private ObjectNode order(Call call, ArmId id, ObjectNode resource) {
    ObjectNode body = resource.deepCopy();
    body.remove(List.of("type", "apiVersion", "name", "dependsOn", "condition", "comments"));
    URI uri = address(id, Tree.text(resource, "apiVersion"));
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    try {
      WireAnswer answer = management.send(new WireRequest("PUT", uri, headers(call), bytes));
      String follow = answer.headers().getOrDefault("Azure-AsyncOperation", "");
      return step(id, answer.status(), follow.replaceAll("\\?.*|.*/(?=[^/]+$)", ""), "", "");
    } catch (Refusal refused) {
      return step(id, refused.status(), "", refused.code(), refused.words());
    }
  }

  private ObjectNode step(ArmId id, int status, String operation, String code, String words) {
    return Tree.of(
        "id", id.text(),
        "status", status,
        "operation", operation,
        "code", code,
        "message", words,
        "operationId", ids.keyVersion().substring(0, 16).toUpperCase(Locale.ROOT));
  }

  private WireAnswer validate(Call call) {
    Template template = template(call);
    List<ObjectNode> resources =
        template.resources().stream().map(r -> Tree.of("id", template.id(r).text())).toList();
    return WireAnswer.ok(
        json.validated(call.id(DeploymentJson.TYPE), template.parameters(), resources));
  }

  /** Answered at once, which the service may do too (OpenAPI: 200 or 202). */
  private WireAnswer whatIf(Call call) {
    Template template = template(call);
    List<ObjectNode> changes =
        template.resources().stream()
            .map(
                r -> {
                  ArmId id = template.id(r);
                  return WhatIf.change(id, read(call, id, Tree.text(r, "apiVersion")), r);
                })
            .toList();
    return WireAnswer.ok(Tree.of("status", "Succeeded", "properties", Tree.of("changes", changes)));
  }

  /** What was ordered goes on: only the deployment ends (documented). */
  private WireAnswer cancel(Call call) {
    Item item = find(call);
    if (!json.isRunning(item)) {
      throw new Refusal(
          409,
          "DeploymentCannotBeCancelled",
          "The deployment '%s' cannot be cancelled because it is not running."
              .formatted(item.id().name()));
    }
    ObjectNode content = Items.content(item);
    content.put("canceled", true);
    items.put(item.id(), content, Duration.ZERO);
    return WireAnswer.empty(204);
  }

  private WireAnswer operations(Call call) {
    return WireAnswer.ok(Tree.of("value", json.operations(find(call))));
  }

  private WireAnswer status(Call call) {
    Item item = find(call);
    return WireAnswer.ok(json.status(item)).with("Retry-After", "5");
  }

  private WireAnswer delete(Call call) {
    Groups.require(world, call);
    boolean present = items.find(call.id(DeploymentJson.TYPE)).isPresent();
    items.remove(call.id(DeploymentJson.TYPE));
    return WireAnswer.empty(present ? 200 : 204);
  }
}
