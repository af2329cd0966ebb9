package dev.wrapkey.ui.encryption;

import dev.wrapkey.catalog.Catalog;
import dev.wrapkey.catalog.RegionFacts;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.ui.encryption.Present.Side;
import dev.wrapkey.ui.encryption.Present.User;
import dev.wrapkey.ui.key.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks the cloud how a server is encrypted. Blocks. */
final class EncryptionReader {

  private static final Set<CloudFailure.Kind> UNREADABLE =
      Set.of(CloudFailure.Kind.NOT_FOUND, CloudFailure.Kind.FORBIDDEN);

  private final Cloud cloud;
  private final ResourceId id;

  EncryptionReader(Cloud cloud, ResourceId id) {
    this.cloud = cloud;
    this.id = id;
  }

  Present read() {
    return read(cloud.servers().get(id));
  }

  /** The same for a server that was read a moment ago. */
  Present read(Server server) {
    DataEncryption encryption = server.encryption();
    Subscription subscription = subscription(server);
    List<ManagedIdentity> assigned = assigned(server.identities());
    Side primary =
        new Side(
            new Scope(subscription, server.region()),
            encryption.key(),
            user(encryption.identity(), assigned),
            encryption.status(),
            assigned);
    return new Present(
        server,
        primary,
        encryption.geo().map(geo -> side(geo, subscription, server.region(), assigned)),
        encryption.isCustomerManaged() ? cloud.servers().federatedClient(id) : Optional.empty());
  }

  private Side side(
      GeoEncryption geo, Subscription subscription, String home, List<ManagedIdentity> assigned) {
    Optional<KeyIdentifier> key = Optional.of(geo.key());
    return new Side(
        new Scope(subscription, pair(home)),
        key,
        user(Optional.of(geo.identity()), assigned),
        geo.status(),
        assigned);
  }

  private static String pair(String region) {
    return Catalog.region(region).flatMap(RegionFacts::pair).orElse("");
  }

  private Subscription subscription(Server server) {
    String wanted = server.id().subscription();
    return cloud.directory().subscriptions().stream()
        .filter(s -> s.id().equalsIgnoreCase(wanted))
        .findFirst()
        .orElseGet(() -> new Subscription(wanted, wanted));
  }

  /** BLD-1: those of this server; one that cannot be read cannot be chosen. */
  private List<ManagedIdentity> assigned(List<ResourceId> ids) {
    List<ManagedIdentity> found = new ArrayList<>();
    for (ResourceId each : ids) {
      try {
        found.add(cloud.identities().get(each));
      } catch (CloudFailure failure) {
        requireUnreadable(failure);
      }
    }
    return List.copyOf(found);
  }

  private User user(Optional<ResourceId> used, List<ManagedIdentity> assigned) {
    Optional<ManagedIdentity> known =
        used.flatMap(u -> assigned.stream().filter(each -> each.id().equals(u)).findFirst());
    if (used.isEmpty() || known.isPresent()) {
      return new User(used, known, false);
    }
    try {
      return new User(used, Optional.of(cloud.identities().get(used.get())), false);
    } catch (CloudFailure failure) {
      requireUnreadable(failure);
      return new User(used, Optional.empty(), failure.kind() == CloudFailure.Kind.NOT_FOUND);
    }
  }

  private static void requireUnreadable(CloudFailure failure) {
    if (!UNREADABLE.contains(failure.kind())) {
      throw failure;
    }
  }
}
