package dev.wrapkey.provisioning;

import java.util.List;
import java.util.Optional;

/**
 * A server as one who depends on keys.
 *
 * @param id its resource identifier
 * @param state the API's word: {@code Ready}, {@code Inaccessible} …
 * @param uses its keys, one or two
 * @param replicaOf the server whose changes it receives, if it is a read replica
 * @param backups what it keeps
 */
public record KeyUser(
    ResourceId id, String state, List<Use> uses, Optional<ResourceId> replicaOf, Backups backups) {

  /** What a server needs a key for. */
  public enum Purpose {
    /** Its data, log and backups. */
    PRIMARY,
    /** The copy of its backups in the paired region. */
    GEO_BACKUP
  }

  /**
   * One key of a server.
   *
   * @param purpose what for
   * @param key versionless where the server follows the newest version
   * @param status the service's word on it; empty where it is silent
   * @param identity who uses it on behalf of the server; empty where the service does not tell
   */
  public record Use(
      Purpose purpose, KeyIdentifier key, Optional<String> status, Optional<ResourceId> identity) {

    public Use(Purpose purpose, KeyIdentifier key, Optional<String> status) {
      this(purpose, key, status, Optional.empty());
    }
  }

  /**
   * The backups of a server.
   *
   * @param days for how many days they are kept; 0 where the service does not tell
   * @param geoRedundant whether there is a copy in the paired region
   */
  public record Backups(int days, boolean geoRedundant) {}

  public String name() {
    return id.name();
  }

  /** Whether it is cut off from its data already. */
  public boolean isInaccessible() {
    return state.equalsIgnoreCase("Inaccessible");
  }
}
