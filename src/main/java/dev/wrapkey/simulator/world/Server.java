package dev.wrapkey.simulator.world;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL flexible server.
 *
 * @param id its identifier
 * @param region short name
 * @param shape what was ordered
 * @param admin login and password verifier
 * @param encryption whose key protects its data
 * @param status what changes by itself
 */
public record Server(
    ArmId id, String region, Shape shape, Admin admin, Encryption encryption, Status status) {

  public static final String TYPE = "Microsoft.DBforPostgreSQL/flexibleServers";

  /** The state of a server that is no longer there. Never seen on the wire. */
  public static final String GONE = "Gone";

  /**
   * What was ordered.
   *
   * @param version major version of PostgreSQL
   * @param compute tier and size
   * @param storage disk
   * @param zone availability zone, or empty
   * @param publicAccess reachable through the internet
   * @param tags name to value
   */
  public record Shape(
      String version,
      Compute compute,
      Storage storage,
      String zone,
      boolean publicAccess,
      SortedMap<String, String> tags) {}

  /**
   * Tier and size.
   *
   * @param tier {@code Burstable}, {@code GeneralPurpose}, {@code MemoryOptimized}
   * @param sku for example {@code Standard_D2ads_v5}
   */
  public record Compute(String tier, String sku) {}

  /**
   * The disk.
   *
   * @param gib size
   * @param tier for example {@code P10}; empty with Premium SSD v2
   * @param iops operations a second
   * @param throughput MB/s bought with Premium SSD v2; 0 with Premium SSD
   * @param autoGrow grows by itself
   * @param backupDays days backups are kept
   */
  public record Storage(
      int gib, String tier, int iops, int throughput, boolean autoGrow, int backupDays) {

    public static final String PREMIUM_V2 = "PremiumV2_LRS";

    public boolean isPremiumV2() {
      return throughput > 0;
    }
  }

  /**
   * The administrator.
   *
   * @param login name
   * @param password cannot be turned back into the password
   */
  public record Admin(String login, Verifier password) {}

  /**
   * Whose key protects the data.
   *
   * @param key identifier of the customer's key, versionless for automatic version update; none if
   *     service-managed
   * @param identity identifier of the identity that uses it, as the client wrote it
   * @param identities all identities assigned to the server, as the client wrote them
   * @param geo the second key, for the copy of the backups in the paired region
   * @param federated client id of the multi-tenant application as which the identity reaches a key
   *     of another tenant; none for a key of the server's own
   */
  public record Encryption(
      @Nullable String key,
      @Nullable ArmId identity,
      List<ArmId> identities,
      @Nullable Geo geo,
      @Nullable String federated) {

    public static final Encryption SERVICE_MANAGED = new Encryption(null, null, List.of());

    /** Without geo-redundant backup. */
    public Encryption(@Nullable String key, @Nullable ArmId identity, List<ArmId> identities) {
      this(key, identity, identities, null);
    }

    /** With a key of the server's own tenant. */
    public Encryption(
        @Nullable String key, @Nullable ArmId identity, List<ArmId> identities, @Nullable Geo geo) {
      this(key, identity, identities, geo, null);
    }

    /** The same with these identities assigned. */
    public Encryption with(List<ArmId> assigned) {
      return new Encryption(key, identity, assigned, geo, federated);
    }

    public boolean isCustomerManaged() {
      return key != null;
    }
  }

  /**
   * The second key.
   *
   * @param key identifier of a key in the paired region
   * @param identity identifier of the identity that uses it
   */
  public record Geo(String key, ArmId identity) {}

  /**
   * What changes by itself.
   *
   * @param created when it was ordered
   * @param volume name of its storage, unique over all time
   * @param life its state
   * @param original the key of the backup that it was restored from, if that was a customer's
   */
  public record Status(
      Instant created, String volume, Lifecycle life, @Nullable Original original) {

    public Status(Instant created, String volume, Lifecycle life) {
      this(created, volume, life, null);
    }
  }

  /**
   * The key that wrapped the data keys of a backup when a server was restored from it.
   *
   * @param key identifier with version
   * @param identity identifier of the identity that used it, and goes on using it for them
   */
  public record Original(String key, ArmId identity) {}

  public String state(Instant now) {
    return status.life().at(now);
  }

  public boolean exists(Instant now) {
    return !state(now).equals(GONE);
  }

  Server with(Lifecycle life) {
    return with(new Status(status.created(), status.volume(), life, status.original()));
  }

  Server with(Original original) {
    return with(new Status(status.created(), status.volume(), status.life(), original));
  }

  private Server with(Status changed) {
    return new Server(id, region, shape, admin, encryption, changed);
  }

  Server with(Encryption changed) {
    return new Server(id, region, shape, admin, changed, status);
  }

  Server with(Admin changed) {
    return new Server(id, region, shape, changed, encryption, status);
  }

  Server with(Shape changed) {
    return new Server(id, region, changed, admin, encryption, status);
  }
}
