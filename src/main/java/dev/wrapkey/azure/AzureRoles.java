package dev.wrapkey.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.azure.core.util.Context;
import com.azure.resourcemanager.authorization.fluent.AuthorizationManagementClient;
import com.azure.resourcemanager.authorization.fluent.models.PermissionInner;
import com.azure.resourcemanager.authorization.fluent.models.RoleAssignmentInner;
import dev.wrapkey.azure.KeyRights.DataActions;
import dev.wrapkey.provisioning.ResourceId;
import java.net.URLEncoder;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Role assignments and the data actions of the roles they name. */
final class AzureRoles {

  private final ArmClients clients;

  AzureRoles(ArmClients clients) {
    this.clients = clients;
  }

  /**
   * The data actions a principal has on a resource, those inherited from group and subscription
   * included.
   */
  List<DataActions> permissions(ResourceId scope, String principalId) {
    AuthorizationManagementClient client = clients.roles(scope.subscription());
    // Azure counts the principal's groups in, and leaves out what is granted only further down.
    // The SDK wants the filter encoded already.
    String filter = "atScope()%20and%20assignedTo('" + URLEncoder.encode(principalId, UTF_8) + "')";
    return Pages.all(
            () ->
                client
                    .getRoleAssignments()
                    .listForScope(relative(scope.toString()), filter, null, null, Context.NONE),
            RoleAssignmentInner::roleDefinitionId)
        .stream()
        .distinct()
        .flatMap(role -> dataActions(client, role))
        .toList();
  }

  private static Stream<DataActions> dataActions(
      AuthorizationManagementClient client, String role) {
    return AzureFailures.ask(
            () ->
                client
                    .getRoleDefinitions()
                    .getByIdWithResponse(relative(role), Context.NONE)
                    .getValue())
        .permissions()
        .stream()
        .map(AzureRoles::read);
  }

  // The SDK puts a slash of its own in front.
  private static String relative(String id) {
    return id.startsWith("/") ? id.substring(1) : id;
  }

  private static DataActions read(PermissionInner permission) {
    return new DataActions(list(permission.dataActions()), list(permission.notDataActions()));
  }

  private static List<String> list(@Nullable List<String> actions) {
    return actions == null ? List.of() : actions;
  }
}
