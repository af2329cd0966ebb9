package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.ResourceGroup;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A template for a resource group: parameters, variables and the functions that need no other
 * resource. Everything else is refused by name.
 */
final class Template {

  private final ResourceGroup group;
  private final JsonNode template;
  private final JsonNode values;

  /**
   * @param properties of the deployment: {@code template} and {@code parameters}
   */
  Template(ResourceGroup group, JsonNode properties) {
    this.group = group;
    this.template = properties.path("template");
    this.values = properties.path("parameters");
    if (!template.path("resources").isArray()) {
      throw invalid("The template has no resources.");
    }
    template.path("parameters").properties().forEach(p -> parameter(p.getKey()));
  }

  static Refusal invalid(String why) {
    return new Refusal(
        400, "InvalidTemplate", "Deployment template validation failed: '" + why + "'.");
  }

  /** Parameters as a deployment shows them; the values of secure ones are left out. */
  ObjectNode parameters() {
    ObjectNode shown = Tree.of();
    for (var declared : template.path("parameters").properties()) {
      String type = Tree.text(declared.getValue(), "type");
      boolean secure = type.toLowerCase(Locale.ROOT).startsWith("secure");
      ObjectNode one = Tree.of("type", type);
      if (!secure) {
        one.set("value", parameter(declared.getKey()));
      }
      shown.set(declared.getKey(), one);
    }
    return shown;
  }

  /** The resources with every expression replaced by its value, in the order they are written. */
  List<ObjectNode> resources() {
    List<ObjectNode> resources = new ArrayList<>();
    for (JsonNode resource : template.path("resources")) {
      if (resource.has("copy") || resource.has("resources")) {
        throw invalid("Copies and nested resources are not simulated.");
      }
      if (evaluated(resource) instanceof ObjectNode object
          && object.path("condition").asBoolean(true)) {
        resources.add(object);
      }
    }
    return resources;
  }

  /** The identifier of a resource of this template. */
  ArmId id(JsonNode resource) {
    return id(Tree.text(resource, "type"), List.of(Tree.text(resource, "name").split("/")));
  }

  private ArmId id(String type, List<String> names) {
    String[] types = type.split("/");
    if (types.length != names.size() + 1) {
      throw invalid("Type '%s' and name '%s' differ in length.".formatted(type, names));
    }
    ArmId id =
        ArmId.of(
            group.id().subscription(),
            group.id().name(),
            types[0] + "/" + types[1],
            names.getFirst());
    for (int i = 1; i < names.size(); i++) {
      id = id.child(types[i + 1], names.get(i));
    }
    return id;
  }

  private JsonNode evaluated(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = Tree.of();
      object.properties().forEach(p -> copy.set(p.getKey(), evaluated(p.getValue())));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      List<JsonNode> copy = new ArrayList<>();
      array.forEach(n -> copy.add(evaluated(n)));
      return Tree.array(copy);
    }
    String text = node.isTextual() ? node.asText() : "";
    if (!text.startsWith("[") || !text.endsWith("]")) {
      return node;
    }
    return text.startsWith("[[")
        ? Tree.plain(text.substring(1))
        : TemplateExpression.value(text.substring(1, text.length() - 1), this::call);
  }

  private JsonNode parameter(String name) {
    JsonNode given = values.path(name).path("value");
    JsonNode declared = template.path("parameters").path(name);
    if (!given.isMissingNode()) {
      return given;
    }
    if (!declared.has("defaultValue")) {
      throw invalid("The value for the template parameter '%s' is not provided.".formatted(name));
    }
    return evaluated(declared.path("defaultValue"));
  }

  private JsonNode call(String name, List<JsonNode> arguments) {
    List<String> texts = arguments.stream().map(JsonNode::asText).toList();
    String first = texts.isEmpty() ? "" : texts.getFirst();
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "parameters" -> parameter(first);
      case "variables" -> evaluated(template.path("variables").path(first));
      case "concat" -> Tree.plain(String.join("", texts));
      case "tolower" -> Tree.plain(first.toLowerCase(Locale.ROOT));
      case "toupper" -> Tree.plain(first.toUpperCase(Locale.ROOT));
      case "string" -> Tree.plain(first);
      case "uniquestring" -> Tree.plain(unique(String.join("/", texts)));
      case "resourceid" -> Tree.plain(resourceId(texts));
      case "resourcegroup" ->
          Tree.of(
              "id", group.id().text(),
              "name", group.id().name(),
              "location", group.region());
      case "subscription" ->
          Tree.of(
              "id",
              "/subscriptions/" + group.id().subscription(),
              "subscriptionId",
              group.id().subscription());
      default -> throw invalid("The function '%s' is not simulated.".formatted(name));
    };
  }

  /** Thirteen letters and digits that depend on nothing but the seed. */
  private static String unique(String seed) {
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "")
        .substring(0, 13);
  }

  /** With or without the name of another resource group in front. */
  private String resourceId(List<String> texts) {
    int type = 0;
    while (type < texts.size() && !texts.get(type).contains("/")) {
      type++;
    }
    if (type >= texts.size() - 1) {
      throw invalid("resourceId needs a type and a name.");
    }
    ArmId id = id(texts.get(type), texts.subList(type + 1, texts.size()));
    String mine = "/resourceGroups/" + group.id().name() + "/";
    return type == 0
        ? id.text()
        : id.text().replace(mine, "/resourceGroups/" + texts.get(type - 1) + "/");
  }
}
