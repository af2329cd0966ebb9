package dev.wrapkey.azure;

import static java.util.Map.entry;

import dev.wrapkey.provisioning.CloudFailure.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The table from the services' error codes to kinds of failure. */
final class FailureKinds {

  private static final Map<Kind, List<String>> CODES =
      Map.ofEntries(
          entry(
              Kind.FORBIDDEN,
              List.of(
                  "AuthorizationFailed",
                  "LinkedAuthorizationFailed",
                  "RequestDisallowedByPolicy",
                  "Forbidden",
                  "ForbiddenByPolicy",
                  "ForbiddenByRbac",
                  "ForbiddenByFirewall",
                  "AccessDenied")),
          entry(
              Kind.SIGN_IN,
              List.of(
                  "Unauthorized",
                  "AuthenticationFailed",
                  "InvalidAuthenticationToken",
                  "InvalidAuthenticationTokenTenant",
                  "ExpiredAuthenticationToken",
                  "invalid_client",
                  "invalid_grant",
                  "unauthorized_client",
                  "invalid_request",
                  "invalid_tenant",
                  "invalid_token",
                  "insufficient_claims")),
          entry(
              Kind.NOT_FOUND,
              List.of(
                  "KeyNotFound",
                  "ResourceGroupNotFound",
                  "ResourceNotFound",
                  "ParentResourceNotFound",
                  "SubscriptionNotFound",
                  "NotFound",
                  "VaultNotFound",
                  "DeletedVaultNotFound",
                  "PrincipalNotFound",
                  "RoleAssignmentNotFound",
                  "RoleDefinitionDoesNotExist")),
          entry(
              Kind.NAME_TAKEN,
              List.of(
                  "ObjectIsDeletedButRecoverable",
                  "VaultAlreadyExists",
                  "ServerNameAlreadyExists",
                  "RoleAssignmentExists",
                  "AlreadyExists")),
          entry(
              Kind.BUSY,
              List.of(
                  "ObjectIsBeingDeleted",
                  "ServerIsBusy",
                  "ProvisioningServerBusy",
                  "CannotDeleteResource",
                  "ReferencedResourceNotProvisioned",
                  "ResourceGroupBeingDeleted",
                  "Conflict")),
          entry(
              Kind.INVALID,
              List.of(
                  "BadParameter",
                  "BadRequest",
                  "InvalidParameterValue",
                  "InvalidRequestContent",
                  "InvalidResourceGroupLocation",
                  "MethodNotAllowed",
                  "MissingSubscriptionRegistration",
                  "PreconditionFailed",
                  "ScopeLocked",
                  "GeoBackupsNotAvailable",
                  "ServerEditionIncompatibleWithSkuSize",
                  "CannotSetResourceIdentity",
                  "FeatureSwitchNotEnabled",
                  "VirtualEndpointOwnerServerNotInReadyState",
                  "CMKInvalidEncryptionParameters",
                  "CMKNotSupportedForGeoRedundantBackupEnabledServer")),
          entry(
              Kind.KEY_UNUSABLE,
              List.of(
                  "KeyDisabled",
                  "KeyExpired",
                  "KeyNotYetValid",
                  "KeyOperationForbidden",
                  "AdalServicePrincipalNotFound",
                  "ServerKeyDoesNotExists",
                  "AadAuthOperationCannotBePerformedWhenServerIsNotAccessible")),
          entry(
              Kind.THROTTLED,
              List.of(
                  "Throttled",
                  "TooManyRequests",
                  "OperationThrottled",
                  "RateLimiting",
                  "SubscriptionRequestsThrottled",
                  "RetryableError")),
          entry(
              Kind.SERVICE,
              List.of("InternalServerError", "OperationTimedOut", "OperationCancelled")));

  // The family the service names after Key Vault: missing key, missing rights, disabled key, no
  // connection …
  private static final String KEY_FAMILY = "azurekeyvault";

  private static final Map<String, Kind> BY_CODE =
      CODES.entrySet().stream()
          .flatMap(e -> e.getValue().stream().map(code -> entry(lower(code), e.getKey())))
          .collect(
              java.util.stream.Collectors.toUnmodifiableMap(
                  Map.Entry::getKey, Map.Entry::getValue));

  private FailureKinds() {}

  /** The kind a code stands for, if the code is known. */
  static Optional<Kind> ofCode(String code) {
    return lower(code).startsWith(KEY_FAMILY)
        ? Optional.of(Kind.KEY_UNUSABLE)
        : Optional.ofNullable(BY_CODE.get(lower(code)));
  }

  /** The kind to assume where the code says nothing. */
  static Kind ofStatus(int status) {
    return switch (status) {
      case 401 -> Kind.SIGN_IN;
      case 403 -> Kind.FORBIDDEN;
      case 404, 410 -> Kind.NOT_FOUND;
      case 409 -> Kind.BUSY;
      case 429 -> Kind.THROTTLED;
      case 407 -> Kind.OFFLINE;
      case 408, 502, 503, 504 -> Kind.UNREACHABLE;
      default -> status >= 500 ? Kind.SERVICE : status >= 400 ? Kind.INVALID : Kind.UNREACHABLE;
    };
  }

  private static String lower(String code) {
    return code.toLowerCase(Locale.ROOT);
  }
}
