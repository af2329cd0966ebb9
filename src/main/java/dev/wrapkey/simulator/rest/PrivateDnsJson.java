package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Item;
import dev.wrapkey.simulator.world.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Private DNS zones, links and record sets as the service shows them. */
final class PrivateDnsJson {

  static final String ZONE = "Microsoft.Network/privateDnsZones";
  static final String LINK = ZONE + "/virtualNetworkLinks";

  private final Items items;

  PrivateDnsJson(World world) {
    this.items = new Items(world);
  }

  ObjectNode zone(Item zone) {
    ObjectNode shape = tagged(zone);
    List<Item> links = items.within(zone.id().text(), LINK);
    long registering = links.stream().filter(PrivateDnsJson::registers).count();
    long all = items.within(zone.id().text()).size() - 1L;
    shape.set(
        "properties",
        Tree.of(
            "internalId",
            identifier(zone.id().key()),
            "maxNumberOfRecordSets",
            25000,
            "maxNumberOfVirtualNetworkLinks",
            1000,
            "maxNumberOfVirtualNetworkLinksWithRegistration",
            100,
            "numberOfRecordSets",
            all - links.size() + 1,
            "numberOfVirtualNetworkLinks",
            links.size(),
            "numberOfVirtualNetworkLinksWithRegistration",
            registering,
            "provisioningState",
            "Succeeded"));
    return shape;
  }

  private static boolean registers(Item link) {
    return Tree.at(Items.content(link), "properties", "registrationEnabled").asBoolean();
  }

  ObjectNode link(Item link) {
    ObjectNode shape = tagged(link);
    ObjectNode properties = shape.withObject("/properties");
    properties.put("provisioningState", "Succeeded");
    properties.put("virtualNetworkLinkState", "Completed");
    return shape;
  }

  ObjectNode record(Item item) {
    ArmId zone = item.id().parent();
    String kind = item.id().fullType();
    ObjectNode shape = tagged(item);
    shape.put("type", ZONE + kind.substring(kind.lastIndexOf('/')).toUpperCase(Locale.ROOT));
    ObjectNode properties = shape.withObject("/properties");
    properties.put("fqdn", item.id().name() + "." + zone.name() + ".");
    properties.put("isAutoRegistered", false);
    return shape;
  }

  private static ObjectNode tagged(Item item) {
    ObjectNode shape = Items.head(item.id());
    shape.put("etag", etag(item));
    shape.setAll(Items.content(item));
    return shape;
  }

  /** Changes with every change. */
  static String etag(Item item) {
    return identifier(item.id().key() + item.changed());
  }

  private static String identifier(String seed) {
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
