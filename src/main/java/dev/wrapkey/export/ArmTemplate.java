package dev.wrapkey.export;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A template for a resource group, and its parameters. */
final class ArmTemplate {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String TEMPLATE =
      "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";
  private static final String PARAMETERS =
      "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#";
  private static final String VERSION = "1.0.0.0";
  private static final String DEPLOYMENTS = "2022-09-01";

  private final Plan plan;
  private final Blueprint blueprint;

  private ArmTemplate(Plan plan) {
    this.plan = plan;
    this.blueprint = Blueprint.of(plan);
  }

  static List<Exported> of(Plan plan) {
    ArmTemplate template = new ArmTemplate(plan);
    return List.of(
        new Exported("template.json", text(template.template())),
        new Exported("parameters.json", text(template.parameters())));
  }

  private ObjectNode template() {
    ObjectNode declared = JSON.objectNode();
    for (Parameter parameter : blueprint.parameters()) {
      ObjectNode one = declared.putObject(parameter.name());
      one.put("type", parameter.type());
      one.putObject("metadata").put("description", parameter.about());
    }
    ObjectNode template = template(TEMPLATE);
    template.set("parameters", declared);
    ArrayNode resources = template.putArray("resources");
    blueprint.resources().forEach(r -> resources.add(placed(r)));
    ObjectNode id = template.putObject("outputs").putObject("serverId");
    id.put("type", "string");
    id.put("value", ArmText.SERVER_ID);
    return template;
  }

  private static ObjectNode template(String schema) {
    ObjectNode template = JSON.objectNode();
    template.put("$schema", schema);
    template.put("contentVersion", VERSION);
    return template;
  }

  /** What belongs to another resource group is deployed there. */
  private ObjectNode placed(Resource resource) {
    if (resource.isBeside(plan.serverId())) {
      return resource(resource);
    }
    ObjectNode inner = template(TEMPLATE);
    ObjectNode only = resource(resource);
    only.remove("dependsOn");
    inner.putArray("resources").add(only);
    ObjectNode nested = JSON.objectNode();
    nested.put("type", "Microsoft.Resources/deployments");
    nested.put("apiVersion", DEPLOYMENTS);
    nested.put("name", resource.symbol());
    nested.put("subscriptionId", resource.id().subscription());
    nested.put("resourceGroup", resource.id().resourceGroup());
    after(resource, nested);
    ObjectNode properties = nested.putObject("properties");
    properties.put("mode", "Incremental");
    properties.set("template", inner);
    return nested;
  }

  private ObjectNode resource(Resource resource) {
    ObjectNode written = JSON.objectNode();
    written.put("type", resource.id().type());
    written.put("apiVersion", resource.apiVersion());
    written.put("name", name(resource));
    after(resource, written);
    written.setAll((ObjectNode) ArmText.json(resource.body()));
    return written;
  }

  private static String name(Resource resource) {
    if (resource.isServer()) {
      return ArmText.parameter(Blueprint.NAME);
    }
    return resource.isPartOfServer()
        ? "[format('{0}/{1}', parameters('%s'), %s)]"
            .formatted(Blueprint.NAME, ArmText.quoted(resource.ownName()))
        : ArmText.literal(resource.id().name());
  }

  private void after(Resource resource, ObjectNode written) {
    if (resource.after().isEmpty()) {
      return;
    }
    ArrayNode dependsOn = written.putArray("dependsOn");
    blueprint.resources().stream()
        .filter(r -> resource.after().contains(r.symbol()))
        .forEach(r -> dependsOn.add(reference(r)));
  }

  private String reference(Resource resource) {
    if (!resource.isBeside(plan.serverId())) {
      return "[resourceId(%s, %s, 'Microsoft.Resources/deployments', %s)]"
          .formatted(
              ArmText.quoted(resource.id().subscription()),
              ArmText.quoted(resource.id().resourceGroup()),
              ArmText.quoted(resource.symbol()));
    }
    if (resource.isServer()) {
      return ArmText.SERVER_ID;
    }
    return resource.isPartOfServer()
        ? "[resourceId('%s', parameters('%s'), %s)]"
            .formatted(resource.id().type(), Blueprint.NAME, ArmText.quoted(resource.ownName()))
        : "[resourceId('%s', %s)]".formatted(resource.id().type(), names(resource.id()));
  }

  private static String names(ResourceId id) {
    return String.join(", ", List.of(id.name().split("/")).stream().map(ArmText::quoted).toList());
  }

  /** Values are taken as they are: nothing in them is an expression. */
  private ObjectNode parameters() {
    ObjectNode file = template(PARAMETERS);
    ObjectNode values = file.putObject("parameters");
    for (Parameter parameter : blueprint.parameters()) {
      parameter
          .value()
          .ifPresent(v -> values.putObject(parameter.name()).set("value", ArmText.plain(v)));
    }
    return file;
  }

  private static String text(JsonNode json) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(json) + "\n";
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
