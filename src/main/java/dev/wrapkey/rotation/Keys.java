package dev.wrapkey.rotation;

import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.provisioning.ResourceId;
import java.util.Optional;

/** The two keys of a server by what they are for. */
final class Keys {

  private Keys() {}

  static Optional<KeyIdentifier> key(DataEncryption encryption, Purpose purpose) {
    return switch (purpose) {
      case PRIMARY -> encryption.key();
      case GEO_BACKUP -> encryption.geo().map(GeoEncryption::key);
    };
  }

  static Optional<ResourceId> identity(DataEncryption encryption, Purpose purpose) {
    return switch (purpose) {
      case PRIMARY -> encryption.identity();
      case GEO_BACKUP -> encryption.geo().map(GeoEncryption::identity);
    };
  }

  /** The same with another key, used by the same identity. */
  static DataEncryption with(DataEncryption encryption, Purpose purpose, KeyIdentifier key) {
    return switch (purpose) {
      case PRIMARY ->
          DataEncryption.customerManaged(key, encryption.identity().orElseThrow())
              .withGeo(encryption.geo());
      case GEO_BACKUP ->
          encryption.withGeo(
              encryption
                  .geo()
                  .map(geo -> new GeoEncryption(key, geo.identity(), Optional.empty())));
    };
  }

  /** Without the service's words on its keys: as it is wanted or sent. */
  static DataEncryption plain(DataEncryption encryption) {
    return encryption.isCustomerManaged()
        ? DataEncryption.customerManaged(
                encryption.key().orElseThrow(), encryption.identity().orElseThrow())
            .withGeo(encryption.geo().map(GeoEncryption::withoutStatus))
        : encryption;
  }

  /** Whether both name the same key, whatever the versions. */
  static boolean isSame(KeyIdentifier one, KeyIdentifier other) {
    return one.host().equalsIgnoreCase(other.host()) && one.key().equalsIgnoreCase(other.key());
  }

  /** Whether both name the same version of the same key. */
  static boolean isSameVersion(KeyIdentifier one, KeyIdentifier other) {
    return isSame(one, other) && one.version().equals(other.version());
  }
}
