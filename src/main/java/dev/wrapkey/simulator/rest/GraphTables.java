package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.query.Row;
import dev.wrapkey.simulator.world.Access;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Item;
import dev.wrapkey.simulator.world.Region;
import dev.wrapkey.simulator.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The tables of Resource Graph: what a caller may read, with types, locations and resource groups
 * in small letters as Azure's index has them. Ours is never late, Azure's is.
 */
final class GraphTables {

  static final String RESOURCES = "resources";
  static final String CONTAINERS = "resourcecontainers";

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "name",
          "type",
          "tenantId",
          "kind",
          "location",
          "resourceGroup",
          "subscriptionId",
          "managedBy",
          "sku",
          "plan",
          "properties",
          "tags",
          "identity",
          "zones",
          "extendedLocation");

  static final Map<String, List<String>> ALL = Map.of(RESOURCES, COLUMNS, CONTAINERS, COLUMNS);

  private final World world;
  private final GraphShapes shapes;
  private final Access access;
  private final String tenant;

  GraphTables(World world, GraphShapes shapes, Access access, String tenant) {
    this.world = world;
    this.shapes = shapes;
    this.access = access;
    this.tenant = tenant;
  }

  private record Entry(ArmId id, String type, String location, Supplier<ObjectNode> shape) {

    /** Where in Azure it lies, the whole of a subscription included. */
    String subscription() {
      return id.subscription();
    }
  }

  /** The subscriptions that a caller sees anything of. */
  List<String> subscriptions(String principal) {
    return world.subscriptions().all().stream()
        .map(each -> each.id())
        .filter(id -> access.sees(principal, "/subscriptions/" + id))
        .toList();
  }

  /** The rows that a caller may read, by identifier. */
  List<Row> rows(String table, String principal, List<String> subscriptions) {
    Reader reader = new Reader(access, principal, new HashMap<>());
    return (table.equals(CONTAINERS) ? containers() : resources())
        .filter(e -> subscriptions.stream().anyMatch(e.subscription()::equalsIgnoreCase))
        .filter(reader::mayRead)
        .sorted(Comparator.comparing(e -> e.id().key()))
        .map(this::row)
        .toList();
  }

  private Stream<Entry> resources() {
    List<Entry> all = new ArrayList<>();
    world
        .vaults()
        .all()
        .forEach(v -> all.add(new Entry(v.id(), v.id().type(), v.region(), () -> shapes.vault(v))));
    world
        .identities()
        .all()
        .forEach(
            i -> all.add(new Entry(i.id(), i.id().type(), i.region(), () -> shapes.identity(i))));
    world
        .serversWithin("/")
        .forEach(
            s -> all.add(new Entry(s.id(), s.id().type(), s.region(), () -> shapes.server(s))));
    for (Item item : new Items(world).within("/subscriptions")) {
      if (item.id().fullType().equals(item.id().type())) {
        String location = Tree.text(Items.content(item), "location");
        if (!location.isEmpty()) {
          all.add(new Entry(item.id(), item.id().type(), location, () -> Items.shape(item)));
        }
      }
    }
    return all.stream();
  }

  private Stream<Entry> containers() {
    String type = "Microsoft.Resources/subscriptions";
    return Stream.concat(
        world.subscriptions().all().stream()
            .map(
                s ->
                    new Entry(
                        new ArmId("/subscriptions/" + s.id()),
                        type,
                        "",
                        () ->
                            Tree.of("name", s.name(), "properties", Tree.of("state", "Enabled")))),
        world.groups().all().stream()
            .map(
                g ->
                    new Entry(
                        g.id(),
                        type + "/resourceGroups",
                        g.region(),
                        () -> GroupHandler.shape(g))));
  }

  private Row row(Entry entry) {
    Supplier<ObjectNode> shape = once(entry.shape());
    SequencedMap<String, Supplier<JsonNode>> columns = new LinkedHashMap<>();
    for (String name : COLUMNS) {
      columns.put(
          name, () -> fixed(entry, name).orElseGet(() -> shown(shape.get().path(name), name)));
    }
    return new Row(columns);
  }

  private Optional<JsonNode> fixed(Entry entry, String column) {
    String text =
        switch (column) {
          case "id" -> entry.id().text();
          case "type" -> entry.type().toLowerCase(Locale.ROOT);
          case "tenantId" -> tenant;
          case "location" ->
              world
                  .regions()
                  .find(entry.location())
                  .map(Region::name)
                  .orElse(entry.location().toLowerCase(Locale.ROOT));
          case "resourceGroup" -> entry.id().group().toLowerCase(Locale.ROOT);
          case "subscriptionId" -> entry.subscription();
          default -> null;
        };
    return Optional.ofNullable(text).map(Tree::plain);
  }

  private static JsonNode shown(JsonNode value, String column) {
    boolean word = column.equals("kind") || column.equals("managedBy");
    return value.isMissingNode() ? word ? Tree.plain("") : Tree.nothing() : value;
  }

  private static <T> Supplier<T> once(Supplier<T> source) {
    List<T> kept = new ArrayList<>(1);
    return () -> {
      if (kept.isEmpty()) {
        kept.add(source.get());
      }
      return kept.getFirst();
    };
  }

  /** Asks for rights from the outside in, each place once. */
  private record Reader(Access access, String principal, Map<String, Boolean> known) {

    boolean mayRead(Entry entry) {
      String action = entry.type() + "/read";
      return Stream.of(
              "/subscriptions/" + entry.subscription(),
              ArmId.group(entry.subscription(), entry.id().group()).text(),
              entry.id().text())
          .anyMatch(scope -> allowed(scope, action));
    }

    private boolean allowed(String scope, String action) {
      return known.computeIfAbsent(
          scope + " " + action, key -> access.permits(principal, scope, action));
    }
  }
}
