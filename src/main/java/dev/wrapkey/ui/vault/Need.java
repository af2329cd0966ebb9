package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.ui.failure.Failures;
import dev.wrapkey.ui.view.Texts;
import java.util.Locale;
import java.util.Set;

/** What a person wants to do with keys, and the right that it takes. */
enum Need {
  READ,
  CHANGE,
  DELETE,
  DELETED,
  PURGE,
  POLICY,
  BACKUP;

  // Inner codes of Key Vault's 403: "Key Vault REST API error codes". The second comes where public
  // access is switched off.
  private static final Set<String> NETWORK = Set.of("forbiddenbyfirewall", "forbiddenbyconnection");

  /** What went wrong, and where a right is missing, which role or permission gives it. */
  String explain(KeyStore store, CloudFailure why) {
    if (why.kind() != CloudFailure.Kind.FORBIDDEN) {
      return Failures.text(why);
    }
    boolean network = NETWORK.contains(why.code().toLowerCase(Locale.ROOT));
    String cure = network ? Texts.text("vault.firewall", store.name()) : right(store);
    String words =
        why.details().strip().replaceAll("\\s+", " "); // some services write a dozen lines
    return cure + "\n" + Texts.text("vault.refused", why.code(), words);
  }

  /** The role or permission it takes in a store. */
  String right(KeyStore store) {
    String word = name().toLowerCase(Locale.ROOT);
    if (store.kind() == KeyStore.Kind.MANAGED_HSM) {
      return Texts.text("vault.role.hsm." + word, store.name());
    }
    return Texts.text(store.rbac() ? "vault.role.rbac" : "vault.role.policy." + word, store.name());
  }
}
