package dev.wrapkey.preflight.recovery;

import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ResourceId;
import java.util.Optional;

/** The two pairs of key and identity that a server may have. */
final class Sides {

  private Sides() {}

  static Optional<KeyIdentifier> key(DataEncryption now, Purpose purpose) {
    return purpose == Purpose.GEO ? now.geo().map(GeoEncryption::key) : now.key();
  }

  static Optional<ResourceId> identity(DataEncryption now, Purpose purpose) {
    return purpose == Purpose.GEO ? now.geo().map(GeoEncryption::identity) : now.identity();
  }

  static DataEncryption withKey(DataEncryption now, Purpose purpose, KeyIdentifier key) {
    return with(now, purpose, key, identity(now, purpose).orElseThrow());
  }

  static DataEncryption withIdentity(DataEncryption now, Purpose purpose, ResourceId identity) {
    return with(now, purpose, key(now, purpose).orElseThrow(), identity);
  }

  private static DataEncryption with(
      DataEncryption now, Purpose purpose, KeyIdentifier key, ResourceId identity) {
    return purpose == Purpose.GEO
        ? now.withGeo(Optional.of(new GeoEncryption(key, identity, Optional.empty())))
        : DataEncryption.customerManaged(key, identity).withGeo(now.geo());
  }
}
