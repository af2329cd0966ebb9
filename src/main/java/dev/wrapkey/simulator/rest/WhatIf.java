package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a template would change (Azure Resource Manager, deployments what-if, 2021-04-01): of a
 * resource that exists only what the template names is compared. Secrets are never shown.
 */
final class WhatIf {

  private static final Set<String> NOT_COMPARED =
      Set.of("type", "apiVersion", "name", "dependsOn", "condition", "comments", "createMode");

  private WhatIf() {}

  /**
   * One entry of the answer.
   *
   * @param now the resource as it is; empty if it is not there
   * @param wanted the resource of the template
   */
  static ObjectNode change(ArmId id, JsonNode now, ObjectNode wanted) {
    ObjectNode after = shown(wanted);
    if (now.isEmpty()) {
      return Tree.of("resourceId", id.text(), "changeType", "Create", "after", after);
    }
    List<ObjectNode> delta = new ArrayList<>();
    compare("", now, after, delta);
    return Tree.of(
        "resourceId", id.text(),
        "changeType", delta.isEmpty() ? "NoChange" : "Modify",
        "before", now,
        "after", after,
        "delta", delta);
  }

  private static ObjectNode shown(ObjectNode wanted) {
    ObjectNode shown = wanted.deepCopy();
    if (shown.path("properties") instanceof ObjectNode properties) {
      properties.remove("administratorLoginPassword");
    }
    shown.remove(List.of("dependsOn", "condition", "comments"));
    return shown;
  }

  private static void compare(String path, JsonNode now, JsonNode wanted, List<ObjectNode> delta) {
    for (var property : wanted.properties()) {
      String name = property.getKey();
      JsonNode before = now.path(name);
      JsonNode after = property.getValue();
      boolean top = path.isEmpty();
      if (NOT_COMPARED.contains(name)) {
        continue;
      }
      String place = top ? name : path + "." + name;
      if (after.isObject() && before.isObject()) {
        compare(place, before, after, delta);
      } else if (before.isMissingNode() || before.isNull()) {
        if (!after.isEmpty() || after.isValueNode()) {
          delta.add(Tree.of("path", place, "propertyChangeType", "Create", "after", after));
        }
      } else if (!alike(before, after)) {
        delta.add(
            Tree.of(
                "path", place,
                "propertyChangeType", "Modify",
                "before", before,
                "after", after));
      }
    }
  }

  /** Regions are shown by their display names: {@code East US} is {@code eastus}. */
  private static boolean alike(JsonNode before, JsonNode after) {
    return before.isContainerNode()
        ? before.equals(after)
        : before.asText().replace(" ", "").equalsIgnoreCase(after.asText().replace(" ", ""));
  }
}
