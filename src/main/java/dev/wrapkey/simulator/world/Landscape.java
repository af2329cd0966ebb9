package dev.wrapkey.simulator.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a new practice cloud begins with: data, read from {@code landscape.json}. Ages are days
 * before the first start.
 */
public record Landscape(
    List<Subscription> subscriptions,
    List<Group> groups,
    List<Person> identities,
    List<App> applications,
    List<Store> vaults,
    List<Grant> assignments,
    List<Database> servers) {

  /** Stands for the practice service principal where a name is wanted. */
  static final String APPLICATION = "application";

  /** A resource group. */
  public record Group(String subscription, String name, String region) {}

  /** Where something lies. */
  public record Place(String subscription, String group, String region) {

    ArmId id(String type, String name) {
      return ArmId.of(subscription, group, type, name);
    }
  }

  /** A managed identity. */
  public record Person(String name, Place place, String principalId, String clientId) {}

  /**
   * A multi-tenant application, installed in another tenant.
   *
   * @param trusts names of the identities that may sign in as it
   */
  public record App(String name, String clientId, String objectId, List<String> trusts) {}

  /**
   * A vault or managed HSM.
   *
   * @param type its resource type
   */
  public record Store(
      String name,
      String type,
      Place place,
      Vault.Protection protection,
      Access access,
      @Nullable String sku,
      List<StoredKey> keys) {}

  /** Who may use a vault. */
  public record Access(boolean rbac, List<Policy> policies, Vault.Firewall firewall) {}

  /**
   * An access policy.
   *
   * @param who name of an identity, or {@code application}
   */
  public record Policy(String who, List<String> keys) {}

  /**
   * A key.
   *
   * @param versionsDaysAgo age of each version, oldest first
   * @param expiredDaysAgo how long ago its versions expired, if they did
   * @param startsInDays how long its versions are not active yet, if they are not
   */
  public record StoredKey(
      String name,
      Key.Kind kind,
      boolean enabled,
      List<Integer> versionsDaysAgo,
      @Nullable Integer expiredDaysAgo,
      @Nullable Integer startsInDays) {}

  /**
   * A role assignment.
   *
   * @param who name of an identity, or {@code application}
   * @param scope an identifier, or {@code vault:NAME}
   * @param justMade a moment before the first start: it has no effect yet
   */
  public record Grant(String who, String role, String scope, boolean justMade) {}

  /**
   * A server.
   *
   * @param officeMayConnect a firewall rule lets in the address that everybody here calls from
   * @param lock none if service-managed
   */
  public record Database(
      String name,
      Place place,
      int daysAgo,
      String login,
      boolean officeMayConnect,
      Server.Shape shape,
      @Nullable Lock lock) {}

  /**
   * A customer-managed key.
   *
   * @param key {@code VAULT/KEY} for automatic version update, {@code VAULT/KEY/N} for its Nth
   *     version
   * @param identity name of the identity that uses it
   * @param geoKey a second one in the paired region, for geo-redundant backup, if wanted
   * @param geoIdentity uses the second key
   */
  public record Lock(
      String key, String identity, @Nullable String geoKey, @Nullable String geoIdentity) {}
}
