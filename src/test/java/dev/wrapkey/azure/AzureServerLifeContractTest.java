package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What can be done with a server as a whole, kept by the SDK and the practice cloud together. */
class AzureServerLifeContractTest extends PracticeContract {

  private static final ResourceId ORDERS = ResourceId.server(SUB, "rg-orders", "orders-pg");

  private Servers servers;

  @Override
  PracticeCloud practice(Path state) throws Exception {
    return PracticeCloud.open(state, time, new SecureRandom());
  }

  @BeforeAll
  void ask() {
    servers = cloud.servers();
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
