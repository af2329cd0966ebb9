package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Item;
import dev.wrapkey.simulator.world.Operation;
import dev.wrapkey.simulator.world.Problem;
import dev.wrapkey.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deployments as Azure Resource Manager shows them (recorded 2021-04-01). */
final class DeploymentJson {

  static final String TYPE = "Microsoft.Resources/deployments";

  private final World world;

  DeploymentJson(World world) {
    this.world = world;
  }

  ObjectNode shape(Item item) {
    ObjectNode content = Items.content(item);
    String state = state(content);
    List<ObjectNode> made = new ArrayList<>();
    content.path("steps").forEach(s -> made.add(Tree.of("id", Tree.text(s, "id"))));
    ObjectNode shape = Items.head(item.id());
    shape.set(
        "properties",
        Tree.of(
            "parameters", content.path("parameters"),
            "mode", "Incremental",
            "provisioningState", state,
            "timestamp", item.changed(),
            "duration", "PT1S",
            "correlationId", Tree.text(content, "correlationId"),
            "providers", List.of(),
            "dependencies", List.of(),
            "outputResources", state.equals("Succeeded") ? made : null,
            "error", error(content)));
    return shape;
  }

  /** The answer to a validation: nothing has been made. */
  ObjectNode validated(ArmId id, ObjectNode parameters, List<ObjectNode> resources) {
    ObjectNode shape = Items.head(id);
    shape.set(
        "properties",
        Tree.of(
            "parameters",
            parameters,
            "mode",
            "Incremental",
            "provisioningState",
            "Succeeded",
            "timestamp",
            world.now(),
            "duration",
            "PT0S",
            "providers",
            List.of(),
            "dependencies",
            List.of(),
            "validatedResources",
            resources));
    return shape;
  }

  ObjectNode status(Item item) {
    ObjectNode content = Items.content(item);
    return Tree.of("status", state(content), "error", error(content));
  }

  /** One entry for each resource. */
  List<ObjectNode> operations(Item item) {
    List<ObjectNode> all = new ArrayList<>();
    for (JsonNode step : Items.content(item).path("steps")) {
      ArmId target = new ArmId(Tree.text(step, "id"));
      String id = Tree.text(step, "operationId");
      all.add(
          Tree.of(
              "id",
              item.id().text() + "/operations/" + id,
              "operationId",
              id,
              "properties",
              Tree.of(
                  "provisioningOperation", "Create",
                  "provisioningState", state(step, operation(step)),
                  "timestamp", item.changed(),
                  "duration", "PT1S",
                  "trackingId", Tree.text(Items.content(item), "correlationId"),
                  "statusCode", step.path("status").asInt() < 300 ? "OK" : "BadRequest",
                  "targetResource",
                      Tree.of(
                          "id", target.text(),
                          "resourceType", target.fullType(),
                          "resourceName", target.name()))));
    }
    return all;
  }

  boolean hasSucceeded(Item item) {
    return state(Items.content(item)).equals("Succeeded");
  }

  boolean isRunning(Item item) {
    return state(Items.content(item)).equals("Running");
  }

  private String state(ObjectNode content) {
    if (content.path("canceled").asBoolean()) {
      return "Canceled";
    }
    String state = "Succeeded";
    for (JsonNode step : content.path("steps")) {
      String one = state(step, operation(step));
      if (one.equals("Running")) {
        return one;
      }
      state = one.equals("Failed") ? one : state;
    }
    return state;
  }

  private String state(JsonNode step, Optional<Operation> operation) {
    if (step.path("status").asInt() >= 300) {
      return "Failed";
    }
    String status = operation.map(o -> o.status(world.now())).orElse("Succeeded");
    return status.equals("InProgress") ? "Running" : status;
  }

  private Optional<Operation> operation(JsonNode step) {
    return world.operations().get(Tree.text(step, "operation"));
  }

  private @Nullable ObjectNode error(ObjectNode content) {
    if (!state(content).equals("Failed")) {
      return null;
    }
    List<ObjectNode> details = new ArrayList<>();
    for (JsonNode step : content.path("steps")) {
      Problem late = operation(step).map(Operation::problem).orElse(null);
      if (step.path("status").asInt() >= 300) {
        details.add(
            Tree.of("code", Tree.text(step, "code"), "message", Tree.text(step, "message")));
      } else if (late != null) {
        details.add(Tree.of("code", late.code(), "message", late.message()));
      }
    }
    return Tree.of(
        "code",
        "DeploymentFailed",
        "message",
        "At least one resource deployment operation failed. Please list deployment operations for"
            + " details.",
        "details",
        details);
  }
}
