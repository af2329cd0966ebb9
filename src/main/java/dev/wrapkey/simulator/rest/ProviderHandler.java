package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.Region;
import dev.wrapkey.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Resource providers: those that the practice cloud plays, all of them registered. */
final class ProviderHandler {

  private static final String ALL = "/subscriptions/{sub}/providers";
  private static final String READ = "Microsoft.Resources/subscriptions/providers/read";

  private final World world;
  private final JsonNode providers;

  ProviderHandler(World world) {
    this.world = world;
    this.providers = Tree.resource("providers.json").path("providers");
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", ALL, READ, this::list),
        new Route("GET", ALL + "/{namespace}", READ, c -> WireAnswer.ok(find(c))),
        new Route(
            "POST",
            ALL + "/{namespace}/register",
            "Microsoft.Resources/subscriptions/providers/register/action",
            c -> WireAnswer.ok(find(c))));
  }

  private WireAnswer list(Call call) {
    List<JsonNode> all = StreamSupport.stream(providers.spliterator(), false).toList();
    return WireAnswer.ok(Paging.page(call, all, p -> shape(call, p)));
  }

  private ObjectNode find(Call call) {
    for (JsonNode provider : providers) {
      if (Tree.text(provider, "namespace").equalsIgnoreCase(call.part("namespace"))) {
        return shape(call, provider);
      }
    }
    throw new Refusal(
        404,
        "InvalidResourceNamespace",
        "The resource namespace '%s' is invalid.".formatted(call.part("namespace")));
  }

  private ObjectNode shape(Call call, JsonNode provider) {
    String namespace = Tree.text(provider, "namespace");
    List<ObjectNode> types = new ArrayList<>();
    provider.path("types").properties().forEach(t -> types.add(type(t.getKey(), t.getValue())));
    List<JsonNode> authorizations = new ArrayList<>();
    provider.path("authorizations").forEach(authorizations::add);
    return Tree.of(
        "id",
        "/subscriptions/" + call.part("sub") + "/providers/" + namespace,
        "namespace",
        namespace,
        "authorizations",
        authorizations,
        "resourceTypes",
        types,
        "registrationState",
        "Registered",
        "registrationPolicy",
        "RegistrationRequired");
  }

  private ObjectNode type(String name, JsonNode versions) {
    List<Region> regions = world.regions().regions();
    String newest = versions.path(0).asText();
    return Tree.of(
        "resourceType",
        name,
        "locations",
        regions.stream().map(Region::displayName).toList(),
        "apiVersions",
        versions,
        "defaultApiVersion",
        newest,
        "apiProfiles",
        List.of(Tree.of("profileVersion", "2019-03-01-hybrid", "apiVersion", newest)),
        "zoneMappings",
        regions.stream()
            .map(r -> Tree.of("location", r.displayName(), "zones", List.of("1", "2", "3")))
            .toList(),
        "capabilities",
        "CrossResourceGroupResourceMove, SupportsTags, SupportsLocation");
  }
}
