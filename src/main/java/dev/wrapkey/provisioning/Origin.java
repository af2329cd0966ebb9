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
 * @param key the customer's key that protects what is copied, without which the copy cannot be made
 *     and a restored server cannot live (portal specification CMK-32); empty for a service-managed
 *     one, and for a replica, which has its data under keys of its own
 */
public record Origin(
    ResourceId source,
    Mode mode,
    Optional<Instant> moment,
    String backup,
    Optional<KeyIdentifier> key) {

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

  /** The newest restore point of a server, or a replica of it. */
  public static Origin latest(Server source, Mode mode) {
    DataEncryption present = source.encryption();
    Optional<KeyIdentifier> key =
        switch (mode) {
          case POINT_IN_TIME -> present.key();
          case GEO -> present.geo().map(GeoEncryption::key);
          case REPLICA -> Optional.empty();
        };
    return new Origin(source.id(), mode, Optional.empty(), "", key);
  }

  /** The same at a moment in the past. */
  public Origin at(Instant newMoment) {
    return new Origin(source, mode, Optional.of(newMoment), "", key);
  }

  /** The same of a full backup. */
  public Origin of(Backup full) {
    return new Origin(source, mode, Optional.of(full.completed()), full.name(), key);
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
    return isLatest() ? at(now) : this;
  }
}
