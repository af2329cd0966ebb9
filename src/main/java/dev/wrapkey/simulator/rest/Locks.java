package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Item;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code Microsoft.Authorization/locks} at any scope: {@code CanNotDelete} and {@code ReadOnly}.
 */
final class Locks {

  private static final String ALL = "{scope}/providers/Microsoft.Authorization/locks";
  private static final String RIGHT = "Microsoft.Authorization/locks/";
  private static final String PLACE = "/providers/microsoft.authorization/locks/";

  private final Items items;

  Locks(World world) {
    this.items = new Items(world);
  }

  List<Route> routes() {
    String one = ALL + "/{lock}";
    return List.of(
        new Route("GET", ALL, RIGHT + "read", this::list),
        new Route("GET", one, RIGHT + "read", this::get),
        new Route("PUT", one, RIGHT + "write", this::put),
        new Route("DELETE", one, RIGHT + "delete", this::delete));
  }

  private WireAnswer list(Call call) {
    List<Item> found =
        items.within(call.part("scope")).stream()
            .filter(i -> i.id().key().contains(PLACE))
            .toList();
    return WireAnswer.ok(Paging.page(call, found, Items::content));
  }

  private WireAnswer get(Call call) {
    Item item =
        items
            .find(id(call))
            .orElseThrow(
                () ->
                    new Refusal(
                        404,
                        "LockNotFound",
                        "The lock '%s' could not be found.".formatted(call.part("lock"))));
    return WireAnswer.ok(Items.content(item));
  }

  private WireAnswer put(Call call) {
    JsonNode sent = call.body().path("properties");
    String level = Tree.text(sent, "level");
    if (!List.of("CanNotDelete", "ReadOnly").contains(level)) {
      throw ArmErrors.invalidParameter("level");
    }
    boolean isNew = items.find(id(call)).isEmpty();
    String notes = Tree.text(sent, "notes");
    Item item =
        items.put(
            id(call),
            Tree.of(
                "properties", Tree.of("level", level, "notes", notes.isEmpty() ? null : notes),
                "id", id(call).text(),
                "type", "Microsoft.Authorization/locks",
                "name", call.part("lock")),
            Duration.ZERO);
    return WireAnswer.json(isNew ? 201 : 200, Items.content(item));
  }

  private WireAnswer delete(Call call) {
    boolean present = items.find(id(call)).isPresent();
    items.remove(id(call));
    return WireAnswer.empty(present ? 200 : 204);
  }

  private static ArmId id(Call call) {
    return new ArmId(
        call.part("scope") + "/providers/Microsoft.Authorization/locks/" + call.part("lock"));
  }

  /**
   * Refuses what a lock at or above a scope forbids, and a deletion that a lock below forbids.
   * Locks themselves can always be changed by those who may.
   *
   * @throws Refusal 409 ScopeLocked
   */
  static void refuse(World world, String scope, Route route) {
    boolean deletes = route.method().equals("DELETE");
    boolean reads = route.action().isEmpty() || route.action().endsWith("/read");
    if (!reads && !route.action().startsWith(RIGHT)) {
      refuse(world, scope, deletes ? "delete" : "write");
    }
  }

  private static void refuse(World world, String scope, String verb) {
    Optional<Item> lock =
        new Items(world)
            .within("/subscriptions").stream()
                .filter(i -> i.id().key().contains(PLACE))
                .filter(i -> covers(i, scope, verb))
                .findFirst();
    if (lock.isPresent()) {
      throw new Refusal(
          409,
          "ScopeLocked",
          ("The scope '%s' cannot perform %s operation because following scope(s) are locked: '%s'."
                  + " Please remove the lock and try again.")
              .formatted(scope, verb, locked(lock.get())));
    }
  }

  private static boolean covers(Item lock, String scope, String verb) {
    boolean readOnly = Tree.text(Items.content(lock), "properties", "level").equals("ReadOnly");
    String place = locked(lock);
    boolean above = new ArmId(scope).isWithin(place);
    boolean below = verb.equals("delete") && new ArmId(place).isWithin(scope);
    return (above || below) && (readOnly || verb.equals("delete"));
  }

  private static String locked(Item lock) {
    String text = lock.id().text();
    return text.substring(0, text.toLowerCase(Locale.ROOT).indexOf(PLACE));
  }
}
