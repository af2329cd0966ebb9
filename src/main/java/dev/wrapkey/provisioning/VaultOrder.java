package dev.wrapkey.provisioning;

import java.util.List;

/**
 * What a new key vault shall be. Soft delete is not asked: since 2025 every new vault has it
 * ("Azure Key Vault soft-delete overview").
 *
 * @param id its resource identifier; the name is unique in all of Azure
 * @param region the short name of its region
 * @param premium true for a vault that can hold keys in a hardware security module
 * @param retentionDays days for which deleted keys are kept, 7 to 90; cannot be changed afterwards
 * @param purgeProtection nobody can purge keys before; cannot be switched off again
 * @param rbac true for role assignments, false for access policies; with these the account that
 *     makes the vault gets one to work with its keys
 * @param network who reaches the keys
 * @param addresses IPv4 addresses that are let in where only selected networks are
 */
public record VaultOrder(
    ResourceId id,
    String region,
    boolean premium,
    int retentionDays,
    boolean purgeProtection,
    boolean rbac,
    KeyStore.Network network,
    List<String> addresses) {

  private static final int LONGEST_RETENTION = 90;

  /**
   * A vault whose keys can encrypt a server at once: "Data encryption at rest in Azure Database for
   * PostgreSQL", 2 June 2026 (portal specification CMK-5 to CMK-8, CMK-12).
   */
  public static VaultOrder recommended(ResourceId id, String region) {
    return new VaultOrder(
        id, region, false, LONGEST_RETENTION, true, true, KeyStore.Network.ALL, List.of());
  }

  /** The same with other addresses that are let in. */
  public VaultOrder withAddresses(List<String> newAddresses) {
    return new VaultOrder(
        id, region, premium, retentionDays, purgeProtection, rbac, network, newAddresses);
  }
}
