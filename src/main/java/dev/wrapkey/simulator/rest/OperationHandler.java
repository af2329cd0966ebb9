package dev.wrapkey.simulator.rest;

import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Operation;
import dev.wrapkey.simulator.world.Problem;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.World;
import java.util.List;

/** Long-running operations of the PostgreSQL service: how they are announced and asked after. */
final class OperationHandler {

  private static final String LOCATION =
      "/subscriptions/{sub}/providers/Microsoft.DBforPostgreSQL/locations/{location}/";
  private static final String RETRY_AFTER = "10";

  private final World world;

  OperationHandler(World world) {
    this.world = world;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", LOCATION + "azureAsyncOperation/{op}", "", this::status),
        new Route("GET", LOCATION + "operationResults/{op}", "", this::result));
  }

  /** The answer to the request that started an operation. */
  static WireAnswer accepted(Call call, Operation operation, String location) {
    return WireAnswer.json(
            202, Tree.of("operation", operation.name(), "startTime", operation.start()))
        .with("Azure-AsyncOperation", link(call, operation, location, "azureAsyncOperation"))
        .with("Location", link(call, operation, location, "operationResults"))
        .with("Retry-After", RETRY_AFTER);
  }

  private static String link(Call call, Operation operation, String location, String kind) {
    ArmId target = operation.target();
    return ("https://management.azure.com/subscriptions/%s/providers/Microsoft.DBforPostgreSQL/locations/%s/%s/%s"
                + "?api-version=%s")
        .formatted(
            target.subscription(),
            location.replace(" ", "%20"),
            kind,
            operation.id(),
            call.apiVersion());
  }

  private WireAnswer status(Call call) {
    Operation operation = find(call);
    String status = operation.status(world.now());
    Problem problem = operation.problem();
    boolean failed = status.equals("Failed") && problem != null;
    WireAnswer answer =
        WireAnswer.ok(
            Tree.of(
                "id",
                operation.name().equals(ClusterJson.OPERATION)
                    ? call.request().uri().getPath()
                    : null,
                "name",
                operation.id(),
                "status",
                status,
                "startTime",
                operation.start(),
                "error",
                failed && problem != null
                    ? Tree.of("code", problem.code(), "message", problem.message())
                    : null));
    return answer.with("Retry-After", RETRY_AFTER);
  }

  private WireAnswer result(Call call) {
    Operation operation = find(call);
    return switch (operation.status(world.now())) {
      case "InProgress" -> WireAnswer.empty(202).with("Retry-After", RETRY_AFTER);
      case "Failed" -> status(call);
      default -> done(operation);
    };
  }

  /** Nothing, except after start, stop and restart (recorded 2022-12-01). */
  private WireAnswer done(Operation operation) {
    if (operation.name().equals(ClusterJson.OPERATION)) {
      return WireAnswer.ok(
          new Items(world)
              .find(operation.target())
              .map(new ClusterJson(world)::shape)
              .orElseGet(Tree::of));
    }
    return operation.name().matches("(Start|Stop|Restart)ServerManagementOperation")
        ? WireAnswer.ok(
            Tree.of(
                "properties", Tree.of(), "name", operation.target().name(), "type", "PostgreSQL"))
        : WireAnswer.empty(200);
  }

  private Operation find(Call call) {
    return world
        .operations()
        .get(call.part("op"))
        .filter(o -> o.target().subscription().equalsIgnoreCase(call.part("sub")))
        .orElseThrow(
            () -> new Refusal(404, "ResourceNotFound", "The specified resource does not exist."));
  }
}
