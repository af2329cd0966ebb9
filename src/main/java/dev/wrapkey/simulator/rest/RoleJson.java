package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.Role;
import dev.wrapkey.simulator.world.RoleAssignment;
import java.util.List;

/** Roles and role assignments as Azure Resource Manager shows them. */
final class RoleJson {

  private static final String DEFINITIONS = "/providers/Microsoft.Authorization/roleDefinitions/";
  private static final String ASSIGNMENTS = "/providers/Microsoft.Authorization/roleAssignments/";

  private RoleJson() {}

  static ObjectNode definition(String subscription, Role role) {
    return Tree.of(
        "properties",
        Tree.of(
            "roleName", role.name(),
            "type", "BuiltInRole",
            "description", role.description(),
            "assignableScopes", List.of("/"),
            "permissions",
                List.of(
                    Tree.of(
                        "actions", role.actions(),
                        "notActions", role.notActions(),
                        "dataActions", role.dataActions(),
                        "notDataActions", role.notDataActions()))),
        "id",
        (subscription.isEmpty() ? "" : "/subscriptions/" + subscription) + DEFINITIONS + role.id(),
        "type",
        "Microsoft.Authorization/roleDefinitions",
        "name",
        role.id());
  }

  /**
   * An assignment of Azure Resource Manager.
   *
   * @param author object id of who made it
   */
  static ObjectNode assignment(String subscription, RoleAssignment assignment, String author) {
    ObjectNode shape = assignment(subscription, assignment);
    ObjectNode properties = shape.withObject("/properties");
    properties.put("createdBy", author).put("updatedBy", author);
    for (String unset :
        List.of(
            "condition", "conditionVersion", "delegatedManagedIdentityResourceId", "description")) {
      properties.putNull(unset);
    }
    return shape;
  }

  static ObjectNode assignment(String subscription, RoleAssignment assignment) {
    String scope = assignment.scope().equals("/") ? "" : assignment.scope();
    return Tree.of(
        "properties",
        Tree.of(
            "roleDefinitionId",
                (subscription.isEmpty() ? "" : "/subscriptions/" + subscription)
                    + DEFINITIONS
                    + assignment.role(),
            "principalId", assignment.principal(),
            "principalType", "ServicePrincipal",
            "scope", assignment.scope(),
            "createdOn", assignment.created(),
            "updatedOn", assignment.created()),
        "id",
        scope + ASSIGNMENTS + assignment.name(),
        "type",
        "Microsoft.Authorization/roleAssignments",
        "name",
        assignment.name());
  }
}
