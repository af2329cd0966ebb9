package dev.wrapkey.simulator.world;

import dev.wrapkey.encryption.KeyEncryptionKey;
import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.WrappedKey;
import dev.wrapkey.simulator.storage.Cluster;
import dev.wrapkey.simulator.storage.Place;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the storage of servers: fresh pages; for a replica the pages of its source, decrypted and
 * sealed anew under data keys of its own; for a restored server segments of a backup as they are,
 * with their data keys, which go on needing the key of the source. Any copy needs that key to be
 * made.
 */
final class Copies {

  private static final int PAGES = 64;
  private static final int TRIAL = 32;

  private final World world;
  private final ServerKeys keys;
  private final StorageKeys storage;
  private final Volumes volumes;
  private final Backups backups;

  Copies(World world, ServerKeys keys, Volumes volumes, Backups backups) {
    this.world = world;
    this.keys = keys;
    this.storage = new StorageKeys(keys, volumes);
    this.volumes = volumes;
    this.backups = backups;
  }

  /** The storage of a new server, with the copy of its backups if it has one. */
  Optional<Problem> seal(Server server, ServerSettings settings) {
    ArmId source = settings.origin().source();
    Cluster.Origin origin;
    try {
      origin =
          source == null
              ? Cluster.fresh(server.id().name(), PAGES)
              : pagesOf(source, settings.origin());
    } catch (KeyUnavailable refused) {
      return Optional.of(KeyCheck.whenUsing(refused, "of the source server"));
    }
    try {
      volumes.create(
          server,
          keys.wrapping(server.encryption()),
          empty -> {
            origin.fill(empty);
            backups.begin(server, settings.standby().geoBackup(), empty);
          });
      return Optional.empty();
    } catch (KeyUnavailable refused) {
      return Optional.of(KeyCheck.whenUsing(refused, refusing(server.encryption())));
    }
  }

  /** Which of the keys of a new server refused: the second one, if the first one can wrap. */
  private String refusing(Server.Encryption encryption) {
    Server.@Nullable Geo geo = encryption.geo();
    try {
      keys.wrapping(encryption).wrap(new byte[TRIAL]);
      return geo == null ? String.valueOf(encryption.key()) : geo.key();
    } catch (KeyUnavailable first) {
      return String.valueOf(encryption.key());
    }
  }

  /** The key of the backup that a server is about to be restored from, if it is a customer's. */
  Optional<Server.Original> original(ServerSettings.Origin from) {
    ArmId source = from.source();
    if (source == null || from.isReplica()) {
      return Optional.empty();
    }
    Server server = world.servers().get(source.key()).orElseThrow();
    Volumes.Part part = part(from);
    ArmId identity = KeyHealth.lock(server, part).identity();
    return identity == null
        ? Optional.empty()
        : volumes
            .wrapped(server, part)
            .map(stored -> new Server.Original(stored.keyVersion(), identity));
  }

  private static Volumes.Part part(ServerSettings.Origin from) {
    return from.isGeoRestore() ? Volumes.Part.GEO : Volumes.Part.DATA;
  }

  /** Asks the source's key before anything is made. */
  private Cluster.Origin pagesOf(ArmId id, ServerSettings.Origin origin) throws KeyUnavailable {
    Server source = world.servers().get(id.key()).orElseThrow();
    Volumes.Part part = part(origin);
    WrappedKey stored = volumes.wrapped(source, part).orElseThrow();
    KeyEncryptionKey key = keys.unwrapping(KeyHealth.lock(source, part), stored);
    java.util.Arrays.fill(key.unwrap(stored), (byte) 0);
    Instant asked = origin.at();
    Instant at = asked == null ? world.now() : asked;
    return switch (origin.mode()) {
      case "GeoRestore" -> empty -> backups.restore(source, Place.GEO, at, empty);
      case "PointInTimeRestore" -> empty -> backups.restore(source, Place.BACKUP, at, empty);
      default -> empty -> volumes.copy(source, storage.opening(source, Volumes.Part.DATA), empty);
    };
  }

  /** The geo key and its identity as if they were the first ones. */
  static Server.Encryption geo(Server.Encryption encryption) {
    Server.@Nullable Geo geo = encryption.geo();
    return geo == null
        ? Server.Encryption.SERVICE_MANAGED
        : new Server.Encryption(geo.key(), geo.identity(), encryption.identities());
  }
}
