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
  private final List<Route> routes = new ArrayList<>();

  Router(World world, Access access, Tokens tokens) {
    this.world = world;
    this.access = access;
    this.tokens = tokens;
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
    if (!found.route().action().isEmpty()
        && !access.permits(caller.objectId(), path, found.route().action())) {
      throw ArmErrors.unauthorized(caller, found.route().action(), path);
    }
    Locks.refuse(world, path, found.route());
    return found.route().handler().handle(new Call(request, found.parts(), caller));
  }

  private Found find(String method, String path) {
    boolean pathKnown = false;
    for (Route route : routes) {
      Optional<Map<String, String>> parts = route.match(path);
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
