package dev.wrapkey.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.Copying;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.DeletedStore;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Outcome;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.StoreDeletion;
import dev.wrapkey.rules.Impact;
import dev.wrapkey.rules.Loss;
import dev.wrapkey.ui.Practice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The starter landscape with four more servers: a read replica under a key of another vault, two
 * servers restored from orders-pg, one under the key of a managed HSM and one service-managed, and
 * one with an identity of its own.
 */
final class Estate implements AutoCloseable {

  static final String REPLICA = "orders-replica";
  static final String RESTORED = "orders-restored";
  static final String PLAIN = "orders-plain";
  static final String NEWCOMER = "newcomer-pg";

  private static final Plan.Compute D2 =
      new Plan.Compute("GeneralPurpose", "Standard_D2ads_v5", 2, 8);
  private static final Plan.Compute D4 =
      new Plan.Compute("GeneralPurpose", "Standard_D4ads_v5", 4, 16);

  final Practice practice = Practice.opened();
  private final Path ledgers = practice.folder().resolve("deployments");

  Estate() {
    cloud().safeguards().grant(store("kv-orders-eastus"), practice.identity("id-newcomer-eastus"));
    practice.time().jump(Duration.ofMinutes(20));
    make("orders-pg", Origin.Mode.REPLICA, D4, REPLICA, using("kv-hidden-eastus", "hidden-kek"));
    make(
        "orders-pg",
        Origin.Mode.POINT_IN_TIME,
        D2,
        RESTORED,
        using("hsm-orders-eastus", "orders-hsm-kek"));
    make("orders-pg", Origin.Mode.POINT_IN_TIME, D2, PLAIN, DataEncryption.serviceManaged());
    make(
        "ledger-pg",
        Origin.Mode.POINT_IN_TIME,
        D2,
        NEWCOMER,
        DataEncryption.customerManaged(
            key("kv-orders-eastus", "ledger-kek"), practice.identity("id-newcomer-eastus").id()));
    practice.time().jump(Duration.ofMinutes(5));
  }

  private DataEncryption using(String store, String key) {
    return DataEncryption.customerManaged(
        key(store, key), practice.identity("id-orders-eastus").id());
  }

  private void make(
      String source, Origin.Mode mode, Plan.Compute size, String name, DataEncryption keys) {
    Server from = practice.server(source);
    Plan plan =
        Copying.of(
            from,
            practice.subscription(Practice.PRODUCTION),
            size,
            Origin.latest(from, mode),
            "eastus");
    Plan named = plan.withBasics(plan.basics().named(name)).withEncryption(keys);
    Outcome outcome =
        new Provisioning(cloud(), practice.time(), Retry.Policy.STANDARD)
            .run(
                named,
                Ledger.begin(ledgers, "copy-" + name, named, practice.time().now()),
                event -> {},
                new Cancellation());
    assertThat(outcome).as(name).isInstanceOf(Outcome.Succeeded.class);
  }

  Cloud cloud() {
    return practice.cloud();
  }

  KeyStore store(String name) {
    return practice.store(name);
  }

  ManagedIdentity identity(String name) {
    return practice.identity(name);
  }

  /** Versionless. */
  KeyIdentifier key(String store, String key) {
    return KeyIdentifier.of("https://" + store(store).host() + "/keys/" + key);
  }

  Surroundings look() {
    return Survey.of(
        cloud(),
        server -> Ledger.originOf(ledgers, server.id(), server.setup().created()),
        new Cancellation());
  }

  Impact predict(Loss loss) {
    return Impact.of(loss, look().around(), practice.time().now());
  }

  /** The names of the servers that shall be Inaccessible. */
  static Set<String> dark(Impact impact) {
    return impact.dark().stream()
        .map(id -> id.name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names of those that are, when so much time has passed. */
  Set<String> inaccessible(Duration later) {
    practice.time().jump(later);
    return cloud().servers().list(Practice.PRODUCTION).stream()
        .filter(server -> server.state().equals("Inaccessible"))
        .map(Server::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  void delete(KeyStore store) {
    new StoreDeletion(cloud(), practice.time()).delete(store, new Cancellation());
  }

  DeletedStore deleted(String name) {
    return look().deleted().stream()
        .filter(store -> store.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  void recover(String name) {
    new StoreDeletion(cloud(), practice.time()).recover(deleted(name), new Cancellation());
  }

  @Override
  public void close() {
    practice.close();
  }
}
