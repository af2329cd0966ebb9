package dev.wrapkey.provisioning;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How an existing server is set up, besides its encryption.
 *
 * @param availabilityZone its zone, empty where there is none
 * @param storage its disk
 * @param highAvailability the standby
 * @param backup retention, redundancy, and how far back a restore can go
 * @param network how it is reached
 * @param authentication what sign-in it allows
 * @param replication whose copy it is
 * @param tags name to value
 * @param created when it was made, where the service tells
 */
public record Setup(
    String availabilityZone,
    Plan.Storage storage,
    Plan.HighAvailability highAvailability,
    Backups backup,
    Network network,
    Plan.Authentication.Method authentication,
    Replication replication,
    SortedMap<String, String> tags,
    Optional<Instant> created) {

  /**
   * Backups.
   *
   * @param plan retention and redundancy
   * @param earliestRestore the oldest moment a restore can go back to, where the service tells
   */
  public record Backups(Plan.Backup plan, Optional<Instant> earliestRestore) {}

  /**
   * Network.
   *
   * @param publicAccess whether it is reachable through the internet
   * @param subnet the delegated subnet, with private access only
   * @param zone the private DNS zone, with private access only
   */
  public record Network(
      boolean publicAccess, Optional<ResourceId> subnet, Optional<ResourceId> zone) {

    /** Whether it lives in a virtual network. */
    public boolean isPrivate() {
      return subnet.isPresent();
    }
  }

  /**
   * Replication.
   *
   * @param role the API's word: {@code None}, {@code Primary}, {@code AsyncReplica}, {@code
   *     GeoAsyncReplica}
   * @param source the server it was copied or restored from, where the service tells
   */
  public record Replication(String role, Optional<ResourceId> source) {

    public static final Replication NONE = new Replication("None", Optional.empty());

    public boolean isReplica() {
      return role.endsWith("Replica");
    }
  }

  /** Nothing known. */
  public static Setup unknown() {
    return new Setup(
        "",
        Plan.Storage.premium(0, "", 0),
        Plan.HighAvailability.NONE,
        new Backups(Plan.Backup.STANDARD, Optional.empty()),
        new Network(true, Optional.empty(), Optional.empty()),
        Plan.Authentication.Method.POSTGRESQL,
        Replication.NONE,
        new TreeMap<>(),
        Optional.empty());
  }

  /** The same as a copy of another server. */
  public Setup withReplication(Replication newReplication) {
    return new Setup(
        availabilityZone,
        storage,
        highAvailability,
        backup,
        network,
        authentication,
        newReplication,
        tags,
        created);
  }
}
