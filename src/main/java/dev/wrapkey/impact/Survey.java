package dev.wrapkey.impact;

import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DeletedStore;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyUser;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.rules.Heir;
import dev.wrapkey.rules.Impact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Looks at everything in all subscriptions a person can see. Blocks; changes nothing. */
public final class Survey {

  private final Cloud cloud;
  private final Function<Server, Optional<Origin>> memory;
  private final List<KeyStore> stores = new ArrayList<>();
  private final List<DeletedStore> deleted = new ArrayList<>();
  private final List<ManagedIdentity> identities = new ArrayList<>();
  private final List<KeyUser> users = new ArrayList<>();
  private final List<Server> servers = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();

  private Survey(Cloud cloud, Function<Server, Optional<Origin>> memory) {
    this.cloud = cloud;
    this.memory = memory;
  }

  /**
   * Looks.
   *
   * @param memory what this program remembers of a server's making: Azure does not tell from what a
   *     server was restored
   * @throws CloudFailure if not even the subscriptions can be listed
   */
  public static Surroundings of(
      Cloud cloud, Function<Server, Optional<Origin>> memory, Cancellation cancellation) {
    return new Survey(cloud, memory).look(cancellation);
  }

  private Surroundings look(Cancellation cancellation) {
    List<Subscription> all = cloud.directory().subscriptions();
    for (Subscription each : all) {
      for (KeyStore.Kind kind : KeyStore.Kind.values()) {
        attempt(
            each,
            "stores",
            () -> cloud.keyStores().list(kind, each.id(), cancellation, stores::addAll));
      }
      attempt(each, "deleted", () -> deleted.addAll(cloud.storeLife().deleted(each.id())));
      attempt(
          each,
          "identities",
          () -> cloud.identities().list(each.id(), cancellation, identities::addAll));
      attempt(each, "servers", () -> users.addAll(cloud.keyUsers().list(each.id())));
      attempt(each, "servers", () -> servers.addAll(cloud.servers().list(each.id())));
      cancellation.check();
    }
    return new Surroundings(
        stores,
        deleted,
        identities,
        new Impact.Around(users, servers.stream().flatMap(s -> heir(s).stream()).toList()),
        all.size(),
        unread.stream().distinct().toList());
  }

  private void attempt(Subscription where, String what, Runnable look) {
    try {
      look.run();
    } catch (CloudFailure _) {
      unread.add(Phrases.say("impact.unread." + what, where.name()));
    }
  }

  private Optional<Heir> heir(Server server) {
    return memory
        .apply(server)
        .filter(origin -> !origin.isReplica())
        .flatMap(
            origin ->
                origin
                    .key()
                    .map(
                        key ->
                            new Heir(
                                server.id(),
                                server.state(),
                                origin.source(),
                                key,
                                userOf(origin.source(), key))));
  }

  // The source itself may have gone over to another identity since, or be gone.
  private Optional<ResourceId> userOf(ResourceId source, KeyIdentifier key) {
    return users.stream()
        .filter(user -> user.id().equals(source))
        .flatMap(user -> user.uses().stream())
        .filter(use -> use.key().versionless().equals(key.versionless()))
        .flatMap(use -> use.identity().stream())
        .findFirst();
  }
}
