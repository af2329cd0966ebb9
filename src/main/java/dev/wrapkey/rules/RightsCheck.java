package dev.wrapkey.rules;

import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Rights;
import java.util.List;
import java.util.Optional;

/**
 * Whether an identity may use the keys of a store: CMK-10 for key vaults, CMK-11 for managed HSMs.
 * Says which permissions are missing and what to grant.
 *
 * <p>Source: "Data encryption at rest", 2 June 2026; "Azure RBAC guide" of Key Vault, 16 June 2026.
 * Azure asks for {@code list} too under access policies; the encryption itself does not need it.
 */
public final class RightsCheck {

  private static final List<String> NEEDED = List.of("get", "wrapKey", "unwrapKey");

  private RightsCheck() {}

  /** The rule that is broken, if a needed permission is missing. */
  public static Optional<Finding> check(ManagedIdentity identity, Rights rights, KeyStore store) {
    List<String> missing = Permissions.missing(rights.granted(), NEEDED);
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    String rule = store.kind() == KeyStore.Kind.MANAGED_HSM ? "CMK-11" : "CMK-10";
    String lacks =
        RulePack.words("CMK-10.lacks", identity.name(), String.join(", ", missing), store.name());
    String message = lacks + " " + RulePack.words(remedy(store), store.name());
    return Optional.of(new Finding(rule, RulePack.rule(rule).severity(), message));
  }

  private static String remedy(KeyStore store) {
    if (store.kind() == KeyStore.Kind.MANAGED_HSM) {
      return "CMK-11";
    }
    return store.rbac() ? "CMK-10" : "CMK-10.policy";
  }
}
