package dev.wrapkey.simulator.world;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What can be set on a server beside its {@link Server.Shape}.
 *
 * @param id of the server
 * @param window when maintenance happens
 * @param standby high availability and geo-redundant backup
 * @param auth how clients sign in
 * @param network where the server can be reached
 * @param origin what it was made from
 */
public record ServerSettings(
    ArmId id, Window window, Standby standby, Auth auth, Network network, Origin origin) {

  /**
   * The maintenance window.
   *
   * @param custom false for a time of the service's choice
   * @param day 0 for Sunday
   * @param hour 0 to 23, UTC
   * @param minute 0 to 59
   */
  public record Window(boolean custom, int day, int hour, int minute) {}

  /**
   * What survives a failure.
   *
   * @param mode {@code Disabled}, {@code SameZone}, {@code ZoneRedundant}
   * @param zone of the standby server, or empty
   * @param geoBackup a second copy of the backups in the paired region
   */
  public record Standby(String mode, String zone, boolean geoBackup) {}

  /**
   * How clients sign in.
   *
   * @param directory with Microsoft Entra tokens
   * @param password with passwords
   * @param tenant of the tokens, or empty
   */
  public record Auth(boolean directory, boolean password, String tenant) {}

  /**
   * Private access.
   *
   * @param subnet identifier of the delegated subnet, or empty for public access
   * @param zone identifier of the private DNS zone, or empty
   */
  public record Network(String subnet, String zone) {}

  /**
   * What a server was made from.
   *
   * @param mode {@code Create}, {@code PointInTimeRestore}, {@code GeoRestore}, {@code Replica}
   * @param source the other server, if any
   * @param at to which moment it was restored; none for the newest
   */
  public record Origin(String mode, @Nullable ArmId source, @Nullable Instant at) {

    public static final Origin NEW = new Origin("Create", null, null);

    public boolean isReplica() {
      return mode.equals("Replica");
    }

    /** Made from the copy of the backups in the paired region. */
    public boolean isGeoRestore() {
      return mode.equals("GeoRestore");
    }

    /** Knows the mode in any letter case; {@code Default} and nothing mean {@code Create}. */
    public static String mode(String asSent) {
      return switch (asSent.toLowerCase(Locale.ROOT)) {
        case "", "default", "create" -> "Create";
        case "pointintimerestore" -> "PointInTimeRestore";
        case "georestore" -> "GeoRestore";
        case "replica" -> "Replica";
        default -> "";
      };
    }
  }

  /** What a server has if nobody asks for anything else. */
  public static ServerSettings usual(ArmId id) {
    return new ServerSettings(
        id,
        new Window(false, 0, 0, 0),
        new Standby("Disabled", "", false),
        new Auth(false, true, ""),
        new Network("", ""),
        Origin.NEW);
  }

  ServerSettings with(Standby changed) {
    return new ServerSettings(id, window, changed, auth, network, origin);
  }

  /** The same with another origin: a promoted replica is a server of its own. */
  public ServerSettings with(Origin changed) {
    return new ServerSettings(id, window, standby, auth, network, changed);
  }
}
