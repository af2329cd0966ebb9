package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Ids;
import dev.wrapkey.simulator.world.ResourceGroup;
import java.util.List;
import java.util.Optional;

/**
 * How resources are called in a template for a resource group.
 *
 * @param group that it is deployed to
 */
record TemplateIds(ResourceGroup group) {

  private static final String TENANT = Ids.PATTERN + "000000000001";

  /** The identifier of a resource with type and name. */
  ArmId of(JsonNode resource) {
    return of(Tree.text(resource, "type"), List.of(Tree.text(resource, "name").split("/")));
  }

  private ArmId of(String type, List<String> names) {
    String[] types = type.split("/");
    if (types.length != names.size() + 1) {
      throw Template.invalid("Type '%s' and name '%s' differ in length.".formatted(type, names));
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

  /**
   * The functions about where a deployment happens.
   *
   * @param deployment its name
   * @return empty if it is none of these
   */
  Optional<JsonNode> call(String function, List<String> texts, String deployment) {
    String subscription = group.id().subscription();
    return Optional.ofNullable(
        switch (function) {
          case "resourceid" -> Tree.plain(named(texts));
          case "subscriptionresourceid" ->
              Tree.plain(
                  "/subscriptions/%s/providers/%s/%s"
                      .formatted(subscription, texts.getFirst(), texts.getLast()));
          case "deployment" -> Tree.of("name", deployment);
          case "tenant" -> Tree.of("tenantId", TENANT);
          case "resourcegroup" ->
              Tree.of(
                  "id", group.id().text(),
                  "name", group.id().name(),
                  "location", group.region());
          case "subscription" ->
              Tree.of(
                  "id", "/subscriptions/" + subscription,
                  "subscriptionId", subscription,
                  "tenantId", TENANT);
          default -> null;
        });
  }

  /** The function {@code resourceId}: with or without another resource group in front. */
  private String named(List<String> texts) {
    int type = 0;
    while (type < texts.size() && !texts.get(type).contains("/")) {
      type++;
    }
    if (type >= texts.size() - 1) {
      throw Template.invalid("resourceId needs a type and a name.");
    }
    ArmId id = of(texts.get(type), texts.subList(type + 1, texts.size()));
    String mine = "/resourceGroups/" + group.id().name() + "/";
    return type == 0
        ? id.text()
        : id.text().replace(mine, "/resourceGroups/" + texts.get(type - 1) + "/");
  }
}
