package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.DeploymentName;
import dev.wrapkey.provisioning.KeyChange;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Outcome;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.RunningOperation;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.provisioning.Server;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Servers made, taken up again and removed: each test makes its own in the one practice cloud. */
class AzureServersContractTest extends LandscapeContract {

  private Plan plan(String name, DataEncryption encryption) {
    return new Plan(
        new Plan.Basics(
            production(),
            "rg-" + name,
            true,
            name,
            "eastus",
            "17",
            "",
            Plan.Authentication.passwords("pgadmin", new Secret("Canary-4711-x"))),
        Plan.Configuration.PRODUCTION,
        Plan.Networking.open(
            true, true, List.of(new Plan.FirewallRule("home", "203.0.113.7", "203.0.113.7"))),
        encryption,
        new TreeMap<>(Map.of("team", "orders")));
  }

  private Outcome provision(Plan plan, List<Progress.Event> events) {
    Ledger ledger =
        Ledger.begin(
            folder.resolve("ledgers"),
            DeploymentName.next(new SecureRandom()),
            plan.serverId(),
            time.now());
    return new Provisioning(cloud, time, Retry.Policy.STANDARD)
        .run(plan, ledger, events::add, new Cancellation());
  }

  private void finish(RunningOperation operation) throws InterruptedException {
    while (!operation.poll()) {
      time.pause(operation.retryAfter());
    }
  }

  @Test
  void aCancelledCreationGoesOnInTheCloudAndIsPickedUpAgain() {
    DataEncryption encryption =
        DataEncryption.customerManaged(newest(), identity("id-orders-eastus").id());
    Plan plan = plan("resumed-pg", encryption);
    Path ledgers = folder.resolve("resumed");
    Ledger ledger =
        Ledger.begin(ledgers, DeploymentName.next(new SecureRandom()), plan.serverId(), time.now());
    Provisioning provisioning = new Provisioning(cloud, time, Retry.Policy.STANDARD);
    Cancellation cancellation = new Cancellation();
    Progress cancelWhileCreating =
        event -> {
          if (event.step().equals("create-server") && event.state() == Progress.State.RUNNING) {
            cancellation.cancel();
          }
        };

    assertThat(provisioning.run(plan, ledger, cancelWhileCreating, cancellation))
        .isEqualTo(new Outcome.Cancelled("create-server"));
    assertThat(ledger.entry().server()).isEqualTo(Ledger.Presence.CREATING);
    assertThat(ledger.entry().group()).isEqualTo(Ledger.Presence.EXISTS);

    Ledger afterRestart = Ledger.unfinished(ledgers).getFirst();
    Outcome outcome = provisioning.resume(plan, afterRestart, event -> {}, new Cancellation());
    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(server("resumed-pg").encryption().key()).isEqualTo(encryption.key());

    provisioning.remove(afterRestart, event -> {}, new Cancellation());
    assertThat(failureOf(() -> cloud.servers().get(plan.serverId())).kind())
        .isEqualTo(Kind.NOT_FOUND);
  }

  @Test
  void serversTellHowTheyAreEncrypted() {
    Server orders = server("orders-pg");
    assertThat(orders.state()).isEqualTo("Ready");
    assertThat(orders.encryption().isCustomerManaged()).isTrue();
    assertThat(orders.encryption().key().orElseThrow().version()).isPresent();
    assertThat(orders.encryption().identity()).isPresent();
    assertThat(orders.identities()).containsAll(orders.encryption().identity().stream().toList());
    assertThat(cloud.servers().get(orders.id())).isEqualTo(orders);
    assertThat(server("ledger-pg").encryption()).isEqualTo(DataEncryption.serviceManaged());
    assertThat(server("reporting-pg").encryption().key().orElseThrow().version()).isEmpty();
  }

  @Test
  void aServerThatIsNotThereIsNotFound() {
    ResourceId absent =
        ResourceId.server(SUB, server("orders-pg").id().resourceGroup(), "absent-pg");
    assertThat(failureOf(() -> cloud.servers().get(absent)).kind()).isEqualTo(Kind.NOT_FOUND);
    ResourceId noGroup = ResourceId.server(SUB, "rg-absent", "absent-pg");
    assertThat(failureOf(() -> cloud.servers().get(noGroup)).kind()).isEqualTo(Kind.NOT_FOUND);
  }

  @Test
  void aNameInUseIsRefusedWithAReason() {
    assertThat(cloud.servers().refusalOfName(SUB, "eastus", "orders-pg")).isPresent();
    assertThat(cloud.servers().refusalOfName(SUB, "eastus", "free-pg-4711")).isEmpty();
  }

  @Test
  void aServerIsMadeWithACustomerManagedKeyThenGetsTheNextVersionThenGoes() throws Exception {
    KeyIdentifier first = newest();
    ResourceId identity = identity("id-orders-eastus").id();
    List<Progress.Event> events = new ArrayList<>();

    Plan plan = plan("tour-pg", DataEncryption.customerManaged(first, identity));
    Outcome made = provision(plan, events);
    assertThat(made).as("%s", events).isInstanceOf(Outcome.Succeeded.class);
    Server server = ((Outcome.Succeeded) made).server();
    assertThat(server.state()).isEqualTo("Ready");
    assertThat(server.region()).isEqualTo("eastus");
    assertThat(server.encryption().key()).contains(first);
    assertThat(server.encryption().identity()).contains(identity);
    assertThat(server.encryption().status()).contains("Valid");
    assertThat(server.summary())
        .isEqualTo(
            new Server.Summary(
                "17", "tour-pg.postgres.database.azure.com", "pgadmin", "Standard_D2ads_v5", 128));

    time.pause(Duration.ofHours(1));
    KeyIdentifier second = cloud.keyStores().rotate(first).id();
    DataEncryption wanted = DataEncryption.customerManaged(second, identity);
    Outcome changed =
        new KeyChange(cloud, time, Retry.Policy.STANDARD)
            .run(plan.serverId(), wanted, events::add, new Cancellation());
    assertThat(changed).as("%s", events).isInstanceOf(Outcome.Succeeded.class);
    assertThat(server("tour-pg").encryption().key()).contains(second);

    finish(cloud.servers().delete(plan.serverId()));
    assertThat(failureOf(() -> cloud.servers().get(plan.serverId())).kind())
        .isEqualTo(Kind.NOT_FOUND);
    assertThat(cloud.servers().delete(plan.serverId()).poll())
        .as("what is gone is gone at once")
        .isTrue();
  }

  @Test
  void aServerIsMadeWithAVersionlessKeyAndKeepsItVersionless() {
    DataEncryption encryption =
        DataEncryption.customerManaged(newest().versionless(), identity("id-orders-eastus").id());
    Outcome made = provision(plan("auto-pg", encryption), new ArrayList<>());
    assertThat(made).isInstanceOf(Outcome.Succeeded.class);
    assertThat(((Outcome.Succeeded) made).server().encryption().key())
        .contains(newest().versionless());
  }

  @Test
  void aServerIsMadeWithAServiceManagedKey() {
    Outcome made = provision(plan("plain-pg", DataEncryption.serviceManaged()), new ArrayList<>());
    assertThat(made).isInstanceOf(Outcome.Succeeded.class);
    assertThat(((Outcome.Succeeded) made).server().encryption())
        .isEqualTo(DataEncryption.serviceManaged());
  }

  @Test
  void anIdentityWithoutRightsIsFoundOutBeforeAnythingIsMade() {
    DataEncryption encryption =
        DataEncryption.customerManaged(newest(), identity("id-newcomer-eastus").id());
    Outcome outcome = provision(plan("denied-pg", encryption), new ArrayList<>());
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    CloudFailure failure = ((Outcome.Failed) outcome).failure();
    assertThat(failure.kind()).isEqualTo(Kind.KEY_UNUSABLE);
    assertThat(failure.details())
        .contains("id-newcomer-eastus", "get", "wrapKey", "unwrapKey", "kv-orders-eastus");
    assertThat(cloud.directory().resourceGroups(SUB))
        .noneMatch(g -> g.name().equals("rg-denied-pg"));
  }

  @Test
  void anIdentityWithoutRightsIsRefusedByTheServiceToo() {
    cloud.directory().createResourceGroup(SUB, "rg-refused-pg", "eastus");
    DataEncryption encryption =
        DataEncryption.customerManaged(newest(), identity("id-newcomer-eastus").id());
    CloudFailure failure =
        failureOf(() -> finish(cloud.servers().create(plan("refused-pg", encryption))));
    assertThat(failure.kind()).isEqualTo(Kind.KEY_UNUSABLE);
    assertThat(failure.details()).isNotEmpty();
  }

  @Test
  void theKeyOfAServiceManagedServerCannotBeChanged() {
    CloudFailure failure =
        failureOf(
            () ->
                finish(
                    cloud
                        .servers()
                        .changeKey(
                            server("ledger-pg").id(),
                            DataEncryption.customerManaged(
                                newest(), identity("id-orders-eastus").id()))));
    assertThat(failure.kind()).isEqualTo(Kind.INVALID);
  }
}
