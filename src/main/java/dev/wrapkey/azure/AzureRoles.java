package dev.wrapkey.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.azure.core.util.Context;
import com.azure.resourcemanager.authorization.fluent.AuthorizationManagementClient;
import com.azure.resourcemanager.authorization.fluent.models.PermissionInner;
import com.azure.resourcemanager.authorization.fluent.models.RoleAssignmentInner;
import com.azure.resourcemanager.authorization.models.PrincipalType;
import com.azure.resourcemanager.authorization.models.RoleAssignmentCreateParameters;
import dev.wrapkey.azure.KeyRights.DataActions;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.ResourceId;
import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Role assignments and the data actions of the roles they name. */
final class AzureRoles {

  /** Key Vault Crypto Officer: "Azure RBAC guide" of Key Vault, 16 June 2026. */
  static final String CRYPTO_OFFICER = "14b46e9e-c2b7-41b4-b07b-48a6ebf60603";

  /**
   * Blocks of roles.
   *
   * @param management what they allow on the resource itself
   * @param data what they allow on its data
   */
  record Held(List<DataActions> management, List<DataActions> data) {

    boolean manage(String action) {
      return management.stream().anyMatch(block -> block.allow(action));
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
  List<DataActions> permissions(ResourceId scope, String principalId) {
    return held(scope, principalId).data();
  }

  /** What the roles of a principal let it do with a resource and with its data. */
  Held held(ResourceId scope, String principalId) {
    List<PermissionInner> blocks = blocks(scope, principalId);
    return new Held(
        blocks.stream().map(p -> read(p.actions(), p.notActions())).toList(),
        blocks.stream().map(p -> read(p.dataActions(), p.notDataActions())).toList());
  }

  /** Gives a principal a role; one that it has already is no failure. */
  void grant(ResourceId scope, String roleId, String principalId, String principalType) {
    String role =
        "/subscriptions/"
            + scope.subscription()
            + "/providers/Microsoft.Authorization/roleDefinitions/"
            + roleId;
    // The same grant gets the same name, so that asking twice makes one.
    String name =
        UUID.nameUUIDFromBytes(
                (scope + role + principalId).toLowerCase(Locale.ROOT).getBytes(UTF_8))
            .toString();
    RoleAssignmentCreateParameters wanted =
        new RoleAssignmentCreateParameters()
            .withRoleDefinitionId(role)
            .withPrincipalId(principalId)
            .withPrincipalType(PrincipalType.fromString(principalType));
    try {
      AzureFailures.ask(
          () ->
              clients
                  .roles(scope.subscription())
                  .getRoleAssignments()
                  .createWithResponse(relative(scope.toString()), name, wanted, Context.NONE)
                  .getValue());
    } catch (CloudFailure failure) {
      if (!failure.code().equals("RoleAssignmentExists")) {
        throw failure;
      }
    }
  }

  private List<PermissionInner> blocks(ResourceId scope, String principalId) {
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
        .flatMap(role -> definition(client, role))
        .toList();
  }

  private static Stream<PermissionInner> definition(
      AuthorizationManagementClient client, String role) {
    return AzureFailures.ask(
        () ->
            client
                .getRoleDefinitions()
                .getByIdWithResponse(relative(role), Context.NONE)
                .getValue())
        .permissions()
        .stream();
  }

  // The SDK puts a slash of its own in front.
  private static String relative(String id) {
    return id.startsWith("/") ? id.substring(1) : id;
  }

  private static DataActions read(@Nullable List<String> granted, @Nullable List<String> excepted) {
    return new DataActions(list(granted), list(excepted));
  }

  private static List<String> list(@Nullable List<String> actions) {
    return actions == null ? List.of() : actions;
  }
}
