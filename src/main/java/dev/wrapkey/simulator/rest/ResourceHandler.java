package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Item;
import dev.wrapkey.simulator.world.Server;
import dev.wrapkey.simulator.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The listing of resources of any type. */
final class ResourceHandler {

  private static final String READ = "Microsoft.Resources/subscriptions/resources/read";
  private static final Pattern TYPE = Pattern.compile("(?i)resourceType\\s+eq\\s+'([^']+)'");
  private static final Pattern NAME = Pattern.compile("(?i)\\bname\\s+eq\\s+'([^']+)'");

  private final World world;

  ResourceHandler(World world) {
    this.world = world;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", "/subscriptions/{sub}/resources", READ, this::list),
        new Route("GET", "/subscriptions/{sub}/resourceGroups/{rg}/resources", READ, this::list));
  }

  private WireAnswer list(Call call) {
    String scope = Groups.scope(world, call);
    Optional<String> type = value(TYPE, call);
    Optional<String> name = value(NAME, call);
    List<Resource> found =
        all().stream()
            .filter(r -> r.id().isWithin(scope))
            .filter(r -> type.isEmpty() || r.id().type().equalsIgnoreCase(type.get()))
            .filter(r -> name.isEmpty() || r.id().name().equalsIgnoreCase(name.get()))
            .filter(r -> TagFilter.of(call).matches(r.tags()))
            .sorted(Comparator.comparing(r -> r.id().key()))
            .toList();
    return WireAnswer.ok(Paging.page(call, found, ResourceHandler::shape));
  }

  private record Resource(ArmId id, String location, SortedMap<String, String> tags) {}

  private List<Resource> all() {
    List<Resource> all = new ArrayList<>();
    world.vaults().all().forEach(v -> all.add(new Resource(v.id(), v.region(), v.tags())));
    world.identities().all().forEach(i -> all.add(new Resource(i.id(), i.region(), i.tags())));
    for (Server server : world.serversWithin("/")) {
      all.add(new Resource(server.id(), server.region(), server.shape().tags()));
    }
    for (Item item : new Items(world).within("/subscriptions")) {
      ObjectNode content = Items.content(item);
      if (item.id().fullType().equals(item.id().type()) && content.has("location")) {
        all.add(
            new Resource(item.id(), Tree.text(content, "location"), GroupHandler.tags(content)));
      }
    }
    return all;
  }

  private static Optional<String> value(Pattern pattern, Call call) {
    Matcher matcher = pattern.matcher(call.query("$filter"));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static ObjectNode shape(Resource resource) {
    return Tree.of(
        "id", resource.id().text(),
        "name", resource.id().name(),
        "type", resource.id().type(),
        "location", resource.location(),
        "tags", resource.tags());
  }
}
