package dev.wrapkey.simulator.rest;

import dev.wrapkey.simulator.world.Activity;
import dev.wrapkey.simulator.world.ActivityLog;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Ids;
import dev.wrapkey.simulator.world.Operation;
import dev.wrapkey.simulator.world.Problem;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.World;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes every request that changes something into the activity log: that it began, how it was
 * answered, and how the operation that it began will end (categories and states: documentation of
 * the activity log's schema).
 */
final class Journal {

  /** Shared by everything that one request brings about. */
  static final String CORRELATION = "x-ms-correlation-request-id";

  private final World world;
  private final Ids ids;
  private @Nullable ActivityLog log;

  Journal(World world, Ids ids) {
    this.world = world;
    this.ids = ids;
  }

  /** From now on there is a log to write into. */
  void writeInto(ActivityLog opened) {
    log = opened;
  }

  /** Serves a call and writes down how that went. */
  WireAnswer served(Route route, Call call, Supplier<WireAnswer> work) {
    ActivityLog open = log;
    if (open == null || route.method().equals("GET") || route.action().isEmpty()) {
      return work.get();
    }
    Instant began = world.now();
    Writer writer = new Writer(open, route, call, correlation(call));
    try {
      WireAnswer answer = work.get();
      writer.add(began, "BeginRequest", new Activity.Result("Started", 0, ""));
      String status = answer.status() == 202 ? "Accepted" : "Succeeded";
      writer.add(began, "EndRequest", new Activity.Result(status, answer.status(), ""));
      operation(answer).ifPresent(o -> writer.add(o.end(), "EndRequest", result(o)));
      return answer;
    } catch (Refusal refused) {
      writer.add(began, "BeginRequest", new Activity.Result("Started", 0, ""));
      writer.add(
          began, "EndRequest", new Activity.Result("Failed", refused.status(), refused.code()));
      throw refused;
    }
  }

  private String correlation(Call call) {
    String given = call.request().header(CORRELATION);
    return given.isEmpty() ? ids.guid() : given;
  }

  private Optional<Operation> operation(WireAnswer answer) {
    String link = answer.headers().getOrDefault("Azure-AsyncOperation", "");
    return world.operations().get(link.replaceAll("\\?.*", "").replaceAll(".*/", ""));
  }

  private static Activity.Result result(Operation operation) {
    Problem problem = operation.problem();
    return problem == null
        ? new Activity.Result("Succeeded", 0, "")
        : new Activity.Result("Failed", 0, problem.code());
  }

  private final class Writer {
    private final ActivityLog open;
    private final Route route;
    private final Activity.Origin origin;
    private final String resource;

    Writer(ActivityLog open, Route route, Call call, String correlation) {
      this.open = open;
      this.route = route;
      this.origin =
          new Activity.Origin(
              call.caller().appId(), call.caller().objectId(), correlation, route.method());
      this.resource = resource(call);
    }

    private String resource(Call call) {
      String path =
          URLDecoder.decode(
              call.request().uri().getRawPath().replace("+", "%2B").replaceAll("/{2,}", "/"),
              StandardCharsets.UTF_8);
      boolean act = route.method().equals("POST") && path.lastIndexOf('/') > 0;
      return act ? path.substring(0, path.lastIndexOf('/')) : path;
    }

    void add(Instant at, String event, Activity.Result result) {
      open.add(
          new Activity(
              ids.guid(),
              at,
              new ArmId(resource).text(),
              new Activity.Act("Administrative", route.action(), event),
              result,
              origin));
    }
  }
}
