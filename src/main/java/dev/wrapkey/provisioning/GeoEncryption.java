package dev.wrapkey.provisioning;

import java.util.Optional;

/**
 * The second key of a server with geo-redundant backup: it protects the copies of backups in the
 * paired region (portal specification 3.3).
 *
 * @param key a key of a store in the paired region, versionless for automatic key version update
 * @param identity the identity that uses it, another one than the primary
 * @param status the service's word on the key, empty where silent
 */
public record GeoEncryption(KeyIdentifier key, ResourceId identity, Optional<String> status) {

  /** The same without the service's word, as it is wanted or sent. */
  public GeoEncryption withoutStatus() {
    return new GeoEncryption(key, identity, Optional.empty());
  }
}
