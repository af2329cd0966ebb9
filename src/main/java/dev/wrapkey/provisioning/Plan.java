package dev.wrapkey.provisioning;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything the wizard knows about the server that is to be made. Immutable; each step writes its
 * own part.
 *
 * @param basics project, server, authentication
 * @param networking who may connect
 * @param encryption mode, key and identity
 * @param tags name to value
 */
public record Plan(
    Basics basics,
    Networking networking,
    DataEncryption encryption,
    SortedMap<String, String> tags) {

  /**
   * The first tab.
   *
   * @param subscription where the server is billed
   * @param group resource group, existing or to be created
   * @param createGroup true if the group is to be created first, in the server's region
   * @param name the server's name
   * @param region the region's short name
   * @param version major version of PostgreSQL
   * @param compute size and storage
   * @param availabilityZone {@code 1}, {@code 2}, {@code 3} or empty for no preference
   * @param admin login and password
   */
  public record Basics(
      Subscription subscription,
      String group,
      boolean createGroup,
      String name,
      String region,
      String version,
      Compute compute,
      String availabilityZone,
      Admin admin) {}

  /**
   * Compute and storage.
   *
   * @param tier {@code Burstable}, {@code GeneralPurpose}, {@code MemoryOptimized}
   * @param sku for example {@code Standard_D2ads_v5}
   * @param vCores number of vCores
   * @param memoryGib memory in GiB
   * @param storageGib storage in GiB
   * @param performanceTier for example {@code P10}
   * @param iops baseline input/output operations a second of the storage
   */
  public record Compute(
      String tier,
      String sku,
      int vCores,
      int memoryGib,
      int storageGib,
      String performanceTier,
      int iops) {

    /** The preset of workload type Development. */
    public static final Compute DEVELOPMENT =
        new Compute("Burstable", "Standard_B1ms", 1, 2, 32, "P4", 120);

    /** The preset of workload type Production. */
    public static final Compute PRODUCTION =
        new Compute("GeneralPurpose", "Standard_D2ads_v5", 2, 8, 128, "P10", 500);
  }

  /**
   * The PostgreSQL administrator.
   *
   * @param login never changes
   * @param password kept in memory only
   */
  public record Admin(String login, Secret password) {}

  /**
   * The second tab, public access.
   *
   * @param publicAccess reachable through the internet at all
   * @param azureServices any Azure service may connect (a rule 0.0.0.0 to 0.0.0.0)
   * @param firewall addresses that may connect
   */
  public record Networking(
      boolean publicAccess, boolean azureServices, List<FirewallRule> firewall) {}

  /**
   * A range of IPv4 addresses that may connect.
   *
   * @param name 1 to 80 characters (portal specification NET-6)
   * @param start first address
   * @param end last address
   */
  public record FirewallRule(String name, String start, String end) {}

  /** What a wizard starts with: sensible defaults, and nothing chosen for the person. */
  public static Plan blank() {
    Subscription none = new Subscription("", "");
    Admin nobody = new Admin("", Secret.EMPTY);
    return new Plan(
        new Basics(none, "", false, "", "", "17", Compute.PRODUCTION, "", nobody),
        new Networking(true, false, List.of()),
        DataEncryption.serviceManaged(),
        new TreeMap<>());
  }

  /** The identifier the server will have. */
  public ResourceId serverId() {
    return ResourceId.server(basics.subscription().id(), basics.group(), basics.name());
  }

  public Plan withBasics(Basics newBasics) {
    return new Plan(newBasics, networking, encryption, tags);
  }

  public Plan withNetworking(Networking newNetworking) {
    return new Plan(basics, newNetworking, encryption, tags);
  }

  public Plan withEncryption(DataEncryption newEncryption) {
    return new Plan(basics, networking, newEncryption, tags);
  }

  public Plan withTags(SortedMap<String, String> newTags) {
    return new Plan(basics, networking, encryption, newTags);
  }
}
