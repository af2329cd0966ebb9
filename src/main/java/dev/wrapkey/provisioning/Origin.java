package dev.wrapkey.provisioning;

import java.time.Instant;
import java.util.Optional;

/**
 * What a server is copied from: a backup of another server, or its running self.
 *
 * @param source the other server
 * @param mode how it is copied
 * @param moment the moment to go back to; empty for the newest there is, and for a replica
 * @param backup the name of the full backup that is restored as it is, without replaying the log
 *     ("fast restore point"); {@code moment} is then when it was completed. Empty for none
 */
public record Origin(ResourceId source, Mode mode, Optional<Instant> moment, String backup) {

  /** How a server is copied; the API's createMode (Servers - Create Or Update, 2025-08-01). */
  public enum Mode {
    /** From a backup, in the source's region. */
    POINT_IN_TIME("PointInTimeRestore"),
    /** From the copy of a backup, in the paired region. */
    GEO("GeoRestore"),
    /** A server that goes on following its source. */
    REPLICA("Replica");

    private final String word;

    Mode(String word) {
      this.word = word;
    }

    /** The API's word. */
    public String word() {
      return word;
    }
  }

  /** The newest restore point. */
  public static Origin latest(ResourceId source, Mode mode) {
    return new Origin(source, mode, Optional.empty(), "");
  }

  /** A moment in the past. */
  public static Origin at(ResourceId source, Mode mode, Instant moment) {
    return new Origin(source, mode, Optional.of(moment), "");
  }

  /** A full backup. */
  public static Origin backup(ResourceId source, Mode mode, Backup backup) {
    return new Origin(source, mode, Optional.of(backup.completed()), backup.name());
  }

  public static Origin replica(ResourceId source) {
    return latest(source, Mode.REPLICA);
  }

  public boolean isReplica() {
    return mode == Mode.REPLICA;
  }

  /** Whether it is the newest restore point, which is only known once it is asked for. */
  public boolean isLatest() {
    return !isReplica() && moment.isEmpty();
  }

  /**
   * The same with its moment, which the service asks for of every restore ("It's required when
   * 'createMode' is 'PointInTimeRestore', 'GeoRestore', or 'ReviveDropped'", REST 2025-08-01).
   */
  Origin asOf(Instant now) {
    return isLatest() ? new Origin(source, mode, Optional.of(now), backup) : this;
  }
}
