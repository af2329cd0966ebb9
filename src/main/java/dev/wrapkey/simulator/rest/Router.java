package dev.wrapkey.simulator.rest;

import dev.wrapkey.simulator.world.Access;
import dev.wrapkey.simulator.world.Principal;
import dev.wrapkey.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code management.azure.com}: finds the route, checks token, subscription and rights, and calls
 * the handler.
 */
final class Router {

  private final World world;
  private final Access access;
  private final Tokens tokens;
  private final Journal journal;
  private final List<Route> routes = new ArrayList<>();

  /**
   * @param journal keeps what is served
   */
  Router(World world, Access access, Tokens tokens, Journal journal) {
    this.world = world;
    this.access = access;
    this.tokens = tokens;
    this.journal = journal;
  }

  void add(List<Route> more) {
    routes.addAll(more);
  }

  WireAnswer handle(WireRequest request) {
    Principal caller =
        tokens
            .principal(request.header("authorization"), Audience.MANAGEMENT)
            .orElseThrow(ArmErrors::unauthenticated);
    String path = request.uri().getRawPath().replaceAll("/{2,}", "/");
    Found found = find(request.method(), path);
    if (!Call.query(request).containsKey("api-version")) {
      throw ArmErrors.missingApiVersion();
    }
    String subscription = found.parts().get("sub");
    if (subscription != null && world.subscription(subscription).isEmpty()) {
      throw ArmErrors.subscriptionNotFound(subscription);
    }
    Call call = new Call(request, found.parts(), caller);
    return journal.served(found.route(), call, () -> permitted(found.route(), call, path));
  }

  private WireAnswer permitted(Route route, Call call, String path) {
    if (!route.action().isEmpty()
        && !access.permits(call.caller().objectId(), path, route.action())) {
      throw ArmErrors.unauthorized(call.caller(), route.action(), path);
    }
    Locks.refuse(world, path, route);
    return route.handler().handle(call);
  }

  private Found find(String method, String path) {
    List<String> segments = PathTemplate.segments(path);
    boolean pathKnown = false;
    for (Route route : routes) {
      Optional<Map<String, String>> parts = route.match(segments);
      if (parts.isPresent() && route.method().equals(method)) {
        return new Found(route, parts.get());
      }
      pathKnown |= parts.isPresent();
    }
    throw pathKnown
        ? ArmErrors.methodNotAllowed(method, path)
        : ArmErrors.noSuchRoute(method, path);
  }

  private record Found(Route route, Map<String, String> parts) {}
}
