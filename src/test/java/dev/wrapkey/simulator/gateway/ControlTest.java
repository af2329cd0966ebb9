package dev.wrapkey.simulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.simulator.Landscapes;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.time.VirtualTime;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code /practice/…}, and the way from a password to a finished server as a program goes it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlTest {

  private static final String ARM = "https://management.azure.com";
  private static final String GROUP =
      ARM + "/subscriptions/" + PracticeCloud.SUBSCRIPTION + "/resourcegroups/rg-control";
  private static final String SERVER =
      GROUP + "/providers/Microsoft.DBforPostgreSQL/flexibleServers/control-pg";
  private static final String VERSION = "?api-version=2022-12-01";

  private final VirtualTime time = VirtualTime.standingAt(Instant.parse("2026-03-01T12:00:00Z"));
  private Path folder;
  private PracticeCloud cloud;
  private Opened gateway;

  @BeforeAll
  void open(@TempDir Path temporary) throws Exception {
    folder = temporary;
    cloud = Landscapes.open(folder.resolve("cloud"), time);
    gateway = Opened.over(cloud, time, folder, Speed.STANDING);
  }

  @AfterAll
  void close() {
    gateway.close();
    cloud.close();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (HttpClient client = gateway.client().build()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
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

  private HttpResponse<String> control(String method, String path, String body) throws Exception {
    return control(method, path, body, gateway.token());
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }

  private HttpResponse<String> azure(String method, String url, String body) throws Exception {
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=%s/.default"
            .formatted(PracticeCloud.CLIENT, cloud.clientSecret(), ARM);
    String login = "https://login.microsoftonline.com/" + PracticeCloud.TENANT;
    HttpResponse<String> signedIn =
        send(
            HttpRequest.newBuilder(URI.create(login + "/oauth2/v2.0/token"))
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer " + json(signedIn).path("access_token").asText())
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> createServer() throws Exception {
    azure("PUT", GROUP + "?api-version=2021-04-01", "{\"location\":\"eastus\"}");
    return azure(
        "PUT",
        SERVER + VERSION,
        """
        {"location":"eastus","sku":{"name":"Standard_D2s_v3","tier":"GeneralPurpose"},
         "properties":{"version":"13","administratorLogin":"keeper",
          "administratorLoginPassword":"Canary-4711-x","storage":{"storageSizeGB":128}}}
        """);
  }

  private void standStill() throws Exception {
    gateway.close();
    gateway = Opened.over(cloud, time, folder, Speed.STANDING);
  }

  private String state() throws Exception {
    return json(azure("GET", SERVER + VERSION, "")).path("properties").path("state").asText();
  }

  @Test
  void theClockIsTheCloudsAndObeysOrders() throws Exception {
    control("POST", "reset", "");
    assertThat(createServer().statusCode()).isEqualTo(202);
    assertThat(state()).isEqualTo("Provisioning");
    Instant before = Instant.parse(json(control("GET", "clock", "")).path("now").asText());
    JsonNode after = json(control("POST", "clock", "{\"advance\":\"PT60M\"}"));
    assertThat(Duration.between(before, Instant.parse(after.path("now").asText())))
        .isEqualTo(Duration.ofMinutes(60));
    assertThat(state()).isEqualTo("Ready");
  }

  @Test
  void atInstantTimeWhatWasBegunIsOverAtTheFirstQuestion() throws Exception {
    control("POST", "reset", "");
    control("POST", "clock", "{\"speed\":\"instant\"}");
    try {
      HttpResponse<String> accepted = createServer();
      assertThat(accepted.headers().firstValue("Retry-After")).contains("1");
      String operation = accepted.headers().firstValue("Azure-AsyncOperation").orElseThrow();
      assertThat(json(azure("GET", operation, "")).path("status").asText()).isEqualTo("Succeeded");
      assertThat(state()).isEqualTo("Ready");
    } finally {
      standStill();
    }
  }

  @Test
  void clientsAreToldToWaitOnTheirOwnWatch() throws Exception {
    control("POST", "reset", "");
    assertThat(json(control("POST", "clock", "{\"speed\":\"60x\"}")).path("speed").asText())
        .isEqualTo("60x");
    try {
      assertThat(createServer().headers().firstValue("Retry-After")).contains("1");
    } finally {
      standStill();
    }
  }

  @Test
  void resettingBringsTheStarterLandscapeBackAndKeepsTheClientsSecret() throws Exception {
    createServer();
    String secret = cloud.clientSecret();
    assertThat(control("POST", "reset", "").statusCode()).isEqualTo(200);
    assertThat(azure("GET", SERVER + VERSION, "").statusCode()).isEqualTo(404);
    String servers =
        ARM
            + "/subscriptions/"
            + PracticeCloud.SUBSCRIPTION
            + "/providers/Microsoft.DBforPostgreSQL/flexibleServers";
    assertThat(json(azure("GET", servers + VERSION, "")).findValuesAsText("name"))
        .contains("orders-pg");
    assertThat(cloud.clientSecret()).isEqualTo(secret);
  }

  @Test
  void eventsTellWhatWasAskedWithoutQueries() throws Exception {
    azure("GET", ARM + "/subscriptions?api-version=2020-01-01&x=canary", "");
    JsonNode events = json(control("GET", "events", "")).path("value");
    JsonNode last = events.get(events.size() - 1);
    assertThat(last.path("path").asText()).isEqualTo("/subscriptions");
    assertThat(last.path("status").asInt()).isEqualTo(200);
    long number = last.path("number").asLong();
    assertThat(json(control("GET", "events?after=" + number, "")).path("value")).isEmpty();
    assertThat(events.toString()).doesNotContain("canary", cloud.clientSecret());
  }

  @Test
  void nothingIsSaidWithoutTheToken() throws Exception {
    for (String path : new String[] {"clock", "events", "reset"}) {
      assertThat(control("GET", path, "", "wrong").statusCode()).isEqualTo(401);
      assertThat(control("POST", path, "", "").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void nonsenseIsRefused() throws Exception {
    for (String body :
        new String[] {
          "",
          "{",
          "[]",
          "{}",
          "{\"advance\":\"-PT1M\"}",
          "{\"advance\":\"P9999D\"}",
          "{\"speed\":\"fast\"}",
          "{\"speed\":\"0x\"}",
          "{\"advance\":5}"
        }) {
      assertThat(control("POST", "clock", body).statusCode()).as(body).isEqualTo(400);
    }
    assertThat(control("GET", "nothing", "").statusCode()).isEqualTo(404);
    assertThat(control("GET", "clock", "x".repeat(100_000)).statusCode()).isEqualTo(413);
  }

  @Test
  void whatClientsNeedLiesInAFileForItsOwnerOnly() throws Exception {
    Path file = folder.resolve("practice.env");
    assertThat(Files.readString(file))
        .contains(
            "AZURE_TENANT_ID=" + PracticeCloud.TENANT,
            "AZURE_CLIENT_ID=" + PracticeCloud.CLIENT,
            "AZURE_CLIENT_SECRET=" + cloud.clientSecret(),
            "AZURE_SUBSCRIPTION_ID=" + PracticeCloud.SUBSCRIPTION,
            "PRACTICE_TOKEN=" + gateway.token());
    Assumptions.assumeTrue(Files.getFileAttributeView(file, PosixFileAttributeView.class) != null);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void theAuthorityOutlivesTheGateway() throws Exception {
    String before = Files.readString(folder.resolve("ca.pem"));
    standStill();
    assertThat(Files.readString(folder.resolve("ca.pem"))).isEqualTo(before);
  }

  @Test
  void theOutsideAddressIsOneOfThoseSetAsideForDocuments() throws Exception {
    assertThat(send(HttpRequest.newBuilder(URI.create("https://api.ipify.org"))).body())
        .startsWith("203.0.113.");
  }

  @Test
  void theRulesOfLostKeysAreToldAndChosen() throws Exception {
    assertThat(json(control("GET", "profile", "")).path("profile").asText()).isEqualTo("current");
    JsonNode chosen = json(control("PUT", "profile", "{\"profile\":\"2023\"}"));
    assertThat(chosen.path("noticedWithin").asText()).isEqualTo("PT10M");
    assertThat(chosen.path("comesBackByItself").asBoolean()).isFalse();
    assertThat(control("PUT", "profile", "{\"profile\":\"1999\"}").statusCode()).isEqualTo(400);
    assertThat(control("PUT", "profile", "[").statusCode()).isEqualTo(400);
    control("POST", "reset", "");
    assertThat(json(control("GET", "profile", "")).path("profile").asText()).isEqualTo("current");
  }

  @Test
  void aConnectionReadsWhatTheServerHolds() throws Exception {
    JsonNode made = json(control("POST", "connections", "{\"server\":\"orders-pg\"}"));
    assertThat(made.path("connected").asBoolean()).isTrue();
    assertThat(made.path("pages").asInt()).isEqualTo(64);
    assertThat(made.path("rows").asInt()).isGreaterThan(64 * 50);
    JsonNode denied = json(control("POST", "connections", "{\"server\":\"payroll-pg\"}"));
    assertThat(denied.path("connected").asBoolean()).isFalse();
    assertThat(denied.path("sqlState").asText()).isEqualTo("57P03");
    assertThat(denied.has("pages")).isFalse();
    for (String body : new String[] {"", "{}", "[]", "{\"server\":5,\"from\":\"1.2.3.999\"}"}) {
      assertThat(control("POST", "connections", body).statusCode()).as(body).isEqualTo(400);
    }
    assertThat(control("GET", "connections", "").statusCode()).isEqualTo(404);
  }

  @Test
  void aLoadFillsAServerAndIsRefusedWhereNoneCanBeWritten() throws Exception {
    JsonNode done = json(control("POST", "load", "{\"server\":\"orders-pg\",\"mebibytes\":2}"));
    assertThat(done.path("complete").asBoolean()).isTrue();
    assertThat(done.path("pages").asInt()).isGreaterThanOrEqualTo(2 * 128);
    JsonNode made = json(control("POST", "connections", "{\"server\":\"orders-pg\"}"));
    assertThat(made.path("pages").asInt()).isEqualTo(64 + done.path("pages").asInt());
    assertThat(control("POST", "load", "{\"server\":\"payroll-pg\"}").statusCode()).isEqualTo(409);
    assertThat(control("POST", "load", "{\"server\":\"payroll-pg\"}").body())
        .contains("payroll-pg is inaccessible");
    assertThat(control("POST", "load", "{\"server\":\"nobody\"}").body())
        .contains("There is no server nobody.");
    for (String body : new String[] {"", "{}", "{\"server\":\"orders-pg\",\"mebibytes\":1025}"}) {
      assertThat(control("POST", "load", body).statusCode()).as(body).isEqualTo(400);
    }
  }
}
