package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.RoleAssignment;
import dev.wrapkey.simulator.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code Microsoft.Authorization}: role assignments, at any scope. */
final class RoleHandler {

  private static final String PROVIDER = "{scope}/providers/Microsoft.Authorization/";
  private static final String READ = "Microsoft.Authorization/roleAssignments/read";
  private static final String WRITE = "Microsoft.Authorization/roleAssignments/write";
  private static final String DELETE = "Microsoft.Authorization/roleAssignments/delete";
  private static final Pattern PRINCIPAL =
      Pattern.compile("(?i)(?:principalId\\s+eq\\s+|assignedTo\\()\\s*'([^']+)'");

  private final World world;
  private final String application;
  private final String tenant;

  RoleHandler(World world, String application, String tenant) {
    this.world = world;
    this.application = application;
    this.tenant = tenant;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", PROVIDER + "roleAssignments", READ, this::list),
        new Route("GET", PROVIDER + "roleAssignments/{assignment}", READ, this::get),
        new Route("PUT", PROVIDER + "roleAssignments/{assignment}", WRITE, this::put),
        new Route("DELETE", PROVIDER + "roleAssignments/{assignment}", DELETE, this::delete));
  }

  /**
   * Without a filter: at, above and below the scope; {@code atScope()} leaves out what is below.
   */
  private WireAnswer list(Call call) {
    String scope = call.part("scope");
    String filter = call.query("$filter");
    Matcher principal = PRINCIPAL.matcher(filter);
    Optional<String> wanted = principal.find() ? Optional.of(principal.group(1)) : Optional.empty();
    boolean below = !filter.toLowerCase(Locale.ROOT).contains("atscope()");
    List<RoleAssignment> found =
        world.assignments().all().stream()
            .filter(a -> a.covers(scope) || (below && new ArmId(a.scope()).isWithin(scope)))
            .filter(a -> wanted.isEmpty() || a.principal().equalsIgnoreCase(wanted.get()))
            .toList();
    return WireAnswer.ok(Paging.page(call, found, a -> shape(call, a)));
  }

  private WireAnswer get(Call call) {
    RoleAssignment found =
        find(call)
            .orElseThrow(
                () ->
                    new Refusal(
                        404,
                        "RoleAssignmentNotFound",
                        "The role assignment '%s' is not found."
                            .formatted(call.part("assignment"))));
    return WireAnswer.ok(shape(call, found));
  }

  private Optional<RoleAssignment> find(Call call) {
    return world.assignments().get(call.part("assignment").toLowerCase(Locale.ROOT));
  }

  private WireAnswer delete(Call call) {
    Optional<RoleAssignment> found = find(call);
    if (found.isEmpty()) {
      return WireAnswer.empty(204);
    }
    world.assignments().remove(found.get().name().toLowerCase(Locale.ROOT));
    return WireAnswer.ok(shape(call, found.get()));
  }

  private ObjectNode shape(Call call, RoleAssignment assignment) {
    return RoleJson.assignment(subscription(call), assignment, application);
  }

  private WireAnswer put(Call call) {
    JsonNode properties = call.body().path("properties");
    String definition = Tree.text(properties, "roleDefinitionId");
    String principal = Tree.text(properties, "principalId");
    String roleId = definition.substring(definition.lastIndexOf('/') + 1);
    if (world.role(roleId).isEmpty()) {
      throw new Refusal(
          400,
          "RoleDefinitionDoesNotExist",
          "The specified role definition with ID '%s' does not exist.".formatted(roleId));
    }
    if (!isKnown(principal)) {
      throw new Refusal(
          400,
          "PrincipalNotFound",
          "Principal %s does not exist in the directory %s."
              .formatted(principal.replace("-", ""), tenant));
    }
    String scope = call.part("scope");
    boolean exists =
        world.assignments().all().stream()
            .anyMatch(
                a ->
                    a.scope().equalsIgnoreCase(scope)
                        && a.role().equalsIgnoreCase(roleId)
                        && a.principal().equalsIgnoreCase(principal));
    if (exists) {
      throw new Refusal(409, "RoleAssignmentExists", "The role assignment already exists.");
    }
    RoleAssignment made =
        new RoleAssignment(
            call.part("assignment"),
            scope,
            roleId,
            principal,
            world.now(),
            world.pace().roleAssignment());
    world.assignments().put(made.name().toLowerCase(Locale.ROOT), made);
    return WireAnswer.json(201, shape(call, made));
  }

  private boolean isKnown(String principal) {
    return principal.equalsIgnoreCase(application)
        || principal.equalsIgnoreCase(Person.OBJECT)
        || world.identities().all().stream()
            .anyMatch(i -> i.principalId().equalsIgnoreCase(principal));
  }

  private static String subscription(Call call) {
    String scope = call.part("scope");
    return scope.toLowerCase(Locale.ROOT).startsWith("/subscriptions/")
        ? new ArmId(scope).subscription()
        : "";
  }
}
