package dev.wrapkey.provisioning;

import dev.wrapkey.keyfile.KeyBackup;
import dev.wrapkey.keyfile.RsaMaterial;
import dev.wrapkey.keyfile.TransferBlob;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A port to nothing: remembers what it was asked, and fails where a test wants it to. One vault,
 * one key.
 */
final class Stage implements Cloud, Directory, KeyStores, Servers {

  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  static final Subscription SUB =
      new Subscription("facade00-0000-4000-a000-0000000000a1", "Practice Production");
  static final ResourceId IDENTITY =
      new ResourceId(SUB.id(), "rg", ResourceId.IDENTITY, "id-orders");
  static final KeyIdentifier KEY =
      KeyIdentifier.of(
          "https://kv-orders.vault.azure.net/keys/kek/0123456789abcdef0123456789abcdef");

  final VirtualTime time = VirtualTime.standingAt(START);
  final List<String> asked = new ArrayList<>();
  final List<String> groups = new ArrayList<>(List.of("rg"));
  final Map<ResourceId, Server> servers = new HashMap<>();
  final Map<String, Deque<CloudFailure>> failures = new HashMap<>();
  final StagedNetworks networks = new StagedNetworks(this);
  Rights rights = new Rights(Rights.NEEDED);
  Key.Life life = new Key.Life(true, START, Optional.empty(), Optional.empty());
  @Nullable String nameRefusal;
  Supplier<RunningOperation> creation = () -> after(3, () -> {});
  String stateWhileCreating = "Provisioning";
  Consumer<String> spy = call -> {};
  @Nullable RunningOperation followed;
  @Nullable String federated;
  final List<Plan> created = new ArrayList<>();
  final List<DataEncryption> sent = new ArrayList<>();

  static Plan plan() {
    return new Plan(
        new Plan.Basics(
            SUB,
            "rg",
            false,
            "orders-pg",
            "eastus",
            "17",
            "",
            Plan.Authentication.passwords("pgadmin", new Secret("Canary-4711"))),
        Plan.Configuration.PRODUCTION,
        Plan.Networking.open(
            true, false, List.of(new Plan.FirewallRule("home", "203.0.113.7", "203.0.113.7"))),
        DataEncryption.customerManaged(KEY, IDENTITY),
        new TreeMap<>());
  }

  static Plan planWithNewGroup() {
    Plan.Basics b = plan().basics();
    return plan()
        .withBasics(
            new Plan.Basics(
                b.subscription(),
                "rg-new",
                true,
                b.name(),
                b.region(),
                b.version(),
                b.availabilityZone(),
                b.authentication()));
  }

  static CloudFailure failure(Kind kind, String code) {
    return new CloudFailure(kind, code, "Words.", "c-1");
  }

  /** The next calls of a method fail with these. */
  void fail(String method, CloudFailure... with) {
    failures.computeIfAbsent(method, _ -> new ArrayDeque<>()).addAll(List.of(with));
  }

  long count(String method) {
    return asked.stream().filter(method::equals).count();
  }

  void ask(String method) {
    asked.add(method);
    spy.accept(method);
    Deque<CloudFailure> waiting = failures.get(method);
    if (waiting != null && !waiting.isEmpty()) {
      throw waiting.poll();
    }
  }

  /** An operation that needs some polls and then has an effect. */
  RunningOperation after(int polls, Runnable effect) {
    return new RunningOperation() {
      private int left = polls;

      @Override
      public boolean poll() {
        ask("poll");
        if (--left > 0) {
          return false;
        }
        effect.run();
        return true;
      }

      @Override
      public Duration retryAfter() {
        return Duration.ofSeconds(20);
      }
    };
  }

  void put(Plan plan, String state) {
    put(plan, state, plan.encryption());
  }

  void put(Plan plan, String state, DataEncryption encryption) {
    servers.put(
        plan.serverId(),
        new Server(
            plan.serverId(),
            plan.basics().region(),
            state,
            new Server.Summary(
                "17", "orders-pg.postgres.database.azure.com", "pgadmin", "sku", 128),
            encryption.identity().stream().toList(),
            encryption,
            Setup.unknown()));
  }

  @Override
  public RunningOperation create(Plan plan) {
    ask("create");
    created.add(plan);
    put(plan, stateWhileCreating);
    RunningOperation operation = creation.get();
    return new RunningOperation() {
      @Override
      public boolean poll() {
        boolean ended = operation.poll();
        if (ended) {
          put(plan, "Ready");
        }
        return ended;
      }

      @Override
      public Duration retryAfter() {
        return operation.retryAfter();
      }
    };
  }

  @Override
  public RunningOperation changeKey(ResourceId server, DataEncryption wanted) {
    ask("changeKey");
    sent.add(wanted);
    return after(2, () -> put(plan(), "Ready", wanted));
  }

  @Override
  public Optional<String> federatedClient(ResourceId server) {
    return Optional.ofNullable(federated);
  }

  @Override
  public RunningOperation addFirewallRule(ResourceId server, Plan.FirewallRule rule) {
    ask("firewall " + rule.name());
    return after(1, () -> {});
  }

  @Override
  public RunningOperation addAdministrator(ResourceId server, Plan.Administrator administrator) {
    ask("administrator " + administrator.name());
    return after(1, () -> {});
  }

  @Override
  public List<Backup> backups(ResourceId server) {
    return List.of();
  }

  @Override
  public List<Server> replicas(ResourceId server) {
    return List.of();
  }

  @Override
  public List<Plan.FirewallRule> firewallRules(ResourceId server) {
    ask("rules");
    return List.of();
  }

  @Override
  public String json(ResourceId server) {
    ask("json");
    return "{}";
  }

  @Override
  public RunningOperation start(ResourceId server) {
    ask("start");
    return after(1, () -> {});
  }

  @Override
  public RunningOperation stop(ResourceId server) {
    ask("stop");
    return after(1, () -> {});
  }

  @Override
  public RunningOperation restart(ResourceId server) {
    ask("restart");
    return after(1, () -> {});
  }

  @Override
  public RunningOperation follow(ResourceId server, Receipt receipt) {
    ask("follow " + receipt.url());
    RunningOperation known = followed;
    if (known == null) {
      throw failure(Kind.NOT_FOUND, "OperationNotFound");
    }
    return known;
  }

  @Override
  public RunningOperation delete(ResourceId server) {
    ask("delete");
    return after(1, () -> servers.remove(server));
  }

  @Override
  public Server get(ResourceId id) {
    ask("get");
    Server server = servers.get(id);
    if (server == null) {
      throw failure(Kind.NOT_FOUND, "ResourceNotFound");
    }
    return server;
  }

  @Override
  public List<Server> list(String subscription) {
    return List.copyOf(servers.values());
  }

  @Override
  public Optional<String> refusalOfName(String subscription, String region, String name) {
    ask("name");
    return Optional.ofNullable(nameRefusal);
  }

  @Override
  public RegionOffer offer(String subscription, String region) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Subscription> subscriptions() {
    return List.of(SUB);
  }

  @Override
  public List<Region> regions(String subscription) {
    return List.of();
  }

  @Override
  public Plan.Administrator signedIn() {
    return new Plan.Administrator("facade00-0000-4000-a000-0000000000f1", "pat", "User");
  }

  @Override
  public List<ResourceGroup> resourceGroups(String subscription) {
    ask("groups");
    return groups.stream().map(name -> new ResourceGroup(subscription, name, "eastus")).toList();
  }

  @Override
  public ResourceGroup createResourceGroup(String subscription, String name, String region) {
    ask("createGroup");
    groups.add(name);
    return new ResourceGroup(subscription, name, region);
  }

  @Override
  public void list(
      KeyStore.Kind kind,
      String subscription,
      Cancellation cancellation,
      Consumer<List<KeyStore>> page) {
    page.accept(
        List.of(
            new KeyStore(
                new ResourceId(subscription, "rg", ResourceId.VAULT, "kv-orders"),
                KeyStore.Kind.KEY_VAULT,
                "eastus",
                "kv-orders.vault.azure.net",
                "tenant",
                new KeyStore.Protection(true, true, 90),
                true,
                List.of(),
                false,
                KeyStore.Network.ALL)));
  }

  @Override
  public List<Key> keys(KeyStore store) {
    return List.of();
  }

  @Override
  public List<Key> versions(KeyStore store, String key) {
    return List.of();
  }

  @Override
  public Key get(KeyIdentifier id) {
    ask("key");
    return new Key(id, "RSA", 2048, List.of("wrapKey", "unwrapKey"), life);
  }

  @Override
  public Key rotate(KeyIdentifier id) {
    return get(id);
  }

  @Override
  public Rights rights(KeyStore store, ManagedIdentity identity) {
    ask("rights");
    return rights;
  }

  @Override
  public Directory directory() {
    return this;
  }

  @Override
  public NewVaults newVaults() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Identities identities() {
    return new Identities() {
      @Override
      public void list(
          String subscription, Cancellation cancellation, Consumer<List<ManagedIdentity>> page) {}

      @Override
      public ManagedIdentity get(ResourceId id) {
        ask("identity");
        return new ManagedIdentity(id, "eastus", "principal", "client");
      }

      @Override
      public ManagedIdentity create(ResourceId id, String region) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void delete(ResourceId id) {
        throw new UnsupportedOperationException();
      }
    };
  }

  @Override
  public KeyStores keyStores() {
    return this;
  }

  @Override
  public KeyLife keyLife() {
    throw new UnsupportedOperationException("keyLife");
  }

  @Override
  public KeyUsers keyUsers() {
    throw new UnsupportedOperationException("keyUsers");
  }

  @Override
  public StoreLife storeLife() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Safeguards safeguards() {
    throw new UnsupportedOperationException();
  }

  @Override
  public StagedNetworks networks() {
    return networks;
  }

  @Override
  public Servers servers() {
    return this;
  }

  @Override
  public Key create(KeyStore store, String name, KeyOrder order) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Key importKey(KeyStore store, String name, RsaMaterial material, boolean hardware) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Key importKey(KeyStore store, String name, TransferBlob blob) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Key restore(KeyStore store, KeyBackup backup) {
    throw new UnsupportedOperationException();
  }

  @Override
  public KeyBackup backup(KeyIdentifier id) {
    throw new UnsupportedOperationException();
  }
}
