package dev.wrapkey.simulator.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a new practice cloud begins with: data, read from {@code landscape.json}. Ages are days before the first start. */
public record Landscape(
    List<Subscription> subscriptions,
    List<Group> groups,
    List<Person> identities,
    List<Store> vaults,
    List<Grant> assignments,
    List<Database> servers) {

  /** Stands for the practice service principal where a name is wanted. */
  static final String APPLICATION = "application";

  public record Group(String subscription, String name, String region) {}

  public record Person(
      String name, String subscription, String group, String region, String principalId, String clientId) {}

  /**
   * A vault or managed HSM.
   *
   * @param kind {@code vault} or {@code hsm}
   */
  public record Store(
      String name,
      String kind,
      String subscription,
      String group,
      String region,
      boolean softDelete,
      boolean purge,
      int days,
      boolean rbac,
      List<Policy> policies,
      boolean deny,
      boolean trustedServices,
      List<StoredKey> keys) {}

  public record Policy(String who, List<String> keys) {}

  /**
   * A key.
   *
   * @param versionsDaysAgo age of each version, oldest first
   * @param expiredDaysAgo how long ago its versions expired, if they did
   */
  public record StoredKey(
      String name,
      String type,
      int bits,
      String curve,
      boolean enabled,
      List<Integer> versionsDaysAgo,
      @Nullable Integer expiredDaysAgo) {}

  /**
   * A role assignment.
   *
   * @param who name of an identity, or {@code application}
   * @param scope an identifier, or {@code vault:NAME}
   */
  public record Grant(String who, String role, String scope) {}

  /**
   * A server.
   *
   * @param key {@code VAULT/KEY} for automatic version update, {@code VAULT/KEY/N} for its Nth version; none if
   *     service-managed
   * @param identity name of the identity that uses the key
   */
  public record Database(
      String name,
      String subscription,
      String group,
      String region,
      String version,
      String tier,
      String sku,
      int gib,
      String storageTier,
      int iops,
      String login,
      int daysAgo,
      @Nullable String key,
      @Nullable String identity) {}
}
