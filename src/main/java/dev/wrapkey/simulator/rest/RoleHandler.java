package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.Role;
import dev.wrapkey.simulator.world.RoleAssignment;
import dev.wrapkey.simulator.world.World;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code Microsoft.Authorization}: role definitions and role assignments, at any scope. */
final class RoleHandler {

  private static final String PROVIDER = "{scope}/providers/Microsoft.Authorization/";
  private static final String READ = "Microsoft.Authorization/roleAssignments/read";
  private static final String WRITE = "Microsoft.Authorization/roleAssignments/write";
  private static final String DEFINITION_READ = "Microsoft.Authorization/roleDefinitions/read";
  private static final Pattern PRINCIPAL =
      Pattern.compile("(?i)(?:principalId\\s+eq\\s+|assignedTo\\()\\s*'([^']+)'");
  private static final Pattern ROLE_NAME = Pattern.compile("(?i)roleName\\s+eq\\s+'([^']+)'");

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
        new Route("GET", PROVIDER + "roleDefinitions", DEFINITION_READ, this::definitions),
        new Route("GET", PROVIDER + "roleDefinitions/{role}", "", this::definition),
        new Route("GET", PROVIDER + "roleAssignments", READ, this::list),
        new Route("GET", PROVIDER + "roleAssignments/{assignment}", READ, this::get),
        new Route("PUT", PROVIDER + "roleAssignments/{assignment}", WRITE, this::put));
  }

  private WireAnswer definitions(Call call) {
    Matcher name = ROLE_NAME.matcher(call.query("$filter"));
    Optional<String> wanted = name.find() ? Optional.of(name.group(1)) : Optional.empty();
    List<Role> roles =
        world.roles().roles().stream()
            .filter(r -> wanted.isEmpty() || r.name().equalsIgnoreCase(wanted.get()))
            .toList();
    return WireAnswer.ok(Paging.page(call, roles, r -> RoleJson.definition(subscription(call), r)));
  }

  private WireAnswer definition(Call call) {
    Role role =
        world
            .roles()
            .find(call.part("role"))
            .orElseThrow(
                () ->
                    new Refusal(
                        404,
                        "RoleDefinitionDoesNotExist",
                        "The specified role definition with ID '%s' does not exist."
                            .formatted(call.part("role"))));
    return WireAnswer.ok(RoleJson.definition(subscription(call), role));
  }

  /**
   * Without a filter: at, above and below the scope; {@code atScope()} leaves out what is below.
   */
  private WireAnswer list(Call call) {
    String scope = call.part("scope");
    String filter = call.query("$filter");
    Matcher principal = PRINCIPAL.matcher(filter);
    Optional<String> wanted = principal.find() ? Optional.of(principal.group(1)) : Optional.empty();
    boolean below = !filter.toLowerCase(java.util.Locale.ROOT).contains("atscope()");
    List<RoleAssignment> found =
        world.assignments().all().stream()
            .filter(a -> a.covers(scope) || (below && new ArmId(a.scope()).isWithin(scope)))
            .filter(a -> wanted.isEmpty() || a.principal().equalsIgnoreCase(wanted.get()))
            .toList();
    return WireAnswer.ok(Paging.page(call, found, a -> RoleJson.assignment(subscription(call), a)));
  }

  private WireAnswer get(Call call) {
    String name = call.part("assignment");
    RoleAssignment found =
        world
            .assignments()
            .get(name.toLowerCase(java.util.Locale.ROOT))
            .orElseThrow(
                () ->
                    new Refusal(
                        404,
                        "RoleAssignmentNotFound",
                        "The role assignment '%s' is not found.".formatted(name)));
    return WireAnswer.ok(RoleJson.assignment(subscription(call), found));
  }

  private WireAnswer put(Call call) {
    JsonNode properties = call.body().path("properties");
    String definition = Tree.text(properties, "roleDefinitionId");
    String principal = Tree.text(properties, "principalId");
    String roleId = definition.substring(definition.lastIndexOf('/') + 1);
    if (world.roles().find(roleId).isEmpty()) {
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
    world.assignments().put(made.name().toLowerCase(java.util.Locale.ROOT), made);
    return WireAnswer.json(201, RoleJson.assignment(subscription(call), made));
  }

  private boolean isKnown(String principal) {
    return principal.equalsIgnoreCase(application)
        || world.identities().all().stream()
            .anyMatch(i -> i.principalId().equalsIgnoreCase(principal));
  }

  private static String subscription(Call call) {
    String scope = call.part("scope");
    return scope.toLowerCase(java.util.Locale.ROOT).startsWith("/subscriptions/")
        ? new ArmId(scope).subscription()
        : "";
  }
}
