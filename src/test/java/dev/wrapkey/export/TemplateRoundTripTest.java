package dev.wrapkey.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.catalog.Catalog;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.Copying;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Ledger;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Outcome;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Provisioning;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Retry;
import dev.wrapkey.provisioning.Server;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.ui.Practice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The template, deployed, makes the server that the program makes. */
class TemplateRoundTripTest {

  private static final String ARM = "https://management.azure.com";
  private static final String VERSION = "?api-version=2024-08-01";
  private static final ObjectMapper JSON = new ObjectMapper();

  @RegisterExtension static final Practice PRACTICE = new Practice();
  @TempDir Path ledgers;

  private static KeyIdentifier key(String store, String name) {
    return PRACTICE.newest(store, name);
  }

  @Test
  void withAServiceManagedKey() throws IOException {
    sameServer(Plans.plain("plain-a"), Plans.plain("plain-b"));
  }

  @Test
  void withAVersionedKey() throws IOException {
    DataEncryption encryption =
        DataEncryption.customerManaged(
            key("kv-orders-eastus", "orders-kek"), Plans.identity("id-orders-eastus"));
    sameServer(
        Plans.plain("versioned-a").withEncryption(encryption),
        Plans.plain("versioned-b").withEncryption(encryption));
  }

  @Test
  void withAKeyThatFollowsTheNewestVersion() throws IOException {
    DataEncryption encryption =
        DataEncryption.customerManaged(
            key("kv-orders-eastus", "orders-kek").versionless(),
            Plans.identity("id-orders-eastus"));
    JsonNode server =
        sameServer(
            Plans.plain("versionless-a").withEncryption(encryption),
            Plans.plain("versionless-b").withEncryption(encryption));
    assertThat(server.at("/properties/dataEncryption/primaryKeyURI").asText())
        .endsWith("/keys/orders-kek");
  }

  @Test
  void withASecondKeyForGeoRedundantBackup() throws IOException {
    DataEncryption encryption =
        DataEncryption.customerManaged(
                key("kv-orders-eastus", "orders-kek"), Plans.identity("id-orders-eastus"))
            .withGeo(
                Optional.of(
                    new GeoEncryption(
                        key("kv-orders-westus", "orders-west-kek"),
                        Plans.identity("id-orders-westus"),
                        Optional.empty())));
    JsonNode server =
        sameServer(
            Plans.full("geo-a").withEncryption(encryption),
            Plans.full("geo-b").withEncryption(encryption));
    assertThat(server.at("/identity/userAssignedIdentities").size()).isEqualTo(2);
  }

  @Test
  void withStandbyGrowthTagsAndFirewall() throws IOException {
    JsonNode server = sameServer(Plans.full("full-a"), Plans.full("full-b"));
    assertThat(server.at("/tags/cost centre").asText()).isEqualTo("47 11");
    assertThat(server.at("/properties/storage/tier").asText()).isEqualTo("P30");
    String rules = "/firewallRules" + VERSION;
    assertThat(rules(get(Plans.full("full-b").serverId() + rules)))
        .hasSize(3)
        .isEqualTo(rules(get(Plans.full("full-a").serverId() + rules)));
  }

  @Test
  void RST_1_withARestoreThatChangesTheMode() throws IOException {
    DataEncryption encryption =
        DataEncryption.customerManaged(
            key("kv-orders-eastus", "orders-kek"), Plans.identity("id-orders-eastus"));
    JsonNode server =
        sameServer(
            copy(Origin.Mode.POINT_IN_TIME, "ledger-pg", "back-a").withEncryption(encryption),
            copy(Origin.Mode.POINT_IN_TIME, "ledger-pg", "back-b").withEncryption(encryption));
    assertThat(server.at("/properties/dataEncryption/type").asText()).isEqualTo("AzureKeyVault");
    assertThat(server.at("/properties/administratorLogin").asText()).isEqualTo("ledgeradmin");
  }

  @Test
  void withAReadReplica() throws IOException {
    JsonNode server =
        sameServer(
            copy(Origin.Mode.REPLICA, "orders-pg", "replica-a"),
            copy(Origin.Mode.REPLICA, "orders-pg", "replica-b"));
    assertThat(server.at("/properties/replicationRole").asText()).isEqualTo("AsyncReplica");
  }

  private static Plan copy(Origin.Mode mode, String source, String name) {
    Server from = PRACTICE.server(source);
    Origin newest = Origin.latest(from, mode);
    Plan plan =
        Copying.of(
            from,
            PRACTICE.subscription(Practice.PRODUCTION),
            Catalog.compute(from.summary().sku()),
            mode == Origin.Mode.REPLICA ? newest : newest.at(Practice.START.minusSeconds(3600)),
            from.region());
    return plan.withBasics(plan.basics().named(name));
  }

  private static List<String> rules(JsonNode list) {
    return StreamSupport.stream(list.path("value").spliterator(), false)
        .map(r -> r.path("name").asText() + r.path("properties"))
        .sorted()
        .toList();
  }

  /**
   * Makes one with the program and one with the template; answers with what they have in common.
   */
  private JsonNode sameServer(Plan ours, Plan theirs) throws IOException {
    Ledger ledger = Ledger.begin(ledgers, ours.basics().name(), ours.serverId(), Practice.START);
    Outcome outcome =
        new Provisioning(PRACTICE.cloud(), PRACTICE.time(), Retry.Policy.STANDARD)
            .run(ours, ledger, e -> {}, new Cancellation());
    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    deploy(theirs);
    JsonNode made = comparable(ours.serverId());
    assertThat(comparable(theirs.serverId())).isEqualTo(made);
    return made;
  }

  private static void deploy(Plan plan) throws IOException {
    List<Exported> files = Export.of(plan, Format.ARM);
    ObjectNode body = JSON.createObjectNode();
    ObjectNode properties = body.putObject("properties").put("mode", "Incremental");
    properties.set("template", JSON.readTree(files.get(0).text()));
    ObjectNode parameters = (ObjectNode) JSON.readTree(files.get(1).text()).path("parameters");
    if (plan.takesPassword()) {
      parameters.putObject("administratorLoginPassword").put("value", Plans.CANARY);
    }
    properties.set("parameters", parameters);
    String deployment =
        "/subscriptions/%s/resourceGroups/rg-orders/providers/Microsoft.Resources/deployments/%s?api-version=2021-04-01"
            .formatted(Plans.SUB, plan.basics().name());
    send(HttpMethod.PUT, deployment, body.toString());
    String state = "";
    for (int i = 0; i < 200 && !state.matches("Succeeded|Failed"); i++) {
      PRACTICE.time().jump(Duration.ofSeconds(10));
      state = get(deployment).at("/properties/provisioningState").asText();
    }
    assertThat(state).as(get(deployment).toPrettyString()).isEqualTo("Succeeded");
  }

  /** A server without what must differ: its names and its times. */
  private static JsonNode comparable(ResourceId id) throws IOException {
    ObjectNode server = (ObjectNode) get(id + VERSION);
    server.remove(List.of("id", "name", "systemData"));
    ObjectNode properties = (ObjectNode) server.path("properties");
    properties.remove("fullyQualifiedDomainName");
    ((ObjectNode) properties.path("backup")).remove("earliestRestoreDate");
    return server;
  }

  private static JsonNode get(String path) throws IOException {
    return send(HttpMethod.GET, path, "");
  }

  private static JsonNode send(HttpMethod method, String path, String body) throws IOException {
    HttpRequest request = new HttpRequest(method, ARM + path);
    request.setHeader(HttpHeaderName.AUTHORIZATION, "Bearer " + token());
    request.setHeader(HttpHeaderName.CONTENT_TYPE, "application/json");
    if (!body.isEmpty()) {
      request.setBody(body);
    }
    return answer(request);
  }

  private static String token() throws IOException {
    String form =
        "client_id=%s&grant_type=client_credentials&client_secret=%s&scope=%s"
            .formatted(
                PracticeCloud.CLIENT,
                PRACTICE.itself().clientSecret(),
                "https%3A%2F%2Fmanagement.azure.com%2F%2F.default");
    String url = "https://login.microsoftonline.com/" + PracticeCloud.TENANT + "/oauth2/v2.0/token";
    return answer(new HttpRequest(HttpMethod.POST, url).setBody(form))
        .path("access_token")
        .asText();
  }

  private static JsonNode answer(HttpRequest request) throws IOException {
    try (HttpResponse response = PRACTICE.itself().httpClient().sendSync(request, Context.NONE)) {
      byte[] bytes = response.getBodyAsByteArray().block();
      String text = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
      assertThat(response.getStatusCode()).as(text).isLessThan(300);
      return JSON.readTree(text);
    }
  }
}
