package dev.wrapkey.ui.home;

import dev.wrapkey.provisioning.Backup;
import dev.wrapkey.provisioning.BareCloud;
import dev.wrapkey.provisioning.BareKeyStores;
import dev.wrapkey.provisioning.BareServers;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyStores;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Servers;
import dev.wrapkey.provisioning.Setup;
import dev.wrapkey.provisioning.Subscription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The few answers of a cloud that the first page asks for, kept in memory. */
final class SmallCloud extends BareCloud {

  static final String ONE = "3f2a9c417b5d4e6fa0c1d2e3f4a5b6c7";
  static final String TWO = "9c41aa017b5d4e6fa0c1d2e3f4a51f08";
  static final String THREE = "b71e44d97b5d4e6fa0c1d2e3f4a5c2e9";

  private final List<Subscription> subscriptions = new ArrayList<>();
  private final Map<String, List<Server>> servers = new LinkedHashMap<>();
  private final Map<String, List<Key>> versions = new LinkedHashMap<>();
  private final Set<String> forbidden = new HashSet<>();
  private final List<Server> index = new ArrayList<>();

  SmallCloud subscription(String id, String name) {
    subscriptions.add(new Subscription(id, name));
    servers.put(id, new ArrayList<>());
    return this;
  }

  SmallCloud forbid(String subscription) {
    forbidden.add(subscription);
    return this;
  }

  SmallCloud allow(String subscription) {
    forbidden.remove(subscription);
    return this;
  }

  SmallCloud server(
      String subscription, String name, String region, String state, DataEncryption encryption) {
    servers
        .get(subscription)
        .add(
            new Server(
                ResourceId.server(subscription, "rg-" + name, name),
                region,
                state,
                new Server.Summary(
                    "16",
                    name + ".postgres.database.azure.com",
                    "pgadmin",
                    "Standard_D2ads_v5",
                    128),
                List.of(),
                encryption,
                Setup.unknown()));
    return this;
  }

  /** Has an index that knows the servers as they are now, whatever becomes of them. */
  SmallCloud indexed() {
    servers.values().forEach(index::addAll);
    return this;
  }

  /** Forgets the servers of a subscription, which an index does not notice. */
  SmallCloud without(String subscription) {
    servers.put(subscription, new ArrayList<>());
    return this;
  }

  /** A key with its versions, newest first. */
  SmallCloud key(String vault, String name, String... newestFirst) {
    KeyIdentifier key = KeyIdentifier.of("https://" + vault + ".vault.azure.net/keys/" + name);
    versions.put(key.host() + "/" + name, new ArrayList<>());
    for (String version : newestFirst) {
      versions
          .get(key.host() + "/" + name)
          .add(
              new Key(
                  key.withVersion(version),
                  "RSA",
                  4096,
                  List.of(),
                  new Key.Life(true, Instant.EPOCH, Optional.empty(), Optional.empty())));
    }
    return this;
  }

  static DataEncryption customer(
      String vault, String key, Optional<String> version, String status) {
    KeyIdentifier id = KeyIdentifier.of("https://" + vault + ".vault.azure.net/keys/" + key);
    ResourceId identity = new ResourceId("sub", "rg", ResourceId.IDENTITY, "id-orders");
    return new DataEncryption(
        DataEncryption.Mode.CUSTOMER_MANAGED,
        Optional.of(version.map(id::withVersion).orElse(id)),
        Optional.of(identity),
        Optional.of(status).filter(s -> !s.isEmpty()),
        Optional.empty());
  }

  @Override
  public List<Subscription> subscriptions() {
    return List.copyOf(subscriptions);
  }

  @Override
  public List<Region> regions(String subscription) {
    return List.of(
        new Region("eastus", "East US", Optional.of("westus")),
        new Region("westeurope", "West Europe", Optional.of("northeurope")));
  }

  @Override
  public Servers servers() {
    return new SmallServers();
  }

  @Override
  public KeyStores keyStores() {
    return new SmallStores();
  }

  /** Two subscriptions with servers in every standing that the table knows. */
  static SmallCloud landscape() {
    return new SmallCloud()
        .subscription("sub-production", "Practice Production")
        .subscription("sub-development", "Practice Development")
        .key("kv-orders-eastus", "orders-kek", THREE, TWO, ONE)
        .key("kv-billing", "billing-kek", TWO)
        .server(
            "sub-production",
            "orders-pg",
            "eastus",
            "Ready",
            customer("kv-orders-eastus", "orders-kek", Optional.of(TWO), "Valid"))
        .server(
            "sub-production",
            "orders-pg-replica",
            "eastus",
            "Updating",
            customer("kv-orders-eastus", "orders-kek", Optional.of(ONE), "Valid"))
        .server(
            "sub-production",
            "billing-pg",
            "westeurope",
            "Ready",
            customer("kv-billing", "billing-kek", Optional.of(TWO), "Valid"))
        .server(
            "sub-production",
            "audit-pg",
            "eastus",
            "Inaccessible",
            customer("kv-audit", "audit-kek", Optional.of(ONE), "Invalid"))
        .server(
            "sub-development",
            "analytics-pg",
            "westeurope",
            "Ready",
            customer("kv-billing", "billing-kek", Optional.empty(), ""))
        .server(
            "sub-development",
            "playground-pg",
            "eastus",
            "Stopped",
            DataEncryption.serviceManaged());
  }

  private final class SmallServers extends BareServers {

    @Override
    public Set<String> whereabouts(
        List<String> asked, Cancellation cancellation, Consumer<List<Server>> page) {
      if (index.isEmpty()) {
        return Set.copyOf(asked);
      }
      page.accept(List.copyOf(index));
      Set<String> found = new HashSet<>();
      index.forEach(server -> found.add(server.id().subscription()));
      return found;
    }

    @Override
    public List<Server> list(String subscription) {
      if (forbidden.contains(subscription)) {
        throw new CloudFailure(
            CloudFailure.Kind.FORBIDDEN,
            "AuthorizationFailed",
            "You may not read subscription " + subscription + ".",
            "");
      }
      return List.copyOf(servers.get(subscription));
    }

    @Override
    public List<Backup> backups(ResourceId server) {
      return List.of();
    }

    @Override
    public List<Server> replicas(ResourceId server) {
      return List.of();
    }
  }

  private final class SmallStores extends BareKeyStores {

    @Override
    public void list(
        KeyStore.Kind kind,
        String subscription,
        Cancellation cancellation,
        Consumer<List<KeyStore>> page) {
      versions.keySet().stream()
          .map(each -> each.substring(0, each.indexOf('/')))
          .distinct()
          .forEach(host -> page.accept(List.of(store(subscription, host))));
    }

    private static KeyStore store(String subscription, String host) {
      return new KeyStore(
          new ResourceId(
              subscription, "rg", ResourceId.VAULT, host.substring(0, host.indexOf('.'))),
          KeyStore.Kind.KEY_VAULT,
          "eastus",
          host,
          "tenant",
          new KeyStore.Protection(true, true, 90),
          true,
          List.of(),
          false,
          KeyStore.Network.ALL);
    }

    @Override
    public List<Key> versions(KeyStore store, String key) {
      return versions.get(store.host() + "/" + key);
    }
  }
}
