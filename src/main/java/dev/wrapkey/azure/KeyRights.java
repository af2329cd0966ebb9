package dev.wrapkey.azure;

import dev.wrapkey.provisioning.KeyStore.AccessPolicy;
import dev.wrapkey.provisioning.Rights;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What access policies and roles mean for the three rights that data encryption needs. */
final class KeyRights {

  private static final Map<String, String> DATA_ACTIONS =
      Map.of(
          "get", "Microsoft.KeyVault/vaults/keys/read",
          "wrapKey", "Microsoft.KeyVault/vaults/keys/wrap/action",
          "unwrapKey", "Microsoft.KeyVault/vaults/keys/unwrap/action");

  private KeyRights() {}

  /**
   * One block of a role's data actions, where {@code *} stands for anything.
   *
   * @param granted what it grants
   * @param excepted what it does not grant although {@code granted} says so
   */
  record DataActions(List<String> granted, List<String> excepted) {

    boolean allow(String action) {
      return matches(granted, action) && !matches(excepted, action);
    }

    private static boolean matches(List<String> patterns, String action) {
      return patterns.stream().anyMatch(pattern -> matches(pattern, action));
    }

    private static boolean matches(String pattern, String action) {
      String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q");
      return Pattern.compile(regex, Pattern.CASE_INSENSITIVE).matcher(action).matches();
    }
  }

  static Rights ofDataActions(Collection<DataActions> blocks) {
    return which(
        right ->
            blocks.stream()
                .anyMatch(block -> block.allow(DATA_ACTIONS.getOrDefault(right, right))));
  }

  /** Whether an account may make keys and list them, by its roles. */
  static boolean mayMakeKeys(Collection<DataActions> blocks) {
    return Stream.of("Microsoft.KeyVault/vaults/keys/create/action", DATA_ACTIONS.get("get"))
        .allMatch(action -> blocks.stream().anyMatch(block -> block.allow(action)));
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
