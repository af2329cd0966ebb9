package dev.wrapkey.simulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.simulator.Landscapes;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.fault.Fault;
import dev.wrapkey.time.VirtualTime;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults and the clock's jumps, as somebody with the token orders them and a client meets them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultControlTest {

  private static final String SUBSCRIPTIONS =
      "https://management.azure.com/subscriptions?api-version=2022-12-01";
  private static final String VAULTS =
      "https://management.azure.com/subscriptions/"
          + PracticeCloud.SUBSCRIPTION
          + "/providers/Microsoft.KeyVault/vaults?api-version=2023-07-01";
  private static final String KEY =
      "https://kv-orders-eastus.vault.azure.net/keys/orders-kek?api-version=7.4";

  private final ObjectMapper mapper = new ObjectMapper();
  private final VirtualTime time = VirtualTime.standingAt(Instant.parse("2026-03-01T12:00:00Z"));
  private PracticeCloud cloud;
  private Opened gateway;
  private Path folder;
  private Map<String, String> tokens;

  @BeforeAll
  void open(@TempDir Path temporary) throws Exception {
    folder = temporary;
    cloud = Landscapes.open(folder.resolve("cloud"), time);
    gateway = Opened.over(cloud, time, folder, Speed.STANDING);
    tokens =
        Map.of(
            "management.azure.com", token("https://management.azure.com"),
            "kv-orders-eastus.vault.azure.net", token("https://vault.azure.net"));
  }

  @AfterAll
  void close() {
    gateway.close();
    cloud.close();
  }

  @AfterEach
  void switchOff() {
    for (Fault fault : Fault.values()) {
      cloud.faults().switchOff(fault);
    }
  }

  private String token(String resource) throws Exception {
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=%s/.default"
            .formatted(PracticeCloud.CLIENT, cloud.clientSecret(), resource);
    String url = "https://login.microsoftonline.com/" + PracticeCloud.TENANT + "/oauth2/v2.0/token";
    try (HttpClient client = gateway.client().build()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(url))
                  .POST(HttpRequest.BodyPublishers.ofString(form))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      return mapper.readTree(answer.body()).path("access_token").asText();
    }
  }

  private HttpResponse<String> azure(String method, String url, String body) throws Exception {
    URI uri = URI.create(url);
    try (HttpClient client = gateway.client().build()) {
      return client.send(
          HttpRequest.newBuilder(uri)
              .header("Authorization", "Bearer " + tokens.get(uri.getHost()))
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private HttpResponse<String> get(String url) throws Exception {
    return azure("GET", url, "");
  }

  private HttpResponse<String> control(String method, String path, String body) throws Exception {
    return control(method, path, body, gateway.token());
  }

  private HttpResponse<String> control(String method, String path, String body, String token)
      throws Exception {
    try (HttpClient direct = HttpClient.newHttpClient()) {
      return direct.send(
          HttpRequest.newBuilder(gateway.control(path))
              .header("Authorization", "Bearer " + token)
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private JsonNode json(HttpResponse<String> answer) throws Exception {
    return mapper.readTree(answer.body());
  }

  private JsonNode switchOn(String name, String order) throws Exception {
    HttpResponse<String> answer = control("PUT", "faults/" + name, order);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer);
  }

  private String outcome(String name) throws Exception {
    HttpResponse<String> answer = control("DELETE", "faults/" + name, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer).path("outcome").asText();
  }

  @Test
  void whatIsOnIsListedWithHowOftenItHasStruck() throws Exception {
    switchOn("throttling", "{\"times\":2}");
    get(SUBSCRIPTIONS);
    JsonNode list = json(control("GET", "faults", ""));
    assertThat(list.path("seed").isIntegralNumber()).isTrue();
    assertThat(list.path("known")).hasSize(12);
    assertThat(list.path("value")).hasSize(1);
    JsonNode on = list.path("value").get(0);
    assertThat(on.path("name").asText()).isEqualTo("throttling");
    assertThat(on.path("struck").asInt()).isEqualTo(1);
    assertThat(on.path("spent").asBoolean()).isFalse();
    get(SUBSCRIPTIONS);
    assertThat(json(control("GET", "faults", "")).path("value").get(0).path("spent").asBoolean())
        .isTrue();
    assertThat(get(SUBSCRIPTIONS).statusCode()).isEqualTo(200);
  }

  @Test
  void aThrottledClientIsToldWhenToComeBackAndWhy() throws Exception {
    switchOn("throttling", "{\"seconds\":42}");
    HttpResponse<String> refused = get(VAULTS);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("42");
    assertThat(json(refused).path("error").path("code").asText())
        .isEqualTo("SubscriptionRequestsThrottled");
    assertThat(json(refused).path("error").path("message").asText())
        .isEqualTo(
            "Number of requests for subscription '"
                + PracticeCloud.SUBSCRIPTION
                + "' and operation 'GET/SUBSCRIPTIONS/PROVIDERS/MICROSOFT.KEYVAULT/VAULTS' exceeded"
                + " the backend storage limit. Please try again after '42' seconds.");
    assertThat(json(get(KEY)).path("error").path("code").asText()).isEqualTo("Throttled");
  }

  @Test
  void rightsThatHaveNotArrivedAreRefusedInTheWordsOfEachService() throws Exception {
    switchOn("not-propagated", "{\"times\":2}");
    assertThat(json(get(VAULTS)).path("error").path("code").asText())
        .isEqualTo("AuthorizationFailed");
    HttpResponse<String> key = get(KEY);
    assertThat(key.statusCode()).isEqualTo(403);
    assertThat(json(key).path("error").path("innererror").path("code").asText())
        .isEqualTo("ForbiddenByRbac");
    assertThat(get(KEY).statusCode()).isEqualTo(200);
  }

  @Test
  void aLostAnswerIsNoAnswerButTheWorkIsDone() throws Exception {
    String group =
        "https://management.azure.com/subscriptions/"
            + PracticeCloud.SUBSCRIPTION
            + "/resourcegroups/rg-lost?api-version=2021-04-01";
    switchOn("lost-answer", "{}");
    assertThatThrownBy(() -> azure("PUT", group, "{\"location\":\"eastus\"}"))
        .isInstanceOf(IOException.class);
    assertThat(get(group).statusCode()).isEqualTo(200);
    assertThat(control("GET", "events", "").body()).contains("\"fault\":\"lost-answer\"");
  }

  @Test
  void aTruncatedAnswerPromisesMoreThanItBrings() throws Exception {
    int whole = get(SUBSCRIPTIONS).body().length();
    switchOn("truncated", "{}");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(SUBSCRIPTIONS))
            .header("Authorization", "Bearer " + tokens.get("management.azure.com"))
            .build();
    try (HttpClient client = gateway.client().build()) {
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(whole);
      assertThat(answer.body().readNBytes(whole / 2)).startsWith('{');
      assertThatThrownBy(answer.body()::read).isInstanceOf(IOException.class);
    }
    assertThat(get(SUBSCRIPTIONS).body()).hasSize(whole);
  }

  @Test
  void aDisabledKeyIsDisabledForEveryoneUntilTheFaultIsSwitchedOff() throws Exception {
    switchOn("key-disabled", "{\"after\":1}");
    assertThat(json(get(KEY)).path("attributes").path("enabled").asBoolean()).isTrue();
    assertThat(json(get(KEY)).path("attributes").path("enabled").asBoolean()).isFalse();
    assertThat(outcome("key-disabled")).contains("enabled again");
    assertThat(json(get(KEY)).path("attributes").path("enabled").asBoolean()).isTrue();
  }

  @Test
  void aSecondOrderDoesNotMakeTheFirstOneForgotten() throws Exception {
    switchOn("vault-firewall", "{\"after\":1}");
    assertThat(get(KEY).statusCode()).isEqualTo(200);
    assertThat(get(KEY).statusCode()).isEqualTo(403);
    assertThat(control("PUT", "faults/vault-firewall", "{}").statusCode()).isEqualTo(409);
    outcome("vault-firewall");
    assertThat(get(KEY).statusCode()).isEqualTo(200);
  }

  @Test
  void aDeletedKeyComesBackWithAllItsVersions() throws Exception {
    String versions = KEY.replace("?", "/versions?");
    JsonNode before = json(get(versions)).path("value");
    switchOn("key-deleted", "{}");
    assertThat(get(KEY).statusCode()).isEqualTo(404);
    assertThat(outcome("key-deleted")).contains("recovered");
    assertThat(json(get(versions)).path("value")).isEqualTo(before);
  }

  @Test
  void aClosedFirewallRefusesUntilItIsOpenedAgain() throws Exception {
    JsonNode on = switchOn("vault-firewall", "{\"target\":\"kv-orders-eastus\"}");
    assertThat(on.path("target").asText()).endsWith("/vaults/kv-orders-eastus");
    assertThat(json(get(KEY)).path("error").path("innererror").path("code").asText())
        .isEqualTo("ForbiddenByFirewall");
    assertThat(control("PUT", "faults/vault-firewall", "{}").statusCode()).isEqualTo(409);
    assertThat(outcome("vault-firewall")).contains("as it was");
    assertThat(get(KEY).statusCode()).isEqualTo(200);
  }

  @Test
  void whatWasChangedInTheWorldOutlivesTheProgramAndCanStillBeTakenBack() throws Exception {
    switchOn("key-disabled", "{}");
    switchOn("throttling", "{}");
    gateway.close();
    cloud.close();
    cloud = Landscapes.open(folder.resolve("cloud"), time);
    gateway = Opened.over(cloud, time, folder, Speed.STANDING);
    tokens =
        Map.of(
            "management.azure.com", token("https://management.azure.com"),
            "kv-orders-eastus.vault.azure.net", token("https://vault.azure.net"));
    assertThat(json(control("GET", "faults", "")).path("value").findValuesAsText("name"))
        .containsExactly("key-disabled");
    assertThat(json(get(KEY)).path("attributes").path("enabled").asBoolean()).isFalse();
    assertThat(outcome("key-disabled")).contains("enabled again");
    assertThat(json(get(KEY)).path("attributes").path("enabled").asBoolean()).isTrue();
  }

  @Test
  void aSlowAnswerComesInTheCloudsTimeAndHoldsNobodyUp() throws Exception {
    switchOn("slow", "{\"operation\":\"listing-vaults\",\"seconds\":3600,\"times\":1}");
    Instant before = time.now();
    assertThat(get(VAULTS).statusCode()).isEqualTo(200);
    assertThat(Duration.between(before, time.now())).isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "probability:2",
        "probability:\"often\"",
        "every:0",
        "every:1.5",
        "times:-1",
        "after:-1",
        "after:99999999999",
        "seconds:4000",
        "method:5",
        "operation:\"dancing\"",
        "target:\"x\"",
        "colour:\"red\"",
        "host:[]",
        "path:null"
      })
  void nonsenseIsRefusedNamingTheField(String field) throws Exception {
    String name = field.substring(0, field.indexOf(':'));
    String body = "{\"" + name + "\"" + field.substring(name.length()) + "}";
    HttpResponse<String> answer = control("PUT", "faults/throttling", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(json(answer).path("error").path("message").asText()).startsWith(name + " is ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "key-disabled   | {'target':'https://kv-orders-eastus.vault.azure.net/keys/absent'}",
        "vault-firewall | {'target':'kv-absent'}",
        "key-deleted    | {'probability':0.5}",
        "busy           | {'seconds':5}",
        "slow           | {'every':2,'probability':0.5}",
        "slow           | [1]",
        "slow           | {",
        "slow           | ''"
      })
  void anOrderThatCannotBeCarriedOutIsRefused(String name, String order) throws Exception {
    HttpResponse<String> answer =
        control("PUT", "faults/" + name, order.replace('\'', '"').replace("\"\"", ""));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    json(answer);
    assertThat(cloud.faults().on()).isEmpty();
  }

  @Test
  void unknownFaultsAreNotFoundWithTheNamesOfAll() throws Exception {
    HttpResponse<String> answer = control("PUT", "faults/gremlins", "{}");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("throttling", "permission-revoked");
    assertThat(control("DELETE", "faults/slow", "").statusCode()).isEqualTo(404);
    assertThat(control("PATCH", "faults/slow", "{}").statusCode()).isEqualTo(405);
  }

  @Test
  void faultsObeyOnlyThoseWithTheToken() throws Exception {
    for (String method : new String[] {"GET", "PUT", "DELETE"}) {
      assertThat(control(method, "faults/slow", "{}", "wrong").statusCode()).isEqualTo(401);
      assertThat(control(method, "faults", "{}", "wrong").statusCode()).isEqualTo(401);
    }
    assertThat(cloud.faults().on()).isEmpty();
  }

  @Test
  void theClockJumpsToTheNextEventAndNamesIt() throws Exception {
    JsonNode announced = json(control("GET", "clock", "")).path("next");
    JsonNode jumped = json(control("POST", "clock", "{\"until\":\"next\"}"));
    assertThat(jumped.path("event")).isEqualTo(announced);
    assertThat(jumped.path("now").asText()).isEqualTo(announced.path("at").asText());
    assertThat(time.now()).isEqualTo(Instant.parse(announced.path("at").asText()));
    assertThat(Instant.parse(json(control("GET", "clock", "")).path("next").path("at").asText()))
        .isAfter(time.now());
  }

  @Test
  void theClockJumpsToAMomentButNotBack() throws Exception {
    Instant moment = time.now().plus(Duration.ofDays(3));
    JsonNode clock = json(control("POST", "clock", "{\"until\":\"" + moment + "\"}"));
    assertThat(Instant.parse(clock.path("now").asText())).isEqualTo(moment);
    for (String until :
        new String[] {
          moment.minusSeconds(1).toString(), "soon", "+1000000000-12-31T23:59:59Z", ""
        }) {
      assertThat(control("POST", "clock", "{\"until\":\"" + until + "\"}").statusCode())
          .as(until)
          .isEqualTo(400);
    }
    assertThat(time.now()).isEqualTo(moment);
  }
}
