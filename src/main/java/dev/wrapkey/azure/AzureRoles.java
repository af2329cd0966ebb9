package dev.wrapkey.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.azure.core.util.Context;
import com.azure.resourcemanager.authorization.fluent.AuthorizationManagementClient;
import com.azure.resourcemanager.authorization.fluent.models.PermissionInner;
import com.azure.resourcemanager.authorization.fluent.models.RoleAssignmentInner;
import com.azure.resourcemanager.authorization.models.PrincipalType;
import com.azure.resourcemanager.authorization.models.RoleAssignmentCreateParameters;
import dev.wrapkey.azure.KeyRights.Assigned;
import dev.wrapkey.provisioning.ActionBlock;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.ResourceId;
import java.net.URLEncoder;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Role assignments and the data actions of the roles they name. */
final class AzureRoles {

  // Key Vault Crypto Service Encryption User, the same in every tenant.
  private static final String ENCRYPTION_USER = "e147488a-f6f5-4113-8e2d-b22465e65bf6";

  private final ArmClients clients;

  AzureRoles(ArmClients clients) {
    this.clients = clients;
  }

  /**
   * The data actions a principal has on a resource, those inherited from group and subscription
   * included.
   */
  List<ActionBlock> permissions(ResourceId scope, String principalId) {
    AuthorizationManagementClient client = clients.roles(scope.subscription());
    return assigned(client, scope, principalId).stream()
        .map(RoleAssignmentInner::roleDefinitionId)
        .distinct()
        .flatMap(role -> dataActions(client, role))
        .toList();
  }

  /** The same, role by role, with the moment when each was given. */
  List<Assigned> assignments(ResourceId scope, String principalId) {
    AuthorizationManagementClient client = clients.roles(scope.subscription());
    Map<String, List<ActionBlock>> known = new HashMap<>();
    return assigned(client, scope, principalId).stream()
        .map(
            assignment ->
                new Assigned(
                    known.computeIfAbsent(
                        assignment.roleDefinitionId(), role -> dataActions(client, role).toList()),
                    Optional.ofNullable(assignment.createdOn()).map(OffsetDateTime::toInstant)))
        .toList();
  }

  /**
   * Gives a principal the role of data encryption; again changes nothing. The name of the
   * assignment follows from what it says, as it would with {@code guid()} in a template.
   */
  void grant(ResourceId scope, String principalId) {
    String role =
        "/subscriptions/"
            + scope.subscription()
            + "/providers/Microsoft.Authorization/roleDefinitions/"
            + ENCRYPTION_USER;
    String seed = (scope + "|" + principalId + "|" + ENCRYPTION_USER).toLowerCase(Locale.ROOT);
    RoleAssignmentCreateParameters body =
        new RoleAssignmentCreateParameters()
            .withRoleDefinitionId(role)
            .withPrincipalId(principalId)
            .withPrincipalType(PrincipalType.SERVICE_PRINCIPAL);
    try {
      AzureFailures.ask(
          () ->
              clients
                  .roles(scope.subscription())
                  .getRoleAssignments()
                  .createWithResponse(
                      relative(scope.toString()),
                      UUID.nameUUIDFromBytes(seed.getBytes(UTF_8)).toString(),
                      body,
                      Context.NONE)
                  .getStatusCode());
    } catch (CloudFailure failure) {
      if (failure.kind() != CloudFailure.Kind.NAME_TAKEN) {
        throw failure;
      }
    }
  }

  private static List<RoleAssignmentInner> assigned(
      AuthorizationManagementClient client, ResourceId scope, String principalId) {
    // Azure counts the principal's groups in, and leaves out what is granted only further down.
    // The SDK wants the filter encoded already.
    String filter = "atScope()%20and%20assignedTo('" + URLEncoder.encode(principalId, UTF_8) + "')";
    return Pages.all(
        () ->
            client
                .getRoleAssignments()
                .listForScope(relative(scope.toString()), filter, null, null, Context.NONE),
        assignment -> assignment);
  }

  private static Stream<ActionBlock> dataActions(
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

  private static ActionBlock read(PermissionInner permission) {
    return new ActionBlock(list(permission.dataActions()), list(permission.notDataActions()));
  }

  private static List<String> list(@Nullable List<String> actions) {
    return actions == null ? List.of() : actions;
  }
}
