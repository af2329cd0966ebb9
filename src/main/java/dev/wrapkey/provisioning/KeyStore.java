package dev.wrapkey.provisioning;

import java.util.List;

/**
 * A key vault or a managed HSM, with the settings that data encryption depends on.
 *
 * @param id its resource identifier
 * @param kind vault or managed HSM
 * @param region the short name of its region
 * @param host the host name of its data plane
 * @param tenantId the Entra tenant it belongs to
 * @param protection soft delete and purge protection
 * @param rbac true if rights are role assignments, false if they are access policies
 * @param policies the access policies; empty under RBAC
 * @param hardware true if it can hold keys in a hardware security module
 * @param network who reaches its data plane
 */
public record KeyStore(
    ResourceId id,
    Kind kind,
    String region,
    String host,
    String tenantId,
    Protection protection,
    boolean rbac,
    List<AccessPolicy> policies,
    boolean hardware,
    Network network) {

  /** Which of Azure's two key stores it is. */
  public enum Kind {
    KEY_VAULT,
    MANAGED_HSM
  }

  /** Who reaches the keys, as far as the network decides. */
  public enum Network {
    /** Everybody. */
    ALL,
    /** Listed networks, and Microsoft's trusted services, which data encryption belongs to. */
    SELECTED_AND_TRUSTED,
    /** Listed networks only. */
    SELECTED,
    /** Private endpoints, and Microsoft's trusted services. */
    PRIVATE_AND_TRUSTED,
    /** Private endpoints only. */
    PRIVATE
  }

  /**
   * What guards deleted keys.
   *
   * @param softDelete deleted keys can be recovered
   * @param purge nobody can purge them before the retention has passed
   * @param retentionDays days for which deleted keys are kept
   */
  public record Protection(boolean softDelete, boolean purge, int retentionDays) {}

  /**
   * Rights of one principal on all keys of a vault.
   *
   * @param principalId the object id
   * @param keyPermissions names in lower case, for example {@code wrapkey}
   */
  public record AccessPolicy(String principalId, List<String> keyPermissions) {}

  public String name() {
    return id.name();
  }
}
