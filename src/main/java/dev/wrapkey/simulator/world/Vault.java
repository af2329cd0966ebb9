package dev.wrapkey.simulator.world;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * A key vault or managed HSM.
 *
 * @param id its identifier
 * @param region short name
 * @param protection soft delete and purge protection
 * @param rights role assignments or access policies
 * @param firewall who may call at all
 * @param tags name to value
 */
public record Vault(
    ArmId id,
    String region,
    Protection protection,
    Rights rights,
    Firewall firewall,
    SortedMap<String, String> tags) {

  public static final String VAULTS = "Microsoft.KeyVault/vaults";
  public static final String HSMS = "Microsoft.KeyVault/managedHSMs";

  /**
   * What guards deleted keys.
   *
   * @param softDelete deleted keys can be recovered
   * @param purge nobody can purge them before the retention has passed
   * @param days retention, 7 to 90
   */
  public record Protection(boolean softDelete, boolean purge, int days) {

    /** Key Vault's words for it in the attributes of a key (recorded, 2020 to 2023). */
    public String recoveryLevel() {
      if (!softDelete) {
        return "Purgeable";
      }
      return (days < 90 ? "CustomizedRecoverable" : "Recoverable") + (purge ? "" : "+Purgeable");
    }
  }

  /**
   * Where rights come from.
   *
   * @param rbac true for role assignments, false for access policies
   * @param policies access policies; kept, but without effect, under role assignments
   */
  public record Rights(boolean rbac, List<Policy> policies) {}

  /**
   * An access policy.
   *
   * @param principal object id
   * @param keys permissions on keys, lower case
   */
  public record Policy(String principal, List<String> keys) {

    boolean allows(String permission) {
      return keys.stream()
          .anyMatch(k -> k.equalsIgnoreCase(permission) || k.equalsIgnoreCase("all"));
    }
  }

  /**
   * The vault's firewall.
   *
   * @param deny everybody who is not on the list is refused
   * @param trustedServices trusted Azure services pass nevertheless
   * @param addresses IPv4 addresses on the list
   */
  public record Firewall(boolean deny, boolean trustedServices, List<String> addresses) {}

  public boolean isHsm() {
    return id.type().equalsIgnoreCase(HSMS);
  }

  /** Host name of the data plane. */
  public String host() {
    return (id.name() + (isHsm() ? ".managedhsm.azure.net" : ".vault.azure.net"))
        .toLowerCase(Locale.ROOT);
  }
}
