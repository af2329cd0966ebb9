package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Item;
import dev.wrapkey.simulator.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads and writes {@link Item}s: resources that are stored and shown, nothing more. */
final class Items {

  private final World world;

  Items(World world) {
    this.world = world;
  }

  /** An item that can be seen by now. */
  Optional<Item> find(ArmId id) {
    return world.items().get(id.key()).filter(this::isVisible);
  }

  /** The items of a type directly or indirectly within a scope that can be seen by now. */
  List<Item> within(String scope, String type) {
    return world.items().all().stream()
        .filter(i -> i.id().isWithin(scope) && i.id().fullType().equalsIgnoreCase(type))
        .filter(this::isVisible)
        .toList();
  }

  /** Everything within a scope that is not gone. */
  List<Item> within(String scope) {
    return world.items().all().stream()
        .filter(i -> i.id().isWithin(scope) && this.isVisible(i))
        .toList();
  }

  private boolean isVisible(Item item) {
    return item.isVisible(world.now());
  }

  /**
   * Stores an item; what is seen of it already stays visible.
   *
   * @param delay how long a new item stays unseen, in the cloud's time
   */
  Item put(ArmId id, JsonNode content, Duration delay) {
    Instant now = world.now();
    Optional<Item> before = find(id);
    Item item =
        new Item(
            before.map(Item::id).orElse(id),
            content.toString(),
            before.map(Item::created).orElse(now),
            now,
            before.map(Item::from).orElse(now.plus(delay)),
            null);
    world.items().put(id.key(), item);
    return item;
  }

  /** Removes an item with everything in it. */
  void remove(ArmId id) {
    world.items().all().stream()
        .filter(i -> i.id().isWithin(id.text()))
        .forEach(i -> world.items().remove(i.id().key()));
  }

  /** Removes an item after a while of the cloud's time. */
  void removeAfter(ArmId id, Duration delay) {
    find(id).ifPresent(i -> world.items().put(id.key(), i.goneAt(world.now().plus(delay))));
  }

  static ObjectNode content(Item item) {
    return Tree.read(item.content().getBytes(StandardCharsets.UTF_8));
  }

  /** Identifier, name and type as every resource shows them. */
  static ObjectNode head(ArmId id) {
    return Tree.of("id", id.text(), "name", id.name(), "type", id.fullType());
  }

  /** Identifier, name and type, then the stored content. */
  static ObjectNode shape(Item item) {
    ObjectNode shape = head(item.id());
    shape.setAll(content(item));
    return shape;
  }
}
