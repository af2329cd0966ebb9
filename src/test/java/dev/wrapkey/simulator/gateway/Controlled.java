package dev.wrapkey.simulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.simulator.Landscapes;
import dev.wrapkey.simulator.PracticeCloud;
import dev.wrapkey.simulator.fault.Fault;
import dev.wrapkey.time.VirtualTime;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A gateway whose clock stands, for tests that work it by its control interface. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Controlled {

  static final String SUBSCRIPTIONS =
      "https://management.azure.com/subscriptions?api-version=2022-12-01";
  static final String VAULTS =
      "https://management.azure.com/subscriptions/"
          + PracticeCloud.SUBSCRIPTION
          + "/providers/Microsoft.KeyVault/vaults?api-version=2023-07-01";
  static final String KEY =
      "https://kv-orders-eastus.vault.azure.net/keys/orders-kek?api-version=7.4";

  private final ObjectMapper mapper = new ObjectMapper();
  final VirtualTime time = VirtualTime.standingAt(Instant.parse("2026-03-01T12:00:00Z"));
  PracticeCloud cloud;
  Opened gateway;
  Path folder;
  Map<String, String> tokens;

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

  String token(String resource) throws Exception {
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

  HttpResponse<String> azure(String method, String url, String body) throws Exception {
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

  HttpResponse<String> get(String url) throws Exception {
    return azure("GET", url, "");
  }

  HttpResponse<String> control(String method, String path, String body) throws Exception {
    return control(method, path, body, gateway.token());
  }

  HttpResponse<String> control(String method, String path, String body, String token)
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

  JsonNode json(HttpResponse<String> answer) throws Exception {
    return mapper.readTree(answer.body());
  }

  JsonNode switchOn(String name, String order) throws Exception {
    HttpResponse<String> answer = control("PUT", "faults/" + name, order);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer);
  }

  String outcome(String name) throws Exception {
    HttpResponse<String> answer = control("DELETE", "faults/" + name, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer).path("outcome").asText();
  }
}
