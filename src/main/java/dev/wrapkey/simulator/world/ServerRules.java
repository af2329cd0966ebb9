package dev.wrapkey.simulator.world;

import dev.wrapkey.catalog.PremiumV2;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the PostgreSQL service refuses at once, with status 400 (portal specification NAME-*,
 * LOGIN-*, PWD-*, CMK-26). Codes and texts are inferred where docs/practice-cloud.md says so.
 */
public final class ServerRules {

  /** The service's text for a name it does not take (recorded 2023). */
  public static final String NAME_TEXT =
      "Specified server name contains unsupported characters or is too long. Server name must be no"
          + " longer than 63 characters long, contain only lower-case characters or digits, cannot"
          + " contain '.' or '_' characters and can't start or end with '-' character.";

  private static final Set<String> RESERVED_LOGINS =
      Set.of(
          "azure_superuser", "azure_pg_admin", "admin", "administrator", "root", "guest", "public");
  private static final Set<Integer> SIZES =
      Set.of(32, 64, 128, 256, 512, 1024, 2048, 4095, 4096, 8192, 16384, 32767);
  private static final Map<String, String> TIER_PREFIX =
      Map.of(
          "Burstable",
          "Standard_B",
          "GeneralPurpose",
          "Standard_D",
          "MemoryOptimized",
          "Standard_E");

  private static final Set<String> CROSS_TENANT =
      Set.of(
          "eastus2", "westus2", "centralus", "australiasoutheast", "australiaeast", "northeurope");

  private final World world;

  public ServerRules(World world) {
    this.world = world;
  }

  /** 3 to 63 lower-case letters, digits and hyphens, no hyphen at either end. */
  public static boolean isLegalName(String name) {
    return name.matches("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");
  }

  /**
   * Checks everything that needs no other service.
   *
   * @throws Refusal 400
   */
  public void check(ServerDraft draft) {
    if (!isLegalName(draft.id().name())) {
      throw new Refusal(400, "InvalidServerName", NAME_TEXT);
    }
    require(world.regions().find(draft.region()).isPresent(), "location");
    checkShape(draft.shape());
    checkLogin(draft.login());
    checkPassword(draft.login(), draft.password());
    checkEncryption(draft.encryption());
  }

  /**
   * Checks a server that is made from another one: it inherits what is not asked here.
   *
   * @throws Refusal 400
   */
  public void checkCopy(ServerDraft draft) {
    if (!isLegalName(draft.id().name())) {
      throw new Refusal(400, "InvalidServerName", NAME_TEXT);
    }
    require(world.regions().find(draft.region()).isPresent(), "location");
    checkShape(draft.shape());
    checkEncryption(draft.encryption());
  }

  /**
   * Geo-redundant backup is offered in some regions only (portal specification BAK-2; the words are
   * azure-cli's, the code is invented).
   *
   * @throws Refusal 400
   */
  public void checkGeoRegion(String region, boolean geoBackup) {
    if (geoBackup && world.regions().find(region).filter(Region::geoBackup).isEmpty()) {
      throw new Refusal(
          400, "GeoBackupNotSupported", "This location does not support geo-redundant backup.");
    }
  }

  /**
   * The second key: with geo-redundant backup and a customer-managed key it must be there, without
   * it must not (portal specification CMK-22, CMK-26 to CMK-28).
   *
   * @throws Refusal 400
   */
  public static void checkGeo(Server.Encryption encryption, boolean geoBackup) {
    Server.Geo geo = encryption.geo();
    if (!geoBackup && geo != null) {
      throw invalidEncryption(
          "Geo-redundant backup is not enabled. You cannot provide Geo-location user assigned"
              + " identity and keyvault key.");
    }
    if (geoBackup && encryption.isCustomerManaged() && geo == null) {
      throw invalidEncryption(
          "Geo-Backup Encryption user assigned identity and key is required to encrypt"
              + " Geo-Redundant CMK enabled server. Please retry operation with valid input"
              + " parameters.");
    }
    ArmId identity = encryption.identity();
    if (geo != null && identity != null && geo.identity().key().equals(identity.key())) {
      throw invalidEncryption(
          "The primary user-assigned identity and backup identity cannot be the same.");
    }
  }

  /**
   * A key of another tenant: not together with geo-redundant backup, and in some regions only
   * (portal specification XT-7, XT-8; the words are invented).
   *
   * @throws Refusal 400
   */
  public void checkFederation(Server.Encryption encryption, String region, boolean geoBackup) {
    if (encryption.federated() == null) {
      return;
    }
    if (geoBackup) {
      throw invalidEncryption(
          "Cross-tenant customer managed keys are not supported with geo-redundant backup.");
    }
    String name = world.regions().find(region).map(Region::name).orElse(region);
    if (!CROSS_TENANT.contains(name)) {
      throw invalidEncryption(
          "Cross-tenant customer managed keys are not supported in this region.");
    }
  }

  /**
   * Checks size and settings.
   *
   * @throws Refusal 400
   */
  public static void checkShape(Server.Shape shape) {
    require(shape.version().matches("1[1-8]"), "version");
    require(TIER_PREFIX.containsKey(shape.compute().tier()), "sku.tier");
    require(
        shape
            .compute()
            .sku()
            .matches("Standard_(B\\d{1,2}m?s|[DE]\\d{1,3}(s_v3|ds_v4|ds_v5|ads_v5|ds_v6|ads_v6))"),
        "sku.name");
    checkStorage(shape);
    require(
        shape.storage().backupDays() >= 7 && shape.storage().backupDays() <= 35,
        "backup.backupRetentionDays");
    require(shape.zone().isEmpty() || shape.zone().matches("[123]"), "availabilityZone");
  }

  /** Premium SSD comes in steps; Premium SSD v2 by the GiB (document of 13 January 2026). */
  private static void checkStorage(Server.Shape shape) {
    Server.Storage storage = shape.storage();
    if (!storage.isPremiumV2()) {
      require(SIZES.contains(storage.gib()), "storage.storageSizeGB");
      return;
    }
    require(!shape.compute().tier().equals("Burstable"), "storage.type");
    require(
        storage.gib() >= PremiumV2.LEAST_GIB && storage.gib() <= PremiumV2.MOST_GIB,
        "storage.storageSizeGB");
    require(
        storage.iops() >= PremiumV2.baselineIops(storage.gib())
            && storage.iops() <= PremiumV2.MOST_IOPS,
        "storage.iops");
    require(
        storage.throughput() >= PremiumV2.baselineThroughput(storage.gib())
            && storage.throughput() <= PremiumV2.MOST_MIBPS,
        "storage.throughput");
  }

  /** Tier and size must belong together; the service finds out late (recorded code). */
  static boolean isCompatible(Server.Compute compute) {
    return compute.sku().startsWith(TIER_PREFIX.getOrDefault(compute.tier(), "?"));
  }

  /**
   * What the service finds out only while it works (recorded codes; the first text is inferred).
   */
  static Optional<Problem> lateProblem(Server server, ServerSettings settings) {
    Server.Compute compute = server.shape().compute();
    if (!isCompatible(compute)) {
      return Optional.of(
          new Problem(
              "ServerEditionIncompatibleWithSkuSize",
              "The server edition '%s' is incompatible with the SKU size '%s'."
                  .formatted(compute.tier(), compute.sku())));
    }
    if (compute.tier().equals("Burstable") && !settings.standby().mode().equals("Disabled")) {
      return Optional.of(
          new Problem(
              "",
              "High availiability not supported for burstable server [%s]."
                  .formatted(server.id().name())));
    }
    return Optional.empty();
  }

  private static void checkLogin(String login) {
    String lower = login.toLowerCase(Locale.ROOT);
    require(
        login.matches("[A-Za-z0-9_]{1,63}")
            && !lower.startsWith("pg_")
            && !RESERVED_LOGINS.contains(lower),
        "administratorLogin");
  }

  /**
   * Checks a password.
   *
   * @throws Refusal 400
   */
  public static void checkPassword(String login, String password) {
    long kinds =
        Stream.of(".*[A-Z].*", ".*[a-z].*", ".*[0-9].*", ".*[^A-Za-z0-9].*")
            .filter(password::matches)
            .count();
    boolean legal =
        password.length() >= 8
            && password.length() <= 128
            && kinds >= 3
            && !resembles(login, password);
    require(legal, "administratorLoginPassword");
  }

  /** Contains the login, or three or more consecutive characters of it. */
  private static boolean resembles(String login, String password) {
    String name = login.toLowerCase(Locale.ROOT);
    String secret = password.toLowerCase(Locale.ROOT);
    return secret.contains(name) && !name.isEmpty()
        || IntStream.rangeClosed(0, name.length() - 3)
            .anyMatch(i -> secret.contains(name.substring(i, i + 3)));
  }

  /**
   * Key and identity: both or neither, well-formed, the identity assigned and existing.
   *
   * @throws Refusal 400
   */
  public void checkEncryption(Server.Encryption encryption) {
    checkEncryption(encryption, encryption.identities());
  }

  /**
   * The same where some identities are assigned already: one of those may have been deleted since.
   *
   * @param named the identities that a request names
   * @throws Refusal 400
   */
  public void checkEncryption(Server.Encryption encryption, List<ArmId> named) {
    List<ArmId> assigned = encryption.identities();
    for (ArmId id : named) {
      if (world.identities().get(id.key()).isEmpty()) {
        throw new Refusal(
            400,
            "FailedIdentityOperation",
            "Identity operation for resource failed. Resource '%s' was not found."
                .formatted(id.text()));
      }
    }
    String key = encryption.key();
    ArmId identity = encryption.identity();
    if ((key == null) != (identity == null)) {
      throw invalidEncryption("User assigned identity and key must be provided together.");
    }
    if (key != null && KeyUri.parse(key).isEmpty()) {
      throw invalidEncryption(
          "Key identifier should be in the format of: "
              + "\"https://{keyvaultname}.vault.azure.net/keys/{keyname}/{versionguid}\"");
    }
    Server.Geo geo = encryption.geo();
    if (geo != null && KeyUri.parse(geo.key()).isEmpty()) {
      throw invalidEncryption("The geo-redundant backup's key identifier is malformed.");
    }
    if (identity != null && assigned.stream().noneMatch(id -> id.key().equals(identity.key()))) {
      throw invalidEncryption(
          "The identity used for data encryption must be assigned to the server.");
    }
  }

  static Refusal invalidEncryption(String why) {
    return new Refusal(
        400,
        "CMKInvalidEncryptionParameters",
        "The input server encryption parameters are invalid. " + why);
  }

  private static void require(boolean legal, String parameter) {
    if (!legal) {
      throw new Refusal(
          400,
          "InvalidParameterValue",
          "Invalid value given for parameter %s. Specify a valid parameter value."
              .formatted(parameter));
    }
  }
}
