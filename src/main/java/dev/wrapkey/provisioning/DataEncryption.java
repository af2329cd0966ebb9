package dev.wrapkey.provisioning;

import java.util.Optional;

/**
 * How a server's data is encrypted.
 *
 * @param mode who owns the key encryption key
 * @param key the customer-managed key, versionless for automatic key version update
 * @param identity the identity that uses the key
 * @param status the service's word on the key: {@code Valid}, {@code Invalid}, {@code Unknown};
 *     empty where silent
 */
public record DataEncryption(
    Mode mode,
    Optional<KeyIdentifier> key,
    Optional<ResourceId> identity,
    Optional<String> status) {

  /** Fixed when the server is created (portal specification CMK-30). */
  public enum Mode {
    SERVICE_MANAGED,
    CUSTOMER_MANAGED
  }

  public static DataEncryption serviceManaged() {
    return new DataEncryption(
        Mode.SERVICE_MANAGED, Optional.empty(), Optional.empty(), Optional.empty());
  }

  public static DataEncryption customerManaged(KeyIdentifier key, ResourceId identity) {
    return new DataEncryption(
        Mode.CUSTOMER_MANAGED, Optional.of(key), Optional.of(identity), Optional.empty());
  }

  public boolean isCustomerManaged() {
    return mode == Mode.CUSTOMER_MANAGED;
  }
}
