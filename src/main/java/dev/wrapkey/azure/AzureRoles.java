package dev.wrapkey.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.azure.core.util.Context;
import com.azure.resourcemanager.authorization.fluent.AuthorizationManagementClient;
import com.azure.resourcemanager.authorization.fluent.models.PermissionInner;
import com.azure.resourcemanager.authorization.fluent.models.RoleAssignmentInner;
import com.azure.resourcemanager.authorization.fluent.models.RoleDefinitionInner;
import com.azure.resourcemanager.authorization.models.PrincipalType;
import com.azure.resourcemanager.authorization.models.RoleAssignmentCreateParameters;
import dev.wrapkey.azure.KeyRights.Assigned;
import dev.wrapkey.provisioning.ActionBlock;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Permit;
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

  /** Key Vault Crypto Service Encryption User: "Azure RBAC guide" of Key Vault, 16 June 2026. */
  static final String ENCRYPTION_USER = "e147488a-f6f5-4113-8e2d-b22465e65bf6";

  /** Key Vault Crypto Officer: as above. */
  static final String CRYPTO_OFFICER = "14b46e9e-c2b7-41b4-b07b-48a6ebf60603";

  /**
   * Blocks of roles.
   *
   * @param management what they allow on the resource itself
   * @param data what they allow on its data
   */
  record Held(List<ActionBlock> management, List<ActionBlock> data) {

    boolean manage(String action) {
      return management.stream().anyMatch(block -> block.allows(action));
    }
  }

  private final ArmClients clients;

  AzureRoles(ArmClients clients) {
    this.clients = clients;
  }

  /**
   * The data actions a principal has on a resource, those inherited from group and subscription
   * included.
   */
  List<ActionBlock> permissions(ResourceId scope, String principalId) {
    return held(scope, principalId).data();
  }

  /** What the roles of a principal let it do with a resource and with its data. */
  Held held(ResourceId scope, String principalId) {
    AuthorizationManagementClient client = clients.roles(scope.subscription());
    List<PermissionInner> blocks =
        assigned(client, scope, principalId).stream()
            .map(RoleAssignmentInner::roleDefinitionId)
            .distinct()
            .flatMap(role -> definition(client, role))
            .toList();
    return new Held(
        blocks.stream().map(AzureRoles::management).toList(),
        blocks.stream().map(AzureRoles::data).toList());
  }

  /** What lets a principal use the keys at a scope, its groups included. */
  List<Permit> permits(ResourceId scope, String principalId) {
    AuthorizationManagementClient client = clients.roles(scope.subscription());
    Map<String, RoleDefinitionInner> known = new HashMap<>();
    return assigned(client, scope, principalId).stream()
        .map(
            assignment -> {
              RoleDefinitionInner role =
                  known.computeIfAbsent(assignment.roleDefinitionId(), id -> read(client, id));
              return new Permit(
                  Permit.Source.ROLE,
                  Answer.text(assignment.id()),
                  Answer.text(assignment.scope()),
                  Answer.text(assignment.principalId()),
                  Answer.text(role.roleName()),
                  KeyRights.ofDataActions(
                      role.permissions().stream().map(AzureRoles::data).toList()));
            })
        .toList();
  }

  /** Removes an assignment; one that is not there is no failure. */
  void remove(String subscription, String assignment) {
    AzureFailures.ask(
        () ->
            clients
                .roles(subscription)
                .getRoleAssignments()
                .deleteByIdWithResponse(relative(assignment), null, Context.NONE)
                .getStatusCode());
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
                        assignment.roleDefinitionId(),
                        role -> definition(client, role).map(AzureRoles::data).toList()),
                    Optional.ofNullable(assignment.createdOn()).map(OffsetDateTime::toInstant)))
        .toList();
  }

  /**
   * Gives a principal a role; again changes nothing. The name of the assignment follows from what
   * it says, as it would with {@code guid()} in a template.
   *
   * @param type {@code User} or {@code ServicePrincipal}
   */
  void grant(ResourceId scope, String roleId, String principalId, String type) {
    String role =
        "/subscriptions/"
            + scope.subscription()
            + "/providers/Microsoft.Authorization/roleDefinitions/"
            + roleId;
    String seed = (scope + "|" + principalId + "|" + roleId).toLowerCase(Locale.ROOT);
    RoleAssignmentCreateParameters body =
        new RoleAssignmentCreateParameters()
            .withRoleDefinitionId(role)
            .withPrincipalId(principalId)
            .withPrincipalType(PrincipalType.fromString(type));
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

  private static Stream<PermissionInner> definition(
      AuthorizationManagementClient client, String role) {
    return read(client, role).permissions().stream();
  }

  private static RoleDefinitionInner read(AuthorizationManagementClient client, String role) {
    return AzureFailures.ask(
        () ->
            client
                .getRoleDefinitions()
                .getByIdWithResponse(relative(role), Context.NONE)
                .getValue());
  }

  // The SDK puts a slash of its own in front.
  private static String relative(String id) {
    return id.startsWith("/") ? id.substring(1) : id;
  }

  private static ActionBlock management(PermissionInner permission) {
    return new ActionBlock(list(permission.actions()), list(permission.notActions()));
  }

  private static ActionBlock data(PermissionInner permission) {
    return new ActionBlock(list(permission.dataActions()), list(permission.notDataActions()));
  }

  private static List<String> list(@Nullable List<String> actions) {
    return actions == null ? List.of() : actions;
  }
}
