package dev.wrapkey.simulator.world;

import dev.wrapkey.encryption.KeyEncryptionKey;
import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.Volume;
import dev.wrapkey.simulator.storage.BackupShelf;
import dev.wrapkey.simulator.storage.Cluster;
import dev.wrapkey.simulator.storage.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The automatic backups of servers: the first {@link Servers#FIRST_BACKUP} after the order, then
 * one a day, each with the log that follows it. Made when somebody looks: of those that are due,
 * the newest; nothing has changed since it was due, because whoever changes something looks first.
 */
public final class Backups {

  private static final Duration BETWEEN = Duration.ofDays(1);

  private final World world;
  private final KeyLife life;
  private final ServerKeys keys;
  private final Volumes volumes;
  private final StorageKeys storage;
  private final GoneKeys gone;
  // Whether a backup on disk is whole takes its key to see: once in the life of this object.
  private final Map<String, Instant> taken = new HashMap<>();

  public Backups(World world, KeyLife life, ServerKeys keys, Volumes volumes) {
    this.world = world;
    this.life = life;
    this.keys = keys;
    this.volumes = volumes;
    this.storage = new StorageKeys(keys, volumes);
    this.gone = new GoneKeys(world, volumes);
  }

  /** The first backups of a server that is just being made; older ones than now if it is older. */
  void begin(Server server, boolean geo, Volume table) throws KeyUnavailable {
    Optional<Instant> past = newestDue(server, world.now()).map(_ -> oldestKept(server));
    if (past.isPresent()) {
      volumes
          .shelf(server, Place.BACKUP, keys.wrapping(server.encryption()))
          .begin(past.get(), table);
    }
    if (geo) {
      volumes
          .shelf(server, Place.GEO, keys.wrapping(Copies.geo(server.encryption())))
          .begin(past.orElse(server.status().created()), table);
    }
  }

  private static Optional<Instant> newestDue(Server server, Instant until) {
    Instant first = server.status().created().plus(Servers.FIRST_BACKUP);
    return until.isBefore(first)
        ? Optional.empty()
        : Optional.of(
            first.plus(Duration.ofDays(Duration.between(first, until).dividedBy(BETWEEN))));
  }

  /** When the first backup after a moment is due. */
  static Instant next(Server server, Instant moment) {
    return newestDue(server, moment)
        .map(last -> last.plus(BETWEEN))
        .orElseGet(() -> server.status().created().plus(Servers.FIRST_BACKUP));
  }

  private Instant retainedSince(Server server) {
    return world.now().minus(Duration.ofDays(server.shape().storage().backupDays()));
  }

  private Instant oldestKept(Server server) {
    return newestDue(server, retainedSince(server))
        .orElse(server.status().created().plus(Servers.FIRST_BACKUP));
  }

  /**
   * Takes the backup that is due; a server that has no clients holds no data keys afterwards.
   *
   * @return false if it has to wait: the server does not run, or a key refuses
   */
  public boolean catchUp(Server server) {
    Optional<Instant> due = newestDue(server, world.now());
    if (due.isEmpty() || due.get().equals(taken.get(server.status().volume()))) {
      return true;
    }
    if (!server.state(world.now()).equals("Ready") || !life.isAccessible(server)) {
      return false;
    }
    boolean ran = volumes.isRunning(server);
    try {
      take(server, due.get());
    } catch (KeyUnavailable refused) {
      return false;
    } finally {
      if (!ran) {
        volumes.stop(volume -> !volume.equals(server.status().volume()));
      }
    }
    taken.put(server.status().volume(), due.get());
    return true;
  }

  private void take(Server server, Instant due) throws KeyUnavailable {
    for (String series : series(server)) {
      BackupShelf shelf = shelf(server, series);
      if (!shelf.hasSince(due)) {
        cluster(server).backUp(shelf, due, retainedSince(server));
      }
    }
  }

  /** Copies what is new in the log to the newest backups. */
  void archive(Server server) throws KeyUnavailable {
    for (String series : series(server)) {
      cluster(server).archive(shelf(server, series));
    }
  }

  /**
   * Removes the copies in the paired region that nobody can open, their key being gone for good; if
   * none is left, takes one of the server as it is under the key that it now has.
   */
  void replaceLost(Server server) throws KeyRefused {
    Server.Geo geo = server.encryption().geo();
    if (geo == null) {
      return;
    }
    volumes.kinds(server, Volumes.Part.GEO).stream()
        .filter(kind -> gone.sealed(server, kind))
        .forEach(kind -> volumes.remove(server, kind));
    if (volumes.kinds(server, Volumes.Part.GEO).isEmpty()) {
      try {
        cluster(server).backUp(shelf(server, Place.GEO), world.now(), retainedSince(server));
      } catch (KeyUnavailable refused) {
        throw new KeyRefused(refused, geo.key());
      } finally {
        volumes.stop(volume -> !volume.equals(server.status().volume()));
      }
    }
  }

  private List<String> series(Server server) {
    return world.settings(server).standby().geoBackup()
        ? List.of(Place.BACKUP, Place.GEO)
        : List.of(Place.BACKUP);
  }

  /** The server's cluster; opens it if need be. */
  Cluster cluster(Server server) throws KeyUnavailable {
    return volumes.start(server, key(server, Volumes.Part.DATA));
  }

  private BackupShelf shelf(Server server, String series) {
    return volumes.shelf(server, series, key(server, Volumes.Part.of(series)));
  }

  private KeyEncryptionKey key(Server server, Volumes.Part part) {
    return storage.opening(server, part);
  }

  /**
   * What a server says of the first moment to which it can be restored: before its first backup,
   * when it was made (recorded 2023: {@code createdAt}, ten minutes later the completion of the
   * first backup).
   */
  public static Instant earliest(Server server, Instant now) {
    Instant first = server.status().created().plus(Servers.FIRST_BACKUP);
    if (now.isBefore(first)) {
      return server.status().created();
    }
    Instant retained = now.minus(Duration.ofDays(server.shape().storage().backupDays()));
    return first.isBefore(retained) ? retained : first;
  }

  /**
   * The first moment to which a server can be restored; empty before its first backup.
   *
   * @param geo from the copies in the paired region
   */
  public Optional<Instant> earliest(Server server, boolean geo) {
    catchUp(server);
    Instant retained = retainedSince(server);
    return shelf(server, geo ? Place.GEO : Place.BACKUP).times().stream()
        .findFirst()
        .map(at -> at.isBefore(retained) ? retained : at);
  }

  /**
   * The table of a server as it was, into an empty volume.
   *
   * @param series which backups
   */
  void restore(Server source, String series, Instant at, Volume empty) throws KeyUnavailable {
    if (!shelf(source, series).restore(empty, at)) {
      throw new IllegalStateException(source.id().name() + " has no backup before " + at);
    }
  }
}
