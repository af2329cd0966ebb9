package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The order of a template's resources. */
final class Dependencies {

  private Dependencies() {}

  /**
   * As written, but each behind what it depends on.
   *
   * @throws dev.wrapkey.simulator.world.Refusal 400 if they depend on one another in a circle
   */
  static List<ObjectNode> sorted(List<ObjectNode> resources, TemplateIds ids) {
    List<ObjectNode> waiting = new ArrayList<>(resources);
    List<ObjectNode> sorted = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Optional<ObjectNode> free =
          waiting.stream()
              .filter(r -> waiting.stream().noneMatch(other -> depends(r, other, ids)))
              .findFirst();
      sorted.add(free.orElseThrow(() -> Template.invalid("Circular dependency detected.")));
      waiting.remove(free.get());
    }
    return sorted;
  }

  private static boolean depends(ObjectNode resource, ObjectNode other, TemplateIds ids) {
    for (JsonNode dependency : resource.path("dependsOn")) {
      String wanted = dependency.asText();
      boolean named = wanted.equalsIgnoreCase(Tree.text(other, "name"));
      if (resource != other && (named || wanted.equalsIgnoreCase(ids.of(other).text()))) {
        return true;
      }
    }
    return false;
  }
}
