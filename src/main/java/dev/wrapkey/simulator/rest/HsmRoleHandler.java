package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.Access;
import dev.wrapkey.simulator.world.Refusal;
import dev.wrapkey.simulator.world.Role;
import dev.wrapkey.simulator.world.RoleAssignment;
import dev.wrapkey.simulator.world.Vault;
import dev.wrapkey.simulator.world.World;
import java.util.List;
import java.util.Locale;

/**
 * A managed HSM keeps its own role assignments; scopes are {@code /}, {@code /keys} and {@code
 * /keys/name} (recorded, 7.2-preview).
 */
final class HsmRoleHandler {

  private static final String PROVIDER = "{scope}/providers/Microsoft.Authorization/";
  private static final String RIGHT = "Microsoft.KeyVault/managedHsm/";

  private final World world;
  private final Access access;
  private final KeyCalls calls;

  HsmRoleHandler(World world, Access access, KeyCalls calls) {
    this.world = world;
    this.access = access;
    this.calls = calls;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", PROVIDER + "roleAssignments", "", this::list),
        new Route("PUT", PROVIDER + "roleAssignments/{assignment}", "", this::put),
        new Route("DELETE", PROVIDER + "roleAssignments/{assignment}", "", this::delete),
        new Route("GET", PROVIDER + "roleDefinitions", "", this::definitions));
  }

  private String prefix(Call call, String right) {
    Vault hsm = calls.vault(call);
    String mine = "hsm://" + hsm.id().name();
    if (!hsm.isHsm()) {
      throw ArmErrors.noSuchRoute(call.request().method(), call.request().uri().getRawPath());
    }
    if (!access.permitsData(call.caller().objectId(), mine, RIGHT + right)) {
      throw new Refusal(
          403,
          "Forbidden",
          "ForbiddenByRbac",
          "Caller is not authorized to perform action '%s'.".formatted(RIGHT + right));
    }
    return mine;
  }

  private WireAnswer list(Call call) {
    String mine = prefix(call, "roleAssignments/read/action");
    String scope = mine + local(call);
    List<ObjectNode> found =
        world.assignments().all().stream()
            .filter(a -> a.covers(scope))
            .map(a -> RoleJson.assignment("", withLocalScope(a, mine)))
            .toList();
    return WireAnswer.ok(Tree.of("value", found));
  }

  private static String local(Call call) {
    return call.part("scope").equals("/") ? "" : call.part("scope");
  }

  private WireAnswer put(Call call) {
    String mine = prefix(call, "roleAssignments/write/action");
    JsonNode properties = call.body().path("properties");
    String definition = Tree.text(properties, "roleDefinitionId");
    String role = definition.substring(definition.lastIndexOf('/') + 1);
    if (world.roles().find(role).isEmpty()) {
      throw new Refusal(
          400,
          "RoleDefinitionDoesNotExist",
          "The specified role definition with ID '%s' does not exist.".formatted(role));
    }
    String scope = local(call);
    RoleAssignment made =
        new RoleAssignment(
            call.part("assignment"),
            mine + (scope.isEmpty() ? "/" : scope),
            role,
            Tree.text(properties, "principalId"),
            world.now(),
            world.pace().roleAssignment());
    world.assignments().put(made.name().toLowerCase(Locale.ROOT), made);
    return WireAnswer.json(201, RoleJson.assignment("", withLocalScope(made, mine)));
  }

  /** Answers with what was removed (REST reference "Role Assignments - Delete", 7.4). */
  private WireAnswer delete(Call call) {
    String mine = prefix(call, "roleAssignments/delete/action");
    String name = call.part("assignment").toLowerCase(Locale.ROOT);
    String scope = mine + (local(call).isEmpty() ? "/" : local(call));
    RoleAssignment found =
        world
            .assignments()
            .get(name)
            .filter(a -> a.scope().equalsIgnoreCase(scope))
            .orElseThrow(
                () ->
                    new Refusal(
                        404,
                        "RoleAssignmentNotFound",
                        "Requested role assignment not found (Activity ID: %s)".formatted(name)));
    world.assignments().remove(name);
    return WireAnswer.ok(RoleJson.assignment("", withLocalScope(found, mine)));
  }

  private WireAnswer definitions(Call call) {
    prefix(call, "roleDefinitions/read/action");
    List<ObjectNode> found =
        world.roles().roles().stream()
            .filter(HsmRoleHandler::isLocal)
            .map(r -> RoleJson.definition("", r))
            .toList();
    return WireAnswer.ok(Tree.of("value", found));
  }

  private static boolean isLocal(Role role) {
    return role.dataActions().stream().anyMatch(a -> a.startsWith(RIGHT));
  }

  private static RoleAssignment withLocalScope(RoleAssignment assignment, String prefix) {
    String scope = assignment.scope().substring(prefix.length());
    return new RoleAssignment(
        assignment.name(),
        scope.isEmpty() ? "/" : scope,
        assignment.role(),
        assignment.principal(),
        assignment.created());
  }
}
