package dev.wrapkey.simulator.rest;

import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Item;
import dev.wrapkey.simulator.world.World;
import java.time.Duration;
import java.util.List;

/** Record sets of private DNS zones (recorded 2020-06-01). */
final class DnsRecordHandler {

  private static final String RECORDS = "(?i)A|AAAA|CNAME|MX|PTR|SRV|TXT";
  private static final String ONE =
      "/subscriptions/{sub}/resourceGroups/{rg}/providers/"
          + PrivateDnsJson.ZONE
          + "/{name}/{kind}/{child}";

  private final World world;
  private final Items items;
  private final PrivateDnsJson json;

  DnsRecordHandler(World world) {
    this.world = world;
    this.items = new Items(world);
    this.json = new PrivateDnsJson(world);
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", ONE, PrivateDnsJson.ZONE + "/read", this::getRecord),
        new Route("PUT", ONE, PrivateDnsJson.ZONE + "/write", this::putRecord),
        new Route("DELETE", ONE, PrivateDnsJson.ZONE + "/delete", this::deleteRecord));
  }

  private Item find(Call call) {
    Groups.require(world, call);
    ArmId id = call.id(PrivateDnsJson.ZONE);
    return items.find(id).orElseThrow(() -> ArmErrors.notFound(id));
  }

  private ArmId record(Call call) {
    if (!call.part("kind").matches(RECORDS)) {
      throw ArmErrors.noSuchRoute(call.request().method(), call.request().uri().getPath());
    }
    return find(call).id().child(call.part("kind"), call.part("child"));
  }

  private WireAnswer getRecord(Call call) {
    ArmId id = record(call);
    Item item = items.find(id).orElseThrow(() -> ArmErrors.childNotFound(id.name()));
    return PrivateDnsHandler.tagged(item, json.record(item));
  }

  private WireAnswer putRecord(Call call) {
    ArmId id = record(call);
    boolean isNew = items.find(id).isEmpty();
    Item item = items.put(id, Tree.of("properties", call.body().path("properties")), Duration.ZERO);
    return WireAnswer.json(isNew ? 201 : 200, json.record(item));
  }

  private WireAnswer deleteRecord(Call call) {
    ArmId id = record(call);
    boolean present = items.find(id).isPresent();
    items.remove(id);
    return WireAnswer.empty(present ? 200 : 204);
  }
}
