package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Identity;
import dev.wrapkey.simulator.world.Item;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.Server;
import dev.wrapkey.simulator.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Federated credentials of a managed identity, and what uses the identity. */
final class FederationHandler {

  private static final String SEGMENT = "federatedIdentityCredentials";
  private static final String ONE =
      "/subscriptions/{sub}/resourceGroups/{rg}/providers/" + IdentityHandler.TYPE + "/{name}";
  private static final String TYPE = IdentityHandler.TYPE + "/" + SEGMENT;

  private final World world;
  private final Items items;

  FederationHandler(World world) {
    this.world = world;
    this.items = new Items(world);
  }

  List<Route> routes() {
    String all = ONE + "/" + SEGMENT;
    return List.of(
        new Route("GET", all, TYPE + "/read", this::list),
        new Route("GET", all + "/{child}", TYPE + "/read", this::get),
        new Route("PUT", all + "/{child}", TYPE + "/write", this::put),
        new Route("DELETE", all + "/{child}", TYPE + "/delete", this::delete),
        new Route(
            "POST",
            ONE + "/listAssociatedResources",
            IdentityHandler.TYPE + "/listAssociatedResources/action",
            this::users));
  }

  private Identity identity(Call call) {
    Groups.require(world, call);
    ArmId id = call.id(IdentityHandler.TYPE);
    return world.identities().get(id.key()).orElseThrow(() -> ArmErrors.notFound(id));
  }

  private WireAnswer list(Call call) {
    List<Item> found = items.within(identity(call).id().text(), TYPE);
    return WireAnswer.ok(Paging.page(call, found, Items::shape));
  }

  private WireAnswer get(Call call) {
    ArmId id = identity(call).id().child(SEGMENT, call.part("child"));
    Item item =
        items
            .find(id)
            .orElseThrow(
                () ->
                    new Refusal(
                        404, "NotFound", "Resource '%s' was not found.".formatted(id.text())));
    return WireAnswer.ok(Items.shape(item));
  }

  private WireAnswer put(Call call) {
    ArmId id = identity(call).id().child(SEGMENT, call.part("child"));
    JsonNode sent = call.body().path("properties");
    for (String name : List.of("issuer", "subject")) {
      if (Tree.text(sent, name).isEmpty()) {
        throw ArmErrors.invalidParameter(name);
      }
    }
    boolean isNew = items.find(id).isEmpty();
    Item item =
        items.put(
            id,
            Tree.of(
                "properties",
                Tree.of(
                    "issuer", Tree.text(sent, "issuer"),
                    "subject", Tree.text(sent, "subject"),
                    "audiences", sent.path("audiences"))),
            Duration.ZERO);
    WireAnswer answer = WireAnswer.json(isNew ? 201 : 200, Items.shape(item));
    return isNew ? answer.with("Location", id.text()) : answer;
  }

  private WireAnswer delete(Call call) {
    ArmId id = identity(call).id().child(SEGMENT, call.part("child"));
    Optional<Item> present = items.find(id);
    items.remove(id);
    return WireAnswer.empty(present.isPresent() ? 200 : 204);
  }

  private WireAnswer users(Call call) {
    ArmId id = identity(call).id();
    List<Server> users =
        world.serversWithin("/").stream()
            .filter(
                s -> s.encryption().identities().stream().anyMatch(i -> i.key().equals(id.key())))
            .toList();
    return WireAnswer.ok(
        Tree.of(
            "totalCount",
            users.size(),
            "value",
            users.stream()
                .map(
                    s ->
                        Tree.of(
                            "id", s.id().text(),
                            "name", s.id().name(),
                            "type", Server.TYPE,
                            "resourceGroup", s.id().group(),
                            "subscriptionId", s.id().subscription()))
                .toList()));
  }
}
