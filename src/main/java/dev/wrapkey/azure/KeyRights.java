package dev.wrapkey.azure;

import dev.wrapkey.provisioning.ActionBlock;
import dev.wrapkey.provisioning.Grants;
import dev.wrapkey.provisioning.KeyStore.AccessPolicy;
import dev.wrapkey.provisioning.Rights;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What access policies and roles mean for the three rights that data encryption needs. */
final class KeyRights {

  private static final Map<String, String> DATA_ACTIONS =
      Map.of(
          "get", "Microsoft.KeyVault/vaults/keys/read",
          "wrapKey", "Microsoft.KeyVault/vaults/keys/wrap/action",
          "unwrapKey", "Microsoft.KeyVault/vaults/keys/unwrap/action");

  // A managed HSM has names of its own for them.
  private static final Map<String, String> LOCAL_ACTIONS =
      Map.of(
          "get", "Microsoft.KeyVault/managedHsm/keys/read/action",
          "wrapKey", "Microsoft.KeyVault/managedHsm/keys/wrap/action",
          "unwrapKey", "Microsoft.KeyVault/managedHsm/keys/unwrap/action");

  private KeyRights() {}

  /**
   * A role that somebody has.
   *
   * @param dataActions what it grants
   * @param created when it was given, where the service tells
   */
  record Assigned(List<ActionBlock> dataActions, Optional<Instant> created) {

    boolean allows(String right) {
      String action = DATA_ACTIONS.getOrDefault(right, right);
      return dataActions.stream().anyMatch(block -> block.allows(action));
    }
  }

  /** The rights, and when the last of them came to be: each counts from its first grant on. */
  static Grants since(Collection<Assigned> roles) {
    Rights rights = which(right -> roles.stream().anyMatch(role -> role.allows(right)));
    return new Grants(
        rights,
        rights.granted().stream()
            .flatMap(right -> first(roles, right).stream())
            .max(Comparator.naturalOrder()));
  }

  private static Optional<Instant> first(Collection<Assigned> roles, String right) {
    return roles.stream()
        .filter(role -> role.allows(right))
        .flatMap(role -> role.created().stream())
        .min(Comparator.naturalOrder());
  }

  static Rights ofDataActions(Collection<ActionBlock> blocks) {
    return ofActions(blocks, DATA_ACTIONS);
  }

  /** Of the roles that a managed HSM keeps itself. */
  static Rights ofLocalActions(Collection<ActionBlock> blocks) {
    return ofActions(blocks, LOCAL_ACTIONS);
  }

  private static Rights ofActions(Collection<ActionBlock> blocks, Map<String, String> actions) {
    return which(
        right ->
            blocks.stream().anyMatch(block -> block.allows(actions.getOrDefault(right, right))));
  }

  /** Whether an account may make keys and list them, by its roles. */
  static boolean mayMakeKeys(Collection<ActionBlock> blocks) {
    return Stream.of("Microsoft.KeyVault/vaults/keys/create/action", DATA_ACTIONS.get("get"))
        .allMatch(action -> blocks.stream().anyMatch(block -> block.allows(action)));
  }

  /** Whether an account may make keys and list them, by access policies. */
  static boolean mayMakeKeys(Collection<AccessPolicy> policies, String principalId) {
    List<String> permissions = permissions(policies, principalId);
    return permissions.contains("all") || permissions.containsAll(List.of("create", "list"));
  }

  static Rights ofPolicies(Collection<AccessPolicy> policies, String principalId) {
    List<String> permissions = permissions(policies, principalId);
    return which(
        right ->
            permissions.contains("all") || permissions.contains(right.toLowerCase(Locale.ROOT)));
  }

  private static List<String> permissions(Collection<AccessPolicy> policies, String principalId) {
    return policies.stream()
        .filter(policy -> policy.principalId().equalsIgnoreCase(principalId))
        .flatMap(policy -> policy.keyPermissions().stream())
        .toList();
  }

  private static Rights which(Predicate<String> granted) {
    return new Rights(
        Rights.NEEDED.stream().filter(granted).collect(Collectors.toUnmodifiableSet()));
  }
}
