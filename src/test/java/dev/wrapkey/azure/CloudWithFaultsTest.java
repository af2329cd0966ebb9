package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.DeploymentName;
import dev.wrapkey.provisioning.KeyChange;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Ledger.Presence;
import dev.wrapkey.provisioning.Outcome;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.simulator.fault.Aim;
import dev.wrapkey.simulator.fault.Fault;
import dev.wrapkey.simulator.fault.FaultOrder;
import dev.wrapkey.simulator.fault.FaultReport;
import dev.wrapkey.simulator.fault.Rhythm;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a deployment does when the cloud misbehaves. */
class CloudWithFaultsTest extends PracticeContract {

  private static final KeyIdentifier KEY =
      KeyIdentifier.of("https://kv-orders-eastus.vault.azure.net/keys/orders-kek");

  private final List<Progress.Event> events = new ArrayList<>();
  private Ledger ledger;

  @AfterEach
  void switchOff() {
    for (Fault fault : Fault.values()) {
      practice.faults().switchOff(fault);
    }
    time.jump(Duration.ofHours(2)); // rights that were granted again have their effect
    events.clear();
  }

  private void switchOn(Fault fault, Aim aim, Rhythm rhythm, int seconds) {
    practice.faults().switchOn(fault, new FaultOrder(aim, rhythm, seconds, ""));
  }

  private void switchOn(Fault fault, Aim aim) {
    FaultOrder usual = FaultOrder.usual(fault);
    switchOn(fault, aim, usual.rhythm(), usual.seconds());
  }

  private long struck(Fault fault) {
    return practice.faults().on().stream()
        .filter(r -> r.fault() == fault)
        .mapToLong(FaultReport::struck)
        .sum();
  }

  private static Aim operation(String kind) {
    return new Aim("", "", "", kind);
  }

  private KeyIdentifier newest() {
    return cloud.keyStores().get(KEY).id();
  }

  private ResourceId identity() {
    List<ResourceId> found = new ArrayList<>();
    cloud.identities().list(SUB, new Cancellation(), page -> page.forEach(i -> found.add(i.id())));
    return found.stream()
        .filter(i -> i.name().equals("id-orders-eastus"))
        .findFirst()
        .orElseThrow();
  }

  private Plan plan(String name) {
    Subscription production =
        cloud.directory().subscriptions().stream()
            .filter(s -> s.id().equals(SUB))
            .findFirst()
            .orElseThrow();
    return new Plan(
        new Plan.Basics(
            production,
            "rg-" + name,
            true,
            name,
            "eastus",
            "17",
            "",
            Plan.Authentication.passwords("pgadmin", new Secret("Canary-4711-x"))),
        Plan.Configuration.PRODUCTION,
        Plan.Networking.open(true, true, List.of()),
        DataEncryption.customerManaged(newest(), identity()),
        new TreeMap<>(Map.of()));
  }

  private Outcome provision(Plan plan) {
    ledger =
        Ledger.begin(
            folder.resolve("ledgers"),
            DeploymentName.next(new SecureRandom()),
            plan.serverId(),
            time.now());
    return new Provisioning(cloud, time, Retry.Policy.STANDARD)
        .run(plan, ledger, events::add, new Cancellation());
  }

  private void assertReady(Outcome outcome) {
    assertThat(outcome).as("%s", events).isInstanceOf(Outcome.Succeeded.class);
    assertThat(((Outcome.Succeeded) outcome).server().state()).isEqualTo("Ready");
    assertThat(ledger.entry().phase()).isEqualTo(Ledger.Phase.SUCCEEDED);
    assertThat(ledger.entry().server()).isEqualTo(Presence.EXISTS);
  }

  private CloudFailure failure(Outcome outcome) {
    assertThat(outcome).as("%s", events).isInstanceOf(Outcome.Failed.class);
    return ((Outcome.Failed) outcome).failure();
  }

  private List<String> retries() {
    return events.stream()
        .filter(e -> e.state() == Progress.State.RETRYING)
        .map(Progress.Event::detail)
        .toList();
  }

  private List<Server> servers(String name) {
    return cloud.servers().list(SUB).stream().filter(s -> s.name().equals(name)).toList();
  }

  @Test
  void aThrottledDeploymentWaitsAsLongAsAskedAndSucceeds() {
    Plan plan = plan("throttled-pg");
    switchOn(Fault.THROTTLING, operation("creating-servers"), new Rhythm(1, 1, 2, 0), 1000);
    Instant before = time.now();
    assertReady(provision(plan));
    assertThat(retries())
        .containsExactly("SubscriptionRequestsThrottled", "SubscriptionRequestsThrottled");
    assertThat(Duration.between(before, time.now())).isGreaterThan(Duration.ofSeconds(2000));
  }

  @Test
  void aThrottledVaultIsAskedAgain() {
    Plan plan = plan("throttledvault-pg");
    switchOn(Fault.THROTTLING, operation("reading-keys"));
    assertReady(provision(plan));
    assertThat(retries()).containsOnly("Throttled").hasSize(3);
  }

  @Test
  void aServerWhoseCreationGotNoAnswerIsFoundAgainAndNotMadeTwice() {
    Plan plan = plan("unheard-pg");
    switchOn(Fault.LOST_ANSWER, operation("creating-servers"));
    assertReady(provision(plan));
    assertThat(struck(Fault.LOST_ANSWER)).isEqualTo(1);
    // A socket tells more of how it ended than a call in the same process.
    assertThat(retries()).singleElement().isIn("NoAnswer", "ConnectionBroken");
    assertThat(servers("unheard-pg")).hasSize(1);
  }

  @Test
  void aServerWhoseCreationGotNoAnswerAndFailedIsAFailureThatSaysSo() {
    Plan plan = plan("unheardlate-pg");
    switchOn(Fault.LOST_ANSWER, operation("creating-servers"));
    switchOn(Fault.FAILS_LATE, Aim.ANY);
    Outcome outcome = provision(plan);
    assertThat(failure(outcome).code()).isEqualTo("CreationFailed");
    assertThat(failure(outcome).kind()).isEqualTo(Kind.SERVICE);
    assertThat(ledger.entry().server()).isEqualTo(Presence.NONE);
    assertThat(servers("unheardlate-pg")).isEmpty();
  }

  @Test
  void aChangeOfKeyThatGotNoAnswerIsMadeInTheEnd() {
    Plan plan = plan("unheardkey-pg");
    assertReady(provision(plan));
    time.jump(Duration.ofMinutes(10));
    KeyIdentifier second = cloud.keyStores().rotate(KEY).id();
    switchOn(Fault.LOST_ANSWER, operation("changing-servers"));
    Outcome outcome =
        new KeyChange(cloud, time, Retry.Policy.STANDARD)
            .run(
                plan.serverId(),
                DataEncryption.customerManaged(second, identity()),
                events::add,
                new Cancellation());
    assertThat(outcome).as("%s", events).isInstanceOf(Outcome.Succeeded.class);
    assertThat(struck(Fault.LOST_ANSWER)).isEqualTo(1);
    assertThat(cloud.servers().get(plan.serverId()).encryption().key()).contains(second);
  }

  @Test
  void answersCutInTheMiddleAreAskedForAgain() {
    Plan plan = plan("cut-pg");
    switchOn(Fault.TRUNCATED, Aim.ANY, new Rhythm(1, 3, Rhythm.FOR_EVER, 0), 0);
    assertReady(provision(plan));
    assertThat(struck(Fault.TRUNCATED)).isGreaterThan(3);
    assertThat(retries()).isNotEmpty();
  }

  @Test
  void anOperationThatFailsLateIsAFailureWithAzuresCodeAndLeavesNoServer() {
    Plan plan = plan("late-pg");
    switchOn(Fault.FAILS_LATE, Aim.ANY);
    Outcome outcome = provision(plan);
    assertThat(failure(outcome).code()).isEqualTo("InternalServerError");
    assertThat(failure(outcome).kind()).isEqualTo(Kind.SERVICE);
    assertThat(ledger.entry().server()).isEqualTo(Presence.NONE);
    assertThat(ledger.entry().group()).isEqualTo(Presence.EXISTS);
    assertThat(servers("late-pg")).isEmpty();
  }

  @Test
  void aBusyServerIsWaitedFor() {
    Plan plan = plan("busy-pg");
    switchOn(Fault.BUSY, operation("creating-servers"));
    assertReady(provision(plan));
    assertThat(retries()).containsExactly("ServerIsBusy", "ServerIsBusy");
  }

  @Test
  void rightsThatHaveNotArrivedAreToldAsSuchAndNothingIsClaimed() {
    Plan plan = plan("early-pg");
    switchOn(Fault.NOT_PROPAGATED, operation("creating-servers"));
    Outcome outcome = provision(plan);
    assertThat(failure(outcome).kind()).isEqualTo(Kind.FORBIDDEN);
    assertThat(failure(outcome).code()).isEqualTo("AuthorizationFailed");
    assertThat(failure(outcome).details())
        .contains("Microsoft.DBforPostgreSQL/flexibleServers/write");
    assertThat(ledger.entry().server()).isEqualTo(Presence.NONE);
    assertThat(servers("early-pg")).isEmpty();
  }

  @Test
  void aKeyDisabledBetweenCheckAndUseFailsTheCreationWithAzuresCode() {
    Plan plan = plan("disabled-pg");
    switchOn(Fault.KEY_DISABLED, Aim.ANY, new Rhythm(1, 1, 1, 1), 0);
    Outcome outcome = provision(plan);
    assertThat(((Outcome.Failed) outcome).step()).isEqualTo("create-server");
    assertThat(failure(outcome).code()).isEqualTo("AzureKeyVaultKeyDisabled");
    assertThat(failure(outcome).kind()).isEqualTo(Kind.KEY_UNUSABLE);
    assertThat(ledger.entry().server()).isEqualTo(Presence.NONE);
    assertThat(servers("disabled-pg")).isEmpty();
    assertThat(cloud.keyStores().get(KEY).life().enabled()).isFalse();

    assertThat(practice.faults().switchOff(Fault.KEY_DISABLED)).isPresent();
    assertThat(cloud.keyStores().get(KEY).life().enabled()).isTrue();
    assertReady(provision(plan));
  }

  @Test
  void aListingThatIsSlowComesWholeAfterItsTime() {
    int all = vaults().size();
    Instant before = time.now();
    switchOn(Fault.SLOW, operation("listing-vaults"), new Rhythm(1, 1, 1, 0), 300);
    assertThat(vaults()).hasSize(all);
    assertThat(Duration.between(before, time.now())).isEqualTo(Duration.ofSeconds(300));
  }

  private List<KeyStore> vaults() {
    List<KeyStore> found = new ArrayList<>();
    cloud.keyStores().list(KeyStore.Kind.KEY_VAULT, SUB, new Cancellation(), found::addAll);
    return found;
  }

  @Test
  void aSlowListingCanBeCancelledAndHoldsNobodyElseUp() throws Exception {
    vaults(); // signs in
    switchOn(Fault.SLOW, operation("listing-vaults"), new Rhythm(1, 1, 0, 0), 3600);
    time.runAt(1);
    try {
      CompletableFuture<Throwable> ended = new CompletableFuture<>();
      Thread listing =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      vaults();
                      ended.complete(new AssertionError("not slow"));
                    } catch (CancellationException cancelled) {
                      ended.complete(cancelled);
                    }
                  });
      while (struck(Fault.SLOW) == 0) {
        Thread.onSpinWait();
      }
      assertThat(cloud.servers().list(SUB)).isNotEmpty();
      assertThat(ended).isNotDone();
      listing.interrupt();
      assertThat(ended.get(60, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
    } catch (ExecutionException bug) {
      throw new AssertionError(bug);
    } finally {
      time.runAt(0);
    }
  }
}
