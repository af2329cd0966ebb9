package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Identity;
import dev.wrapkey.simulator.world.Ids;
import dev.wrapkey.simulator.world.Region;
import dev.wrapkey.simulator.world.World;
import java.util.List;
import java.util.Optional;

/** {@code Microsoft.ManagedIdentity}: user-assigned managed identities. */
final class IdentityHandler {

  static final String TYPE = "Microsoft.ManagedIdentity/userAssignedIdentities";
  private static final String SUB = "/subscriptions/{sub}/providers/" + TYPE;
  private static final String GROUP = "/subscriptions/{sub}/resourceGroups/{rg}/providers/" + TYPE;
  private static final String READ = TYPE + "/read";

  private final World world;
  private final Ids ids;
  private final String tenant;

  IdentityHandler(World world, Ids ids, String tenant) {
    this.world = world;
    this.ids = ids;
    this.tenant = tenant;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", SUB, READ, this::list),
        new Route("GET", GROUP, READ, this::list),
        new Route("GET", GROUP + "/{name}", READ, this::get),
        new Route("PUT", GROUP + "/{name}", TYPE + "/write", this::put),
        new Route("PATCH", GROUP + "/{name}", TYPE + "/write", this::patch),
        new Route("DELETE", GROUP + "/{name}", TYPE + "/delete", this::delete));
  }

  private WireAnswer patch(Call call) {
    Groups.require(world, call);
    ArmId id = call.id(TYPE);
    Identity old = world.identities().get(id.key()).orElseThrow(() -> ArmErrors.notFound(id));
    Identity changed =
        new Identity(
            old.id(),
            old.region(),
            old.principalId(),
            old.clientId(),
            call.body().has("tags") ? GroupHandler.tags(call.body()) : old.tags());
    world.identities().put(id.key(), changed);
    return WireAnswer.ok(shape(changed));
  }

  /** Role assignments of the identity stay, as in Azure, for a principal that is no more. */
  private WireAnswer delete(Call call) {
    Groups.require(world, call);
    ArmId id = call.id(TYPE);
    boolean present = world.identities().get(id.key()).isPresent();
    world.identities().remove(id.key());
    new Items(world).remove(id);
    return WireAnswer.empty(present ? 200 : 204);
  }

  private WireAnswer list(Call call) {
    String scope = Groups.scope(world, call);
    List<Identity> found =
        world.identities().all().stream().filter(i -> i.id().isWithin(scope)).toList();
    return WireAnswer.ok(Paging.page(call, found, this::shape));
  }

  private WireAnswer get(Call call) {
    Groups.require(world, call);
    ArmId id = call.id(TYPE);
    return WireAnswer.ok(
        shape(world.identities().get(id.key()).orElseThrow(() -> ArmErrors.notFound(id))));
  }

  private WireAnswer put(Call call) {
    Groups.require(world, call);
    JsonNode body = call.body();
    ArmId id = call.id(TYPE);
    if (!id.name().matches("[A-Za-z0-9][A-Za-z0-9_-]{2,127}")) {
      throw ArmErrors.invalidParameter("resourceName");
    }
    Region region =
        world
            .regions()
            .find(Tree.text(body, "location"))
            .orElseThrow(() -> ArmErrors.regionNotAvailable(Tree.text(body, "location"), TYPE));
    Optional<Identity> before = world.identities().get(id.key());
    Identity identity =
        new Identity(
            id,
            region.name(),
            before.map(Identity::principalId).orElseGet(ids::guid),
            before.map(Identity::clientId).orElseGet(ids::guid),
            GroupHandler.tags(body));
    world.identities().put(id.key(), identity);
    return WireAnswer.json(before.isPresent() ? 200 : 201, shape(identity))
        .with("Location", id.text());
  }

  ObjectNode shape(Identity identity) {
    return Tree.of(
        "id", identity.id().text(),
        "name", identity.id().name(),
        "type", TYPE,
        "location", identity.region(),
        "tags", identity.tags(),
        "properties",
            Tree.of(
                "tenantId",
                tenant,
                "principalId",
                identity.principalId(),
                "clientId",
                identity.clientId()));
  }
}
