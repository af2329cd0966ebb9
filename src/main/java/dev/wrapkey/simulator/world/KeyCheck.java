package dev.wrapkey.simulator.world;

import dev.wrapkey.encryption.KeyUnavailable;
import java.util.Optional;
import java.util.Set;

/**
 * What the PostgreSQL service finds out about a customer-managed key while an operation is under
 * way (portal specification §5.3, §6.1, §6.2). Codes: portal specification §7.4; two of them are
 * inferred, see docs/practice-cloud.md.
 */
final class KeyCheck {

  private static final Set<Integer> BITS = Set.of(2048, 3072, 4096);

  private final World world;
  private final KeyAccess access;

  KeyCheck(World world, KeyAccess access) {
    this.world = world;
    this.access = access;
  }

  /** What speaks against a key for a server in a region; asks the vault, as the identity. */
  Optional<Problem> problem(Identity identity, String key, String region) {
    KeyAccess.Description found;
    try {
      found = access.describe(identity, key);
    } catch (KeyUnavailable refused) {
      return Optional.of(whenAsking(refused, key));
    }
    KeyUri uri = KeyUri.parse(key).orElseThrow();
    return world
        .vaultAt(uri.host())
        .flatMap(vault -> storeProblem(vault, region))
        .or(() -> kindProblem(found));
  }

  private static Optional<Problem> storeProblem(Vault vault, String region) {
    if (!vault.region().equals(region)) {
      return invalid("The key vault must be in the region of the server.");
    }
    if (!vault.protection().softDelete() || !vault.protection().purge()) {
      return invalid("Soft delete and purge protection must be enabled on the key vault.");
    }
    return Optional.empty();
  }

  private static Optional<Problem> kindProblem(KeyAccess.Description found) {
    boolean fits = found.type().startsWith("RSA") && BITS.contains(found.bits());
    return fits
        ? Optional.empty()
        : invalid("The key must be an RSA key of 2048, 3072 or 4096 bits.");
  }

  private static Optional<Problem> invalid(String why) {
    return Optional.of(
        new Problem(
            "CMKInvalidEncryptionParameters",
            "The input server encryption parameters are invalid. " + why));
  }

  private static Problem whenAsking(KeyUnavailable refused, String key) {
    if (refused.code().equals("ForbiddenByFirewall")) {
      return firewall(key);
    }
    String name = KeyUri.parse(key).map(KeyUri::name).orElse(key);
    return new Problem(
        "AzureKeyVaultKeyNameNotFound",
        ("The operation could not be completed because the Azure Key Vault Key name '%s' does not"
                + " exist or User Assigned Identity does not have Get access to the Key "
                + "(https://aka.ms/postgres-flexible-server-data-encryption).")
            .formatted(name));
  }

  /** What the service makes of a vault's refusal to wrap or unwrap. */
  static Problem whenUsing(KeyUnavailable refused, String key) {
    return switch (refused.code()) {
      case "KeyDisabled" ->
          new Problem(
              "AzureKeyVaultKeyDisabled",
              "The Azure Key Vault key '%s' is disabled.".formatted(key));
      case "KeyExpired" ->
          new Problem(
              "AzureKeyVaultKeyExpired",
              "The Azure Key Vault key '%s' has expired.".formatted(key));
      case "KeyNotYetValid" ->
          new Problem(
              "AzureKeyVaultKeyNotYetValid",
              "The Azure Key Vault key '%s' is not active yet.".formatted(key));
      case "ForbiddenByFirewall" -> firewall(key);
      case "KeyNotFound", "VaultNotFound" ->
          new Problem(
              "AzureKeyVaultKeyNotFound",
              "The Azure Key Vault key '%s' was not found.".formatted(key));
      default ->
          new Problem(
              "AzureKeyVaultMissingPermissions",
              ("The server's identity lacks permissions on the Azure Key Vault key '%s'. Wrap and"
                      + " unwrap are needed. The key vault said: %s")
                  .formatted(key, refused.code()));
    };
  }

  private static Problem firewall(String key) {
    return new Problem(
        "AzureKeyVaultConnectionFailed",
        ("The Azure Key Vault of key '%s' cannot be reached. Allow trusted Microsoft services to"
                + " bypass its firewall.")
            .formatted(key));
  }
}
