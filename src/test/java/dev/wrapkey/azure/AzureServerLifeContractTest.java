package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.core.http.HttpClient;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.ServerLifecycle;
import dev.wrapkey.provisioning.ServerLifecycle.Act;
import dev.wrapkey.provisioning.Servers;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.time.VirtualTime;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What can be done with a server as a whole, kept by the SDK and the practice cloud together. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AzureServerLifeContractTest {

  private static final String SUB = "facade00-0000-4000-a000-0000000000a1";
  private static final ResourceId ORDERS = ResourceId.server(SUB, "rg-orders", "orders-pg");

  private final VirtualTime time = VirtualTime.standingAt(Instant.parse("2026-03-01T12:00:00Z"));
  private PracticeCloud practice;
  private AzureCloud cloud;
  private Servers servers;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    practice = PracticeCloud.open(folder.resolve("practice"), time, new SecureRandom());
    cloud =
        new AzureCloud(
            AzureConnection.servicePrincipal(
                transport(practice, time, folder),
                PracticeCloud.TENANT,
                PracticeCloud.CLIENT,
                practice.clientSecret()));
    servers = cloud.servers();
  }

  /** What carries the requests: here nothing but a call in this process. */
  HttpClient transport(PracticeCloud practice, VirtualTime time, Path folder) throws Exception {
    return practice.httpClient();
  }

  @AfterAll
  void close() throws Exception {
    practice.close();
  }

  private void act(ResourceId server, Act act) {
    new ServerLifecycle(cloud, time, Retry.Policy.STANDARD)
        .run(server, act, event -> {}, new Cancellation());
  }

  @Test
  void aServerIsStoppedStartedAndRestarted() {
    Instant before = time.now();
    act(ORDERS, Act.STOP);
    assertThat(servers.get(ORDERS).state()).isEqualTo("Stopped");
    assertThat(time.now()).as("it waits for the service").isAfter(before);
    act(ORDERS, Act.START);
    assertThat(servers.get(ORDERS).state()).isEqualTo("Ready");
    act(ORDERS, Act.RESTART);
    assertThat(servers.get(ORDERS).state()).isEqualTo("Ready");
  }

  @Test
  void whatDoesNotFitTheStateFails() {
    CloudFailure failure = catchThrowableOfType(CloudFailure.class, () -> act(ORDERS, Act.START));
    assertThat(failure).isNotNull();
    assertThat(servers.get(ORDERS).state()).isEqualTo("Ready");
  }

  @Test
  void aServerTellsItsFirewallRulesByName() throws Exception {
    for (String name : new String[] {"office", "Home"}) {
      var operation =
          servers.addFirewallRule(
              ORDERS, new Plan.FirewallRule(name, "203.0.113.7", "203.0.113.9"));
      while (!operation.poll()) {
        time.pause(operation.retryAfter());
      }
    }
    assertThat(servers.firewallRules(ORDERS))
        .contains(new Plan.FirewallRule("office", "203.0.113.7", "203.0.113.9"))
        .extracting(Plan.FirewallRule::name)
        .containsSubsequence("Home", "office");
  }

  @Test
  void theDescriptionIsTheServicesOwn() throws Exception {
    var json = new ObjectMapper().readTree(servers.json(ORDERS));
    assertThat(json.path("id").asText()).isEqualToIgnoringCase(ORDERS.toString());
    assertThat(json.path("properties").path("dataEncryption").path("type").asText())
        .isEqualTo("AzureKeyVault");
    assertThat(servers.json(ORDERS)).contains("\n  ");
    ResourceId nobody = ResourceId.server(SUB, "rg-orders", "nobody-pg");
    CloudFailure failure = catchThrowableOfType(CloudFailure.class, () -> servers.json(nobody));
    assertThat(failure.kind()).isEqualTo(CloudFailure.Kind.NOT_FOUND);
  }

  @Test
  void anAdministratorFromEntraIsNamedAndNamedAgain() throws Exception {
    Plan.Administrator me = cloud.directory().signedIn();
    assertThat(me.objectId()).matches("[0-9a-f-]{36}");
    assertThat(me.type()).isEqualTo("ServicePrincipal");
    assertThat(me.name()).isNotEmpty();
    for (int i = 0; i < 2; i++) {
      var operation = servers.addAdministrator(ORDERS, me);
      while (!operation.poll()) {
        time.pause(operation.retryAfter());
      }
    }
  }

  @Test
  void aDeletedServerIsGone() {
    ResourceId playground =
        servers.list(SUB).stream()
            .filter(s -> !s.encryption().isCustomerManaged())
            .findFirst()
            .orElseThrow()
            .id();
    act(playground, Act.DELETE);
    CloudFailure failure = catchThrowableOfType(CloudFailure.class, () -> servers.get(playground));
    assertThat(failure.kind()).isEqualTo(CloudFailure.Kind.NOT_FOUND);
  }
}
