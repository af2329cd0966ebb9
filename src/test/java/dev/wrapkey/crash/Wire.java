package dev.wrapkey.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.simulator.gateway.Opened;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/** A client of the gateway over loopback and TLS, for the life of one gateway process. */
final class Wire implements AutoCloseable {

  /** An answer that came in full: what it acknowledges must last. */
  record Answer(int status, JsonNode json) {
    boolean good() {
      return status / 100 == 2;
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Properties environment = new Properties();
  private final HttpClient client;
  private final String management;
  private final String vault;

  private Wire(Path state) throws Exception {
    try (InputStream in = Files.newInputStream(state.resolve("practice.env"))) {
      environment.load(in);
    }
    URI proxy = URI.create(environment.getProperty("PRACTICE_GATEWAY"));
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(Opened.trusting(state.resolve("ca.pem")))
            .proxy(ProxySelector.of(new InetSocketAddress(proxy.getHost(), proxy.getPort())))
            .build();
    this.management = token("https://management.azure.com");
    this.vault = token("https://vault.azure.net");
  }

  static Wire to(Path state) throws Exception {
    return new Wire(state);
  }

  private String token(String audience) throws IOException, InterruptedException {
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=%s/.default"
            .formatted(
                environment.getProperty("AZURE_CLIENT_ID"),
                environment.getProperty("AZURE_CLIENT_SECRET"),
                audience.replace(":", "%3A").replace("/", "%2F"));
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "https://login.microsoftonline.com/"
                        + environment.getProperty("AZURE_TENANT_ID")
                        + "/oauth2/v2.0/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .timeout(PATIENCE)
            .build();
    return answer(request).json().path("access_token").asText();
  }

  /** Sends to Resource Manager; the path goes without subscription. */
  Answer manage(String method, String path, String version, String body) throws IOException {
    String subscription = environment.getProperty("AZURE_SUBSCRIPTION_ID");
    return send(
        method,
        "https://management.azure.com/subscriptions/%s%s?api-version=%s"
            .formatted(subscription, path, version),
        body,
        management);
  }

  /** Sends to a vault or to a key that its identifier names. */
  Answer vault(String method, String url, String body) throws IOException {
    return send(method, url.contains("?") ? url : url + "?api-version=7.4", body, vault);
  }

  private Answer send(String method, String url, String body, String token) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .timeout(PATIENCE)
            .build();
    try {
      return answer(request);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new IOException(ended);
    }
  }

  private Answer answer(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    String text = response.body();
    return new Answer(response.statusCode(), JSON.readTree(text.isEmpty() ? "{}" : text));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
