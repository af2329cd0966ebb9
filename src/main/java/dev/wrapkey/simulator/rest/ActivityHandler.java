package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.Activity;
import dev.wrapkey.simulator.world.ActivityLog;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code Microsoft.Insights/eventtypes/management/values}: the activity log (published API
 * 2015-04-01).
 */
final class ActivityHandler {

  private static final int PAGE = 200;
  private static final long TICKS_PER_SECOND = 10_000_000L;
  private static final long TICKS_BEFORE_1970 = 621_355_968_000_000_000L;

  private final ActivityLog log;
  private final String tenant;

  ActivityHandler(ActivityLog log, String tenant) {
    this.log = log;
    this.tenant = tenant;
  }

  List<Route> routes() {
    return List.of(
        new Route(
            "GET",
            "/subscriptions/{sub}/providers/Microsoft.Insights/eventtypes/management/values",
            "Microsoft.Insights/eventtypes/values/Read",
            this::list));
  }

  private WireAnswer list(Call call) {
    ActivityFilter filter = ActivityFilter.of(call.query("$filter"));
    List<Activity> found = log.within(call.part("sub")).stream().filter(filter::matches).toList();
    Set<String> wanted =
        Arrays.stream(call.query("$select").split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
    return WireAnswer.ok(
        Paging.page(call, found, PAGE, e -> wanted.isEmpty() ? shape(e) : shape(e).retain(wanted)));
  }

  /** The service's answer to a filter that it does not take; the words are invented. */
  static Refusal badFilter(String why) {
    return new Refusal(400, "BadRequest", why);
  }

  private ObjectNode shape(Activity entry) {
    ArmId id = new ArmId(entry.resource());
    Activity.Origin origin = entry.origin();
    long ticks =
        entry.at().getEpochSecond() * TICKS_PER_SECOND
            + entry.at().getNano() / 100
            + TICKS_BEFORE_1970;
    ObjectNode shape =
        Tree.of(
            "authorization", Tree.of("action", entry.act().operation(), "scope", entry.resource()),
            "caller", origin.caller(),
            "category", named(entry.act().category()),
            "claims", claims(origin),
            "correlationId", origin.correlation(),
            "description", "",
            "eventDataId", entry.id(),
            "eventName", named(entry.act().event()),
            "eventTimestamp", entry.at(),
            "submissionTimestamp", entry.at(),
            "id", entry.resource() + "/events/" + entry.id() + "/ticks/" + ticks,
            "level", entry.result().level(),
            "operationId", origin.correlation(),
            "operationName", named(entry.act().operation()));
    shape.setAll(
        Tree.of(
            "resourceGroupName", id.group(),
            "resourceId", entry.resource(),
            "resourceProviderName", named(ActivityFilter.provider(entry)),
            "resourceType", named(id.fullType()),
            "status", named(entry.result().status()),
            "subStatus", subStatus(entry.result().code()),
            "subscriptionId", id.subscription(),
            "tenantId", tenant,
            "properties", properties(entry),
            "httpRequest", request(origin)));
    return shape;
  }

  private static @Nullable ObjectNode request(Activity.Origin origin) {
    return origin.method().isEmpty()
        ? null
        : Tree.of(
            "clientRequestId", origin.correlation(),
            "clientIpAddress", "203.0.113.7",
            "method", origin.method());
  }

  private ObjectNode claims(Activity.Origin origin) {
    return origin.objectId().isEmpty()
        ? Tree.of()
        : Tree.of(
            "appid", origin.caller(),
            "http://schemas.microsoft.com/identity/claims/objectidentifier", origin.objectId(),
            "http://schemas.microsoft.com/identity/claims/tenantid", tenant);
  }

  private static ObjectNode properties(Activity entry) {
    String message = entry.result().message();
    if (entry.act().category().equals("ResourceHealth")) {
      boolean down = message.equals("Inaccessible");
      return Tree.of(
          "title",
          message,
          "details",
          down ? HealthHandler.DOWN : HealthHandler.UP,
          "currentHealthStatus",
          down ? "Unavailable" : "Available",
          "previousHealthStatus",
          down ? "Available" : "Unavailable",
          "type",
          "Downtime",
          "cause",
          "UserInitiated");
    }
    return message.isEmpty() ? Tree.of() : Tree.of("statusMessage", message);
  }

  private static ObjectNode subStatus(int code) {
    String name =
        switch (code) {
          case 0 -> "";
          case 200 -> "OK";
          case 201 -> "Created";
          case 202 -> "Accepted";
          case 204 -> "NoContent";
          case 400 -> "BadRequest";
          case 403 -> "Forbidden";
          case 404 -> "NotFound";
          case 409 -> "Conflict";
          default -> String.valueOf(code);
        };
    return Tree.of(
        "value",
        name,
        "localizedValue",
        name.isEmpty() ? "" : name + " (HTTP Status Code: " + code + ")");
  }

  private static ObjectNode named(String value) {
    return Tree.of("value", value, "localizedValue", value);
  }
}
