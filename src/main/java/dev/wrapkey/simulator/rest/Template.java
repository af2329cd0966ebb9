package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.ResourceGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A template for a resource group: parameters, variables, copies, conditions, dependencies, outputs
 * and the usual functions. Everything else is refused by name.
 */
final class Template {

  private static final int MOST_COPIES = 800;

  /** Reads a resource that exists. */
  @FunctionalInterface
  interface Reader {
    JsonNode read(ArmId id, String apiVersion);
  }

  private final ResourceGroup group;
  private final JsonNode template;
  private final JsonNode values;
  private final TemplateIds ids;
  private final String name;
  private Optional<Reader> reader = Optional.empty();
  private Optional<Integer> copy = Optional.empty();

  /**
   * @param name of the deployment
   * @param properties of the deployment: {@code template} and {@code parameters}
   */
  Template(ResourceGroup group, String name, JsonNode properties) {
    this.group = group;
    this.name = name;
    this.ids = new TemplateIds(group);
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

  /**
   * What it takes to tell the outputs later, in the shape of a deployment's properties: no secret,
   * and of resources no more than what they are called.
   */
  ObjectNode forOutputs() {
    List<ObjectNode> named =
        resources().stream()
            .map(
                r ->
                    Tree.of(
                        "type", r.path("type"),
                        "name", r.path("name"),
                        "apiVersion", r.path("apiVersion")))
            .toList();
    ObjectNode given = parameters();
    given
        .properties()
        .forEach(p -> ((ObjectNode) p.getValue()).putIfAbsent("value", Tree.plain("")));
    return Tree.of(
        "template",
        Tree.of(
            "parameters", template.path("parameters"),
            "variables", template.path("variables"),
            "outputs", template.path("outputs"),
            "resources", named),
        "parameters",
        given);
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

  /** The resources with every expression replaced by its value, what depends on others last. */
  List<ObjectNode> resources() {
    List<ObjectNode> resources = new ArrayList<>();
    for (JsonNode resource : template.path("resources")) {
      boolean deploys = Tree.text(resource, "type").equalsIgnoreCase(DeploymentJson.TYPE);
      if (deploys || resource.has("resources")) {
        throw invalid("Nested resources and deployments are not simulated.");
      }
      if (resource.has("copy")) {
        copies(resource, resources);
      } else {
        add(resource, resources);
      }
    }
    return Dependencies.sorted(resources, ids);
  }

  private void copies(JsonNode resource, List<ObjectNode> resources) {
    int count = evaluated(resource.path("copy").path("count")).asInt(-1);
    if (count < 0 || count > MOST_COPIES) {
      throw invalid("The copy count must be between 0 and %d.".formatted(MOST_COPIES));
    }
    for (int i = 0; i < count; i++) {
      copy = Optional.of(i);
      add(resource, resources);
    }
    copy = Optional.empty();
  }

  private void add(JsonNode resource, List<ObjectNode> resources) {
    if (evaluated(resource) instanceof ObjectNode object
        && object.path("condition").asBoolean(true)) {
      object.remove("copy");
      resources.add(object);
    }
  }

  /**
   * The outputs.
   *
   * @param existing reads the resources that outputs refer to
   */
  ObjectNode outputs(Reader existing) {
    reader = Optional.of(existing);
    ObjectNode shown = Tree.of();
    for (var declared : template.path("outputs").properties()) {
      JsonNode output = declared.getValue();
      String type = Tree.text(output, "type");
      boolean secure = type.toLowerCase(Locale.ROOT).startsWith("secure");
      if (evaluated(output.path("condition")).asBoolean(true)) {
        ObjectNode one = Tree.of("type", type);
        if (!secure) {
          one.set("value", evaluated(output.path("value")));
        }
        shown.set(declared.getKey(), one);
      }
    }
    reader = Optional.empty();
    return shown;
  }

  /** The identifier of a resource of this template. */
  ArmId id(JsonNode resource) {
    return ids.of(resource);
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
    String lower = name.toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "parameters" -> parameter(first);
      case "variables" -> variable(first);
      case "copyindex" -> Tree.number(copyIndex(texts));
      case "reference" -> reference(texts);
      default ->
          ids.call(lower, texts, this.name)
              .or(() -> TemplateFunctions.call(lower, arguments))
              .orElseThrow(() -> invalid("The function '%s' is not simulated.".formatted(name)));
    };
  }

  private JsonNode variable(String wanted) {
    JsonNode declared = template.path("variables").path(wanted);
    if (declared.isMissingNode()) {
      throw invalid("The template variable '%s' is not found.".formatted(wanted));
    }
    return evaluated(declared);
  }

  /** With or without the name of the loop, and with or without an offset. */
  private int copyIndex(List<String> texts) {
    int offset =
        !texts.isEmpty() && texts.getLast().matches("\\d{1,6}")
            ? Integer.parseInt(texts.getLast())
            : 0;
    return offset
        + copy.orElseThrow(() -> invalid("copyIndex can be used in a resource with copy only."));
  }

  /** The properties of a resource, or all of it. */
  private JsonNode reference(List<String> texts) {
    Reader existing =
        reader.orElseThrow(() -> invalid("The function 'reference' is simulated in outputs only."));
    String wanted = texts.getFirst();
    ObjectNode mine =
        resources().stream()
            .filter(
                r ->
                    wanted.equalsIgnoreCase(Tree.text(r, "name"))
                        || wanted.equalsIgnoreCase(id(r).text()))
            .findFirst()
            .orElse(Tree.of());
    String version = texts.size() > 1 ? texts.get(1) : Tree.text(mine, "apiVersion");
    JsonNode found = existing.read(mine.isEmpty() ? new ArmId(wanted) : id(mine), version);
    return texts.size() > 2 && texts.get(2).equalsIgnoreCase("full")
        ? found
        : found.path("properties");
  }
}
