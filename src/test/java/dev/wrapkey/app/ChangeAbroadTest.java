package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.export.Plans;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.rotation.GuidedRotation;
import dev.wrapkey.rotation.RotationLedger;
import dev.wrapkey.rotation.RotationOrder;
import dev.wrapkey.rotation.RotationOutcome;
import dev.wrapkey.simulator.PracticeCloud;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Commands that change something, from the argument list to the exit code, over TLS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangeAbroadTest {

  private Overseas azure;
  private Canary client;
  private Canary administrator;

  @BeforeAll
  void open() throws Exception {
    azure = new Overseas();
    client = new Canary(azure.secret);
    administrator = new Canary(Plans.CANARY);
    client.beforeAll(null);
    administrator.beforeAll(null);
  }

  @AfterEach
  void nothingIsGivenAway() {
    azure.typed = Optional.empty();
    client.hasFlownNowhere(azure.state());
    administrator.hasFlownNowhere(azure.state());
    assertThat(azure.answer() + azure.beside()).doesNotContain(azure.secret, Plans.CANARY);
  }

  @AfterAll
  void close() {
    administrator.afterAll(null);
    client.afterAll(null);
    azure.close();
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(azure.answer());
  }

  @Test
  void aKeyIsRotatedAndTheRecordSaysByWhom() throws IOException {
    assertThat(azure.run("rotate", "--server", "orders-pg", "--json")).as(azure.beside()).isZero();
    assertThat(json().path("phase").asText()).isEqualTo("succeeded");
    assertThat(json().path("account").asText()).isEqualTo("practice-operator");
    String key = json().path("key").asText();
    assertThat(RotationLedger.all(azure.tenant().resolve("rotations")))
        .as("where the window looks")
        .anyMatch(ledger -> ledger.entry().phase() == RotationLedger.Phase.SUCCEEDED);
    assertThat(azure.run("rotate", "--server", "orders-pg", "--disable-old")).isEqualTo(3);
    assertThat(azure.run("rotate", "--server", "orders-pg", "--gate")).isEqualTo(3);

    assertThat(azure.runPlain("record", "--cloud", "custom", "--json", "--find", "orders-pg"))
        .isZero();
    assertThat(json().path("tenant").asText()).isEqualTo(PracticeCloud.TENANT);
    JsonNode change = json().path("changes").path(0);
    assertThat(change.path("act").asText()).isEqualTo("Servers.changeKey");
    assertThat(change.path("account").asText()).isEqualTo("practice-operator");
    assertThat(change.path("cloud").asText()).isEqualTo("Azure, tenant " + PracticeCloud.TENANT);
    assertThat(change.path("after").toString()).contains(key);
    assertThat(azure.runPlain("record", "--verify")).as("that of the practice cloud").isZero();
    assertThat(azure.answer()).contains("Nothing has been changed");
  }

  private static GuidedRotation rotation(Services window) {
    return new GuidedRotation(
        window.cloud(),
        window.time(),
        Retry.Policy.STANDARD,
        Runnable::run,
        Optional.empty(),
        window.rotations());
  }

  @Test
  void whatTheCommandLineHasBegunTheWindowLeadsOutOf() throws IOException {
    String retired = "https://kv-orders-eastus.vault.azure.net/keys/retired-kek";
    assertThat(azure.run("rotate", "--server", "reporting-pg", "--key", retired)).isEqualTo(1);
    assertThat(azure.run("rotate", "--server", "reporting-pg")).isEqualTo(2);
    Services window = azure.window();
    RotationLedger left =
        RotationLedger.unfinished(window.rotations()).stream()
            .filter(ledger -> ledger.entry().order().server().name().equals("reporting-pg"))
            .findFirst()
            .orElseThrow();
    assertThat(rotation(window).rollBack(left, _ -> {}, new Cancellation()))
        .isInstanceOf(RotationOutcome.Succeeded.class);
    assertThat(azure.run("rotate", "--server", "reporting-pg", "--resume")).isEqualTo(2);
  }

  @Test
  void whatTheWindowHasBegunTheCommandLineGoesOnWith() throws IOException {
    Services window = azure.window();
    Server server = new Targets(window.cloud()).server("billing-pg").orElseThrow();
    rotation(window).begin(RotationOrder.newVersion(server, Set.of(Purpose.PRIMARY)));
    assertThat(azure.run("rotate", "--server", "billing-pg", "--resume"))
        .as(azure.beside())
        .isZero();
    assertThat(RotationLedger.all(window.rotations()))
        .filteredOn(ledger -> ledger.entry().order().server().equals(server.id()))
        .singleElement()
        .matches(ledger -> ledger.entry().phase() == RotationLedger.Phase.SUCCEEDED);
  }

  @Test
  void withoutAnybodyToAskNothingIsBegun() throws IOException {
    int before = azure.requests();
    assertThat(azure.run("create", "--plan", azure.plan(Plans.plain("unasked-pg")))).isEqualTo(2);
    assertThat(azure.beside()).contains("costs money", "--yes");
    assertThat(azure.requests()).isEqualTo(before);
  }

  @Test
  void noMeansThatNothingIsBegun() throws IOException {
    azure.typed = Optional.of("no");
    assertThat(azure.run("create", "--plan", azure.plan(Plans.plain("unwanted-pg")))).isEqualTo(3);
    assertThat(azure.beside())
        .contains("This is real Azure.", "Practice Production (" + PracticeCloud.SUBSCRIPTION + ")")
        .contains("Nothing was begun.");
    assertThat(Ledger.untold(azure.tenant().resolve("deployments")))
        .noneMatch(ledger -> ledger.entry().id().name().equals("unwanted-pg"));
    assertThat(azure.run("check", "--server", "unwanted-pg")).isEqualTo(2);
  }

  @Test
  void yesIsAskedForOnceAndTheServerIsThere() throws IOException {
    azure.typed = Optional.of("yes");
    assertThat(azure.run("create", "--plan", azure.plan(Plans.full("wanted-pg"))))
        .as(azure.beside())
        .isZero();
    assertThat(azure.answer()).contains("created /subscriptions/");
    assertThat(azure.beside()).containsOnlyOnce("This is real Azure.");
    assertThat(azure.runPlain("record", "--cloud", "custom", "--json", "--find", "wanted-pg"))
        .isZero();
    assertThat(json().path("changes").findValuesAsText("act")).contains("Servers.create");
  }

  @Test
  void whoHasSaidYesBeforeIsNotAsked() throws IOException {
    String plan = azure.plan(Plans.plain("agreed-pg"));
    assertThat(azure.run("create", "--plan", plan, "--yes")).as(azure.beside()).isZero();
    assertThat(azure.beside()).doesNotContain("This is real Azure.");
  }

  @Test
  void aSubscriptionThatIsLeftOutGetsNoServer() throws IOException {
    String plan = azure.plan(Plans.plain("astray-pg"));
    assertThat(
            azure.run("create", "--plan", plan, "--yes", "--subscription", "Practice Development"))
        .isEqualTo(2);
    assertThat(azure.beside()).contains("which --subscription leaves out");
  }
}
