package dev.wrapkey.provisioning;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything the wizard knows about the server that is to be made. Immutable; each step writes its
 * own part.
 *
 * @param basics project, server, authentication
 * @param configuration compute, storage, high availability, backups
 * @param networking who may connect
 * @param encryption mode, key and identity
 * @param tags name to value
 * @param origin what it is copied from; empty for a server that starts empty. A copy takes over how
 *     people sign in, so it has no password of its own
 */
public record Plan(
    Basics basics,
    Configuration configuration,
    Networking networking,
    DataEncryption encryption,
    SortedMap<String, String> tags,
    Optional<Origin> origin) {

  /** A server that starts empty. */
  public Plan(
      Basics basics,
      Configuration configuration,
      Networking networking,
      DataEncryption encryption,
      SortedMap<String, String> tags) {
    this(basics, configuration, networking, encryption, tags, Optional.empty());
  }

  /**
   * The first tab.
   *
   * @param subscription where the server is billed
   * @param group resource group, existing or to be created
   * @param createGroup true if the group is to be created first, in the server's region
   * @param name the server's name
   * @param region the region's short name
   * @param version major version of PostgreSQL
   * @param availabilityZone {@code 1}, {@code 2}, {@code 3} or empty for no preference
   * @param authentication how people sign in
   */
  public record Basics(
      Subscription subscription,
      String group,
      boolean createGroup,
      String name,
      String region,
      String version,
      String availabilityZone,
      Authentication authentication) {

    /** The same server with another sign-in. */
    public Basics withAuthentication(Authentication newAuthentication) {
      return new Basics(
          subscription,
          group,
          createGroup,
          name,
          region,
          version,
          availabilityZone,
          newAuthentication);
    }

    /** The same server under another name. */
    public Basics named(String newName) {
      return new Basics(
          subscription,
          group,
          createGroup,
          newName,
          region,
          version,
          availabilityZone,
          authentication);
    }

    /** The same server in another availability zone. */
    public Basics inZone(String newZone) {
      return new Basics(
          subscription, group, createGroup, name, region, version, newZone, authentication);
    }

    /** The same server in another resource group. */
    public Basics inGroup(String newGroup, boolean create) {
      return new Basics(
          subscription, newGroup, create, name, region, version, availabilityZone, authentication);
    }
  }

  /**
   * How people sign in to the server.
   *
   * @param method with passwords, with Microsoft Entra ID, or both
   * @param login the PostgreSQL administrator, who never changes; empty without passwords
   * @param password kept in memory only; empty without passwords
   * @param administrators from Microsoft Entra ID; empty with passwords only
   */
  public record Authentication(
      Method method, String login, Secret password, List<Administrator> administrators) {

    /** The three choices of the portal (portal specification AUTH-1 to AUTH-3). */
    public enum Method {
      POSTGRESQL(true, false),
      ENTRA(false, true),
      BOTH(true, true);

      private final boolean passwords;
      private final boolean entra;

      Method(boolean passwords, boolean entra) {
        this.passwords = passwords;
        this.entra = entra;
      }

      public boolean hasPasswords() {
        return passwords;
      }

      public boolean hasEntra() {
        return entra;
      }
    }

    /** The same with the password, which no file and no ledger keeps. */
    public Authentication withPassword(Secret newPassword) {
      return new Authentication(method, login, newPassword, administrators);
    }

    /** Whether a password is needed and not known, as in a plan that comes from a file. */
    public boolean lacksPassword() {
      return method.hasPasswords() && password.isEmpty();
    }

    public static Authentication passwords(String login, Secret password) {
      return new Authentication(Method.POSTGRESQL, login, password, List.of());
    }
  }

  /**
   * An administrator from Microsoft Entra ID.
   *
   * @param objectId the principal's object id
   * @param name the name it signs in with
   * @param type {@code User}, {@code Group} or {@code ServicePrincipal}
   */
  public record Administrator(String objectId, String name, String type) {}

  /**
   * What the page "Compute + storage" decides.
   *
   * @param compute size
   * @param storage disk
   * @param highAvailability standby
   * @param backup retention and redundancy
   */
  public record Configuration(
      Compute compute, Storage storage, HighAvailability highAvailability, Backup backup) {

    /** The preset of workload type Development (portal specification 1.1). */
    public static final Configuration DEVELOPMENT =
        preset(new Compute("Burstable", "Standard_B1ms", 1, 2), Storage.premium(32, "P4", 120));

    /** The preset of workload type Production (portal specification 1.1). */
    public static final Configuration PRODUCTION =
        preset(
            new Compute("GeneralPurpose", "Standard_D2ads_v5", 2, 8),
            Storage.premium(128, "P10", 500));

    private static Configuration preset(Compute compute, Storage storage) {
      return new Configuration(compute, storage, HighAvailability.NONE, Backup.STANDARD);
    }

    public Configuration withCompute(Compute newCompute) {
      return new Configuration(newCompute, storage, highAvailability, backup);
    }

    public Configuration withStorage(Storage newStorage) {
      return new Configuration(compute, newStorage, highAvailability, backup);
    }

    public Configuration withHighAvailability(HighAvailability newAvailability) {
      return new Configuration(compute, storage, newAvailability, backup);
    }

    public Configuration withBackup(Backup newBackup) {
      return new Configuration(compute, storage, highAvailability, newBackup);
    }
  }

  /**
   * A compute size.
   *
   * @param tier {@code Burstable}, {@code GeneralPurpose}, {@code MemoryOptimized}
   * @param sku for example {@code Standard_D2ads_v5}
   * @param vCores number of vCores
   * @param memoryGib memory in GiB
   */
  public record Compute(String tier, String sku, int vCores, int memoryGib) {}

  /**
   * The disk.
   *
   * @param type {@code Premium_LRS} or {@code PremiumV2_LRS}
   * @param sizeGib size in GiB
   * @param performanceTier for example {@code P10}; empty for Premium SSD v2
   * @param iops input/output operations a second: of the tier, or bought with Premium SSD v2
   * @param throughputMib MiB/s bought with Premium SSD v2, otherwise 0
   * @param autoGrow whether the service may enlarge it
   */
  public record Storage(
      String type,
      int sizeGib,
      String performanceTier,
      int iops,
      int throughputMib,
      boolean autoGrow) {

    public static final String PREMIUM = "Premium_LRS";
    public static final String PREMIUM_V2 = "PremiumV2_LRS";

    /** Premium SSD without growth. */
    public static Storage premium(int sizeGib, String performanceTier, int iops) {
      return new Storage(PREMIUM, sizeGib, performanceTier, iops, 0, false);
    }

    public boolean isPremiumV2() {
      return type.equals(PREMIUM_V2);
    }
  }

  /**
   * High availability.
   *
   * @param mode where the standby is
   * @param standbyZone zone of the standby, empty where the service chooses
   */
  public record HighAvailability(Mode mode, String standbyZone) {

    /** The modes of the API. */
    public enum Mode {
      DISABLED("Disabled"),
      SAME_ZONE("SameZone"),
      ZONE_REDUNDANT("ZoneRedundant");

      private final String word;

      Mode(String word) {
        this.word = word;
      }

      /** The API's word. */
      public String word() {
        return word;
      }

      /** The mode of an API's word; {@link #DISABLED} for one that is not known. */
      public static Mode of(String word) {
        for (Mode mode : values()) {
          if (mode.word.equalsIgnoreCase(word)) {
            return mode;
          }
        }
        return DISABLED;
      }
    }

    public static final HighAvailability NONE = new HighAvailability(Mode.DISABLED, "");

    public boolean isOn() {
      return mode != Mode.DISABLED;
    }
  }

  /**
   * Backups.
   *
   * @param retentionDays 7 to 35 days (portal specification BAK-1)
   * @param geoRedundant copies in the paired region; fixed at creation (BAK-2)
   */
  public record Backup(int retentionDays, boolean geoRedundant) {

    public static final Backup STANDARD = new Backup(7, false);
  }

  /**
   * The second tab.
   *
   * @param method fixed at creation (portal specification NET-1)
   * @param publicAccess reachable through the internet at all; with public access only
   * @param azureServices any Azure service may connect (a rule 0.0.0.0 to 0.0.0.0)
   * @param firewall addresses that may connect
   * @param endpoints private endpoints to make with the server
   * @param privateAccess subnet and zone, with private access only
   */
  public record Networking(
      Method method,
      boolean publicAccess,
      boolean azureServices,
      List<FirewallRule> firewall,
      List<PrivateEndpoint> endpoints,
      Optional<PrivateAccess> privateAccess) {

    /** How the server is reached. */
    public enum Method {
      PUBLIC,
      PRIVATE
    }

    /** Public access with these rules. */
    public static Networking open(
        boolean publicAccess, boolean azureServices, List<FirewallRule> firewall) {
      return new Networking(
          Method.PUBLIC, publicAccess, azureServices, firewall, List.of(), Optional.empty());
    }

    /** Reachable from a virtual network only. */
    public static Networking closed(PrivateAccess access) {
      return new Networking(
          Method.PRIVATE, false, false, List.of(), List.of(), Optional.of(access));
    }
  }

  /**
   * A range of IPv4 addresses that may connect.
   *
   * @param name 1 to 80 characters (portal specification NET-6)
   * @param start first address
   * @param end last address
   */
  public record FirewallRule(String name, String start, String end) {}

  /**
   * A private endpoint of the server.
   *
   * @param id the endpoint that is to be made
   * @param region short name of the region of its subnet
   * @param subnet where it gets its address
   */
  public record PrivateEndpoint(ResourceId id, String region, ResourceId subnet) {}

  /**
   * Where a server with private access lives.
   *
   * @param subnet delegated to flexible servers (portal specification NET-11)
   * @param zone private DNS zone (NET-13)
   * @param link whether to link the zone to the subnet's network before
   */
  public record PrivateAccess(ResourceId subnet, ResourceId zone, boolean link) {}

  /** What a wizard starts with: sensible defaults, and nothing chosen for the person. */
  public static Plan blank() {
    Subscription none = new Subscription("", "");
    Authentication nobody = Authentication.passwords("", Secret.EMPTY);
    return new Plan(
        new Basics(none, "", false, "", "", "17", "", nobody),
        Configuration.PRODUCTION,
        Networking.open(true, false, List.of()),
        DataEncryption.serviceManaged(),
        new TreeMap<>());
  }

  /** The identifier the server will have. */
  public ResourceId serverId() {
    return ResourceId.server(basics.subscription().id(), basics.group(), basics.name());
  }

  /** The same without the password: this is what may be written down. */
  public Plan withoutSecrets() {
    return withPassword(Secret.EMPTY);
  }

  public Plan withPassword(Secret password) {
    return withBasics(basics.withAuthentication(basics.authentication().withPassword(password)));
  }

  public Plan withBasics(Basics newBasics) {
    return new Plan(newBasics, configuration, networking, encryption, tags, origin);
  }

  public Plan withConfiguration(Configuration newConfiguration) {
    return new Plan(basics, newConfiguration, networking, encryption, tags, origin);
  }

  public Plan withNetworking(Networking newNetworking) {
    return new Plan(basics, configuration, newNetworking, encryption, tags, origin);
  }

  public Plan withEncryption(DataEncryption newEncryption) {
    return new Plan(basics, configuration, networking, newEncryption, tags, origin);
  }

  public Plan withTags(SortedMap<String, String> newTags) {
    return new Plan(basics, configuration, networking, encryption, newTags, origin);
  }

  /** The same, copied from something else. */
  public Plan copiedFrom(Origin newOrigin) {
    return new Plan(basics, configuration, networking, encryption, tags, Optional.of(newOrigin));
  }

  /** Whether it is made from another server. */
  public boolean isCopy() {
    return origin.isPresent();
  }

  /** Whether the server gets a password with its creation; a copy has that of its source. */
  public boolean takesPassword() {
    return !isCopy() && basics.authentication().method().hasPasswords();
  }

  /** Whether a password is needed and not known, as in a plan that comes from a file. */
  public boolean lacksPassword() {
    return takesPassword() && basics.authentication().lacksPassword();
  }

  /** The same with the moment of the newest restore point, if that is what is wanted. */
  Plan asOf(java.time.Instant now) {
    return origin.map(from -> copiedFrom(from.asOf(now))).orElse(this);
  }
}
