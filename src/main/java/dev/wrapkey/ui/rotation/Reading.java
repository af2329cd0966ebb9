package dev.wrapkey.ui.rotation;

import dev.wrapkey.catalog.Catalog;
import dev.wrapkey.catalog.RegionFacts;
import dev.wrapkey.preflight.Subject;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.ui.key.Scope;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the server has before its rotation.
 *
 * @param server the server
 * @param subscription its subscription
 * @param identity that uses its key; empty if it cannot be read
 * @param geoIdentity that uses its second key; empty if there is none, or it cannot be read
 */
record Reading(
    Server server,
    Subscription subscription,
    Optional<ManagedIdentity> identity,
    Optional<ManagedIdentity> geoIdentity) {

  private static final Set<CloudFailure.Kind> UNREADABLE =
      EnumSet.of(CloudFailure.Kind.NOT_FOUND, CloudFailure.Kind.FORBIDDEN);

  /** Asks the cloud. Blocks. */
  static Reading of(Cloud cloud, ResourceId id) {
    Server server = cloud.servers().get(id);
    DataEncryption encryption = server.encryption();
    Subscription subscription =
        cloud.directory().subscriptions().stream()
            .filter(each -> each.id().equalsIgnoreCase(id.subscription()))
            .findFirst()
            .orElseGet(() -> new Subscription(id.subscription(), id.subscription()));
    return new Reading(
        server,
        subscription,
        encryption.identity().flatMap(each -> identity(cloud, each)),
        encryption.geo().map(GeoEncryption::identity).flatMap(each -> identity(cloud, each)));
  }

  private static Optional<ManagedIdentity> identity(Cloud cloud, ResourceId id) {
    try {
      return Optional.of(cloud.identities().get(id));
    } catch (CloudFailure failure) {
      if (!UNREADABLE.contains(failure.kind())) {
        throw failure;
      }
      return Optional.empty();
    }
  }

  boolean isCustomerManaged() {
    return server.encryption().isCustomerManaged();
  }

  boolean hasSecondKey() {
    return server.encryption().geo().isPresent();
  }

  /** Where its key must live. */
  Scope scope() {
    return new Scope(subscription, server.region());
  }

  /** Where its second key must live. */
  Scope geoScope() {
    return new Scope(subscription, pair().orElse(""));
  }

  private Optional<String> pair() {
    return Catalog.region(server.region()).flatMap(RegionFacts::pair);
  }

  /** The server, encrypted as it shall be. */
  Subject subject(DataEncryption wanted) {
    return Subject.of(server, subscription, pair()).with(wanted);
  }
}
