package dev.wrapkey.provisioning;

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
final class Stage extends BareCloud {

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
    return new StagedKeys(this);
  }

  @Override
  public Safeguards safeguards() {
    return StagedSafeguards.of(this);
  }

  @Override
  public StagedNetworks networks() {
    return networks;
  }

  @Override
  public Servers servers() {
    return new StagedServers(this);
  }
}
