package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.Identity;
import dev.wrapkey.simulator.world.Principal;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * {@code graph.microsoft.com}: who is who. {@code me} is refused to the application, as Graph
 * refuses it to every application.
 */
final class Directory {

  private static final Pattern BY_NAME =
      Pattern.compile(
          "(?:servicePrincipalNames/any\\(\\w+:\\w+ eq '([^']*)'\\)|(?:appId|id) eq '([^']*)')");

  private static final ObjectNode PERSON =
      Tree.of(
          "id", Person.OBJECT,
          "displayName", Person.NAME,
          "userPrincipalName", Person.USER_NAME);

  private final World world;
  private final Tokens tokens;
  private final Application application;
  private final List<Route> routes;

  Directory(World world, Tokens tokens, Application application) {
    this.world = world;
    this.tokens = tokens;
    this.application = application;
    this.routes =
        List.of(
            new Route("GET", "/{version}/me", "", Directory::me),
            new Route("GET", "/{version}/servicePrincipals", "", this::list),
            new Route("GET", "/{version}/servicePrincipals/{id}", "", this::get),
            new Route("GET", "/{version}/users", "", c -> many(List.of(PERSON), "users")),
            new Route("GET", "/{version}/groups", "", c -> many(List.of(), "groups")),
            new Route("POST", "/{version}/directoryObjects/getByIds", "", this::byIds));
  }

  WireAnswer handle(WireRequest request) {
    Optional<Principal> caller = tokens.principal(request.header("authorization"), Audience.GRAPH);
    if (caller.isEmpty()) {
      throw new Refusal(401, "InvalidAuthenticationToken", "Access token is empty.");
    }
    String path = request.uri().getRawPath();
    List<String> segments = PathTemplate.segments(path);
    for (Route route : routes) {
      var parts = route.match(segments);
      if (parts.isPresent() && route.method().equals(request.method())) {
        return route.handler().handle(new Call(request, parts.get(), caller.get()));
      }
    }
    throw ArmErrors.noSuchRoute(request.method(), path);
  }

  private static WireAnswer me(Call call) {
    if (call.caller().objectId().equals(Person.OBJECT)) {
      return WireAnswer.ok(PERSON);
    }
    throw new Refusal(
        400, "BadRequest", "/me request is only valid with delegated authentication flow.");
  }

  private WireAnswer list(Call call) {
    String filter = call.query("$filter");
    if (filter.isEmpty()) {
      return many(principals(), "servicePrincipals");
    }
    Matcher matcher = BY_NAME.matcher(filter);
    if (!matcher.matches()) {
      throw new Refusal(
          400, "Request_UnsupportedQuery", "The practice cloud does not understand this filter.");
    }
    String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return many(named(name), "servicePrincipals");
  }

  private List<ObjectNode> named(String name) {
    return principals().stream()
        .filter(
            p ->
                Tree.text(p, "appId").equalsIgnoreCase(name)
                    || Tree.text(p, "id").equalsIgnoreCase(name))
        .toList();
  }

  private WireAnswer get(Call call) {
    String id = call.part("id");
    return WireAnswer.ok(
        named(id).stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new Refusal(
                        404,
                        "Request_ResourceNotFound",
                        ("Resource '%s' does not exist or one of its queried reference-property"
                                + " objects are not present.")
                            .formatted(id))));
  }

  private WireAnswer byIds(Call call) {
    List<ObjectNode> found =
        StreamSupport.stream(call.body().path("ids").spliterator(), false)
            .flatMap(id -> named(id.asText()).stream())
            .map(p -> p.put("@odata.type", "#microsoft.graph.servicePrincipal"))
            .toList();
    return many(found, "directoryObjects");
  }

  private List<ObjectNode> principals() {
    Principal mine = application.principal();
    List<ObjectNode> all = new ArrayList<>();
    all.add(shape(mine.objectId(), mine.appId(), mine.name(), "Application"));
    for (Identity identity : world.identities().all()) {
      all.add(
          shape(
              identity.principalId(),
              identity.clientId(),
              identity.id().name(),
              "ManagedIdentity"));
    }
    return all;
  }

  private ObjectNode shape(String id, String appId, String name, String type) {
    return Tree.of(
        "id", id,
        "accountEnabled", true,
        "appId", appId,
        "appDisplayName", name,
        "appOwnerOrganizationId", application.tenant(),
        "displayName", name,
        "servicePrincipalNames", List.of(appId),
        "servicePrincipalType", type);
  }

  private static WireAnswer many(List<ObjectNode> found, String what) {
    return WireAnswer.ok(
        Tree.of(
            "@odata.context",
            "https://graph.microsoft.com/v1.0/$metadata#" + what,
            "value",
            found));
  }
}
