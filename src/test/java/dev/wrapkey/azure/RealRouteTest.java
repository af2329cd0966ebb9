package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Cloud;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.Copying;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Outcome;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Progress;
import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.Secret;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.provisioning.Subscription;
import dev.wrapkey.rotation.GuidedRotation;
import dev.wrapkey.rotation.RotationLedger;
import dev.wrapkey.rotation.RotationOrder;
import dev.wrapkey.rotation.RotationOutcome;
import dev.wrapkey.signin.SignedIn;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.fault.Aim;
import dev.wrapkey.simulator.fault.Fault;
import dev.wrapkey.simulator.fault.FaultOrder;
import dev.wrapkey.simulator.fault.FaultReport;
import dev.wrapkey.simulator.fault.Rhythm;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Creating, rotating and restoring the way a real Azure is used: signed in by the SDK, through a
 * proxy, over TLS, with all that goes wrong on such a way.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealRouteTest {

  private static final String SUB = PracticeCloud.SUBSCRIPTION;
  private static final KeyIdentifier KEY =
      KeyIdentifier.of("https://kv-orders-eastus.vault.azure.net/keys/orders-kek");

  private final List<String> told = new ArrayList<>();
  private Path folder;
  private Gatehouse gate;
  private Disturbed way;
  private SignedIn signedIn;
  private Cloud cloud;

  @BeforeAll
  void open(@TempDir Path temporary) throws Exception {
    folder = temporary;
    gate = new Gatehouse(temporary);
    signedIn =
        gate.signedIn(
            gate.signIn(
                real -> {
                  way = new Disturbed(real);
                  return way;
                }),
            gate.secret());
    cloud = signedIn.cloud();
  }

  @AfterAll
  void close() {
    gate.close();
  }

  @AfterEach
  void calm() {
    for (Fault fault : Fault.values()) {
      gate.practice.faults().switchOff(fault);
    }
    way.shortLived = false;
    way.refusal = Optional.empty();
    way.resets = 0;
    told.clear();
  }

  private void switchOn(Fault fault, String operation, Rhythm rhythm, int seconds) {
    gate.practice
        .faults()
        .switchOn(fault, new FaultOrder(new Aim("", "", "", operation), rhythm, seconds, ""));
  }

  private void storm() {
    switchOn(Fault.THROTTLING, "", new Rhythm(1, 6, 2, 0), 700);
    switchOn(Fault.TRUNCATED, "", new Rhythm(1, 5, 3, 0), 0);
    switchOn(Fault.EXPIRED_TOKEN, "", new Rhythm(1, 11, 3, 0), 0);
    switchOn(Fault.CLAIMS_CHALLENGE, "", new Rhythm(1, 13, 3, 0), 0);
    way.resets = 3;
    way.shortLived = true;
  }

  private long struck(Fault fault) {
    return gate.practice.faults().on().stream()
        .filter(r -> r.fault() == fault)
        .mapToLong(FaultReport::struck)
        .sum();
  }

  private void tell(Progress.Event event) {
    told.add(event.step() + " " + event.state() + " " + event.detail());
  }

  private static Retry.Policy patient() {
    Retry.Policy usual = Retry.Policy.STANDARD;
    return new Retry.Policy(20, usual.first(), usual.longest(), usual.kinds());
  }

  private Server provisioned(Plan plan, String name) {
    Ledger ledger = Ledger.begin(folder.resolve("ledgers"), "d-" + name, plan, gate.time.now());
    Outcome outcome =
        new Provisioning(cloud, gate.time, patient())
            .run(plan, ledger, this::tell, new Cancellation());
    assertThat(outcome).as("%s", told).isInstanceOf(Outcome.Succeeded.class);
    return ((Outcome.Succeeded) outcome).server();
  }

  private DataEncryption east() {
    return DataEncryption.customerManaged(
        cloud.keyStores().get(KEY).id(),
        new ResourceId(SUB, "rg-orders", ResourceId.IDENTITY, "id-orders-eastus"));
  }

  private Plan plan(String name) {
    return new Plan(
        new Plan.Basics(
            new Subscription(SUB, "Practice Production"),
            "rg-" + name,
            true,
            name,
            "eastus",
            "17",
            "",
            Plan.Authentication.passwords("pgadmin", new Secret("Canary-4711-x"))),
        Plan.Configuration.PRODUCTION,
        Plan.Networking.open(true, true, List.of()),
        east(),
        new TreeMap<>(Map.of()));
  }

  private byte[] page(ResourceId server) {
    return gate.practice.inspector().page(server.toString(), 0).orElseThrow().plain();
  }

  private String wrappedBy(ResourceId server) {
    return gate.practice.inspector().look(server.toString()).orElseThrow().wrapped().keyVersion();
  }

  @Test
  void aServerIsCreatedRotatedAndRestoredThroughAStorm() {
    Plan plan = plan("storm-pg");
    Instant before = gate.time.now();
    storm();
    Server made = provisioned(plan, "storm-pg");
    assertThat(made.state()).isEqualTo("Ready");
    assertThat(struck(Fault.THROTTLING)).isPositive();
    assertThat(struck(Fault.TRUNCATED)).isPositive();
    assertThat(struck(Fault.EXPIRED_TOKEN)).isEqualTo(3);
    assertThat(struck(Fault.CLAIMS_CHALLENGE)).isEqualTo(3);
    assertThat(Duration.between(before, gate.time.now()))
        .as("waits as long as asked, on our clock")
        .isGreaterThan(Duration.ofSeconds(700));
    assertThat(told).anyMatch(t -> t.contains("RETRYING"));
    int tokens = way.tokens();
    assertThat(tokens).as("each expired token is replaced").isGreaterThan(3);
    calm();
    gate.time.jump(Duration.ofHours(1));

    KeyIdentifier old = made.encryption().key().orElseThrow();
    GuidedRotation rotation =
        new GuidedRotation(
            cloud,
            gate.time,
            patient(),
            Runnable::run,
            Optional.empty(),
            folder.resolve("rotations"));
    RotationLedger ledger = rotation.begin(RotationOrder.newVersion(made, Set.of(Purpose.PRIMARY)));
    storm();
    RotationOutcome outcome = rotation.run(ledger, this::tell, new Cancellation());
    assertThat(outcome).as("%s", told).isInstanceOf(RotationOutcome.Succeeded.class);
    calm();
    Server rotated = cloud.servers().get(made.id());
    KeyIdentifier now = rotated.encryption().key().orElseThrow();
    assertThat(now).isNotEqualTo(old);
    assertThat(wrappedBy(made.id())).isEqualTo(now.toString());

    gate.time.jump(Duration.ofDays(1));
    Plan copy =
        Copying.of(
                rotated,
                plan.basics().subscription(),
                Plan.Configuration.PRODUCTION.compute(),
                Origin.latest(rotated, Origin.Mode.POINT_IN_TIME),
                "eastus")
            .withEncryption(east());
    Plan named = copy.withBasics(copy.basics().named("storm-copy"));
    storm();
    Server restored = provisioned(named, "storm-copy");
    assertThat(page(restored.id())).isEqualTo(page(made.id()));
    assertThat(restored.encryption().isCustomerManaged()).isTrue();
  }

  @Test
  void aServerWhoseCreationGotNoAnswerIsFoundAgainOnTheRealRoute() {
    Plan plan = plan("unheard-pg");
    switchOn(Fault.LOST_ANSWER, "creating-servers", Rhythm.of(1), 0);
    provisioned(plan, "unheard-pg");
    assertThat(struck(Fault.LOST_ANSWER)).isEqualTo(1);
    calm();
    assertThat(cloud.servers().list(SUB)).filteredOn(s -> s.name().equals("unheard-pg")).hasSize(1);
  }

  @Test
  void aTokenThatHasExpiredIsReplacedAndARefusedOneIsAMatterOfSigningIn() {
    way.shortLived = true;
    cloud = gate.signedIn(gate.signIn(real -> way), gate.secret()).cloud();
    cloud.directory().subscriptions();
    int before = way.tokens();
    cloud.directory().subscriptions();
    assertThat(way.tokens()).isGreaterThan(before);
    way.refusal =
        Optional.of(
            Wire.answer(
                401,
                "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000222: The provided"
                    + " client secret keys are expired.\",\"error_codes\":[7000222]}"));
    CloudFailure refused =
        catchThrowableOfType(CloudFailure.class, () -> cloud.directory().subscriptions());
    assertThat(refused.kind()).isEqualTo(Kind.SIGN_IN);
    assertThat(refused.code()).isEqualTo("AADSTS7000222");
    way.refusal =
        Optional.of(
            Wire.answer(
                    429,
                    "{\"error\":\"temporarily_unavailable\",\"error_description\":\"AADSTS90055:"
                        + " Too many requests.\",\"error_codes\":[90055]}")
                .with("Retry-After", "17"));
    CloudFailure throttled =
        catchThrowableOfType(CloudFailure.class, () -> cloud.directory().subscriptions());
    assertThat(throttled.kind()).isEqualTo(Kind.THROTTLED);
    assertThat(throttled.retryAfter()).isEqualTo(Duration.ofSeconds(17));
    cloud = signedIn.cloud();
  }
}
