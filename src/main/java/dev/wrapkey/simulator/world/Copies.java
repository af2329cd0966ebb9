package dev.wrapkey.simulator.world;

import dev.wrapkey.encryption.KeyEncryptionKey;
import dev.wrapkey.encryption.KeyUnavailable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the storage of servers: fresh pages, or pages decrypted from another server's storage and
 * sealed anew under the new server's own data key. A copy needs the key of its source.
 */
final class Copies {

  private final World world;
  private final ServerKeys keys;
  private final Volumes volumes;

  Copies(World world, ServerKeys keys, Volumes volumes) {
    this.world = world;
    this.keys = keys;
    this.volumes = volumes;
  }

  /** The storage of a new server, with the copy of its backups if it has one. */
  Optional<Problem> seal(Server server, ServerSettings settings) {
    ArmId source = settings.origin().source();
    String key = String.valueOf(server.encryption().key());
    List<byte[]> pages;
    try {
      pages = source == null ? volumes.fresh(server) : pagesOf(source, settings.origin());
    } catch (KeyUnavailable refused) {
      return Optional.of(KeyCheck.whenUsing(refused, "of the source server"));
    }
    try {
      volumes.create(server, Volumes.Part.DATA, keys.wrapping(server.encryption()), pages);
      if (settings.standby().geoBackup()) {
        volumes.create(server, Volumes.Part.GEO, geoKey(server.encryption()), pages);
      }
      return Optional.empty();
    } catch (KeyUnavailable refused) {
      return Optional.of(KeyCheck.whenUsing(refused, key));
    }
  }

  private List<byte[]> pagesOf(ArmId id, ServerSettings.Origin origin) throws KeyUnavailable {
    Server source = world.servers().get(id.key()).orElseThrow();
    Volumes.Part part = origin.isGeoRestore() ? Volumes.Part.GEO : Volumes.Part.DATA;
    Server.Encryption lock = origin.isGeoRestore() ? geo(source.encryption()) : source.encryption();
    KeyEncryptionKey key = keys.unwrapping(lock, volumes.wrapped(source, part).orElseThrow());
    return volumes.pages(source, part, key);
  }

  private KeyEncryptionKey geoKey(Server.Encryption encryption) {
    return keys.wrapping(geo(encryption));
  }

  /** The geo key and its identity as if they were the first ones. */
  static Server.Encryption geo(Server.Encryption encryption) {
    Server.@Nullable Geo geo = encryption.geo();
    return geo == null
        ? Server.Encryption.SERVICE_MANAGED
        : new Server.Encryption(geo.key(), geo.identity(), encryption.identities());
  }
}
