package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.Access;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Role;
import dev.wrapkey.simulator.world.World;
import java.util.List;

/**
 * {@code Microsoft.Authorization/permissions}: what the caller itself may do at a scope. Everybody
 * may ask. Shape as in the specification of 2022-04-01.
 */
final class PermissionHandler {

  private final World world;
  private final Access access;

  PermissionHandler(World world, Access access) {
    this.world = world;
    this.access = access;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", "{scope}/providers/Microsoft.Authorization/permissions", "", this::list));
  }

  private WireAnswer list(Call call) {
    String scope = call.part("scope");
    require(new ArmId(scope));
    List<Role> roles = access.roles(call.caller().objectId(), scope);
    return WireAnswer.ok(Paging.page(call, roles, PermissionHandler::shape));
  }

  private void require(ArmId scope) {
    if (world.subscription(scope.subscription()).isEmpty()) {
      throw ArmErrors.subscriptionNotFound(scope.subscription());
    }
    String group = scope.group();
    boolean known =
        group.isEmpty()
            || world.groups().get(ArmId.group(scope.subscription(), group).key()).isPresent();
    if (!known) {
      throw ArmErrors.groupNotFound(group);
    }
  }

  private static ObjectNode shape(Role role) {
    return Tree.of(
        "actions", role.actions(),
        "notActions", role.notActions(),
        "dataActions", role.dataActions(),
        "notDataActions", role.notDataActions());
  }
}
