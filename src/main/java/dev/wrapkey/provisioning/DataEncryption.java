package dev.wrapkey.provisioning;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a server's data is encrypted.
 *
 * @param mode who owns the key encryption key
 * @param key the customer-managed key, versionless for automatic key version update
 * @param identity the identity that uses the key
 * @param status the service's word on the key: {@code Valid}, {@code Invalid}, {@code Unknown};
 *     empty where silent
 * @param geo the second key, for the geo-redundant backup
 */
public record DataEncryption(
    Mode mode,
    Optional<KeyIdentifier> key,
    Optional<ResourceId> identity,
    Optional<String> status,
    Optional<GeoEncryption> geo) {

  /** Fixed when the server is created (portal specification CMK-30). */
  public enum Mode {
    SERVICE_MANAGED,
    CUSTOMER_MANAGED
  }

  public static DataEncryption serviceManaged() {
    return new DataEncryption(
        Mode.SERVICE_MANAGED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static DataEncryption customerManaged(KeyIdentifier key, ResourceId identity) {
    return new DataEncryption(
        Mode.CUSTOMER_MANAGED,
        Optional.of(key),
        Optional.of(identity),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with a second key for the geo-redundant backup, or without one. */
  public DataEncryption withGeo(Optional<GeoEncryption> newGeo) {
    return new DataEncryption(mode, key, identity, status, newGeo);
  }

  /** The same with the service's word on the key. */
  public DataEncryption withStatus(String newStatus) {
    return new DataEncryption(mode, key, identity, Optional.of(newStatus), geo);
  }

  /**
   * Whether keys and identities are the same, whatever the service says of them: what a change of
   * keys is about.
   */
  public boolean usesTheSameAs(DataEncryption other) {
    return mode == other.mode
        && Stream.of(EncryptionEdit.Field.values())
            .allMatch(field -> field.of(this).equalsIgnoreCase(field.of(other)));
  }

  /** Whether the service says of a key, the first or the second, that it cannot use it. */
  public boolean hasInvalidKey() {
    return Stream.of(status, geo.flatMap(GeoEncryption::status))
        .flatMap(Optional::stream)
        .anyMatch("Invalid"::equalsIgnoreCase);
  }

  public boolean isCustomerManaged() {
    return mode == Mode.CUSTOMER_MANAGED;
  }
}
