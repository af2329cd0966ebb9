package dev.wrapkey.simulator.world;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A key vault or managed HSM.
 *
 * @param id its identifier
 * @param region short name
 * @param protection soft delete and purge protection
 * @param rights role assignments or access policies
 * @param firewall who may call at all
 * @param tags name to value
 * @param details what else Azure shows of it
 */
public record Vault(
    ArmId id,
    String region,
    Protection protection,
    Rights rights,
    Firewall firewall,
    SortedMap<String, String> tags,
    Details details) {

  /** A state written before vaults had details lacks them. */
  public Vault {
    details = Objects.requireNonNullElse(details, Details.USUAL);
  }

  public Vault(
      ArmId id,
      String region,
      Protection protection,
      Rights rights,
      Firewall firewall,
      SortedMap<String, String> tags) {
    this(id, region, protection, rights, firewall, tags, Details.USUAL);
  }

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
   * @param keys permissions on keys
   * @param others permissions on secrets, certificates and storage, by these names
   * @param application only for this application on behalf of the principal; none for any
   */
  public record Policy(
      String principal,
      List<String> keys,
      Map<String, List<String>> others,
      @Nullable String application) {

    /** A state written before policies had other permissions lacks them. */
    public Policy {
      others = Objects.requireNonNullElse(others, Map.of());
    }

    public Policy(String principal, List<String> keys) {
      this(principal, keys, Map.of(), null);
    }

    boolean isFor(Principal caller) {
      return principal.equalsIgnoreCase(caller.objectId())
          && (application == null || application.equalsIgnoreCase(caller.appId()));
    }

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

  /**
   * What else Azure shows of a vault.
   *
   * @param sku {@code standard} or {@code premium}
   * @param publicAccess whether it can be reached from outside private links at all
   * @param subnets identifiers of subnets that may call
   * @param uses {@code enabledForDeployment} and its like, as far as set
   * @param admins object ids of a managed HSM's first administrators
   * @param stamp who made and changed it
   */
  public record Details(
      String sku,
      boolean publicAccess,
      List<String> subnets,
      Map<String, Boolean> uses,
      List<String> admins,
      @Nullable Stamp stamp) {

    static final Details USUAL =
        new Details("standard", true, List.of(), Map.of(), List.of(), null);

    static Details ofSku(@Nullable String sku) {
      return sku == null ? USUAL : new Details(sku, true, List.of(), Map.of(), List.of(), null);
    }
  }

  /**
   * Who made and changed a vault.
   *
   * @param by application id
   * @param created when
   * @param updated when last
   * @param ready from when on it can be used
   */
  public record Stamp(String by, Instant created, Instant updated, Instant ready) {}

  /** Whether the vault is there entirely, its name registered. */
  public boolean isReady(Instant now) {
    Stamp stamp = details.stamp();
    return stamp == null || !now.isBefore(stamp.ready());
  }

  /** The same vault with other rights. */
  public Vault with(Rights other, Instant now) {
    Stamp stamp = details.stamp();
    Stamp changed =
        stamp == null ? null : new Stamp(stamp.by(), stamp.created(), now, stamp.ready());
    Details after =
        new Details(
            details.sku(),
            details.publicAccess(),
            details.subnets(),
            details.uses(),
            details.admins(),
            changed);
    return new Vault(id, region, protection, other, firewall, tags, after);
  }

  /** The same vault with another firewall. */
  Vault with(Firewall other) {
    return new Vault(id, region, protection, rights, other, tags, details);
  }

  public boolean isHsm() {
    return id.type().equalsIgnoreCase(HSMS);
  }

  /** Whether it can hold keys of the types that end in {@code -HSM}. */
  public boolean holdsHardwareKeys() {
    return isHsm() || details.sku().equalsIgnoreCase("premium");
  }

  /** Host name of the data plane. */
  public String host() {
    return (id.name() + (isHsm() ? ".managedhsm.azure.net" : ".vault.azure.net"))
        .toLowerCase(Locale.ROOT);
  }
}
