package dev.wrapkey.simulator;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.core.util.Context;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.resourcemanager.postgresqlflexibleserver.PostgreSqlManager;
import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.KeyClientBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.time.VirtualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;

/**
 * A practice cloud for a test, with the clients a test talks to it with: Microsoft's own and raw
 * requests.
 */
final class Practice implements AutoCloseable {

  static final String PRODUCTION = "facade00-0000-4000-a000-0000000000a1";
  static final String DEVELOPMENT = "facade00-0000-4000-a000-0000000000a2";
  static final String ARM = "https://management.azure.com";
  static final String PG = "2025-01-01-preview";
  static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private static final ObjectMapper JSON = new ObjectMapper();

  final VirtualTime time;
  final PracticeCloud cloud;

  Practice(Path folder) throws StateInUse {
    this(prepared(folder), START);
  }

  private static Path prepared(Path folder) {
    Landscapes.into(folder, START);
    return folder;
  }

  Practice(Path folder, Instant start) throws StateInUse {
    this.time = VirtualTime.standingAt(start);
    this.cloud = PracticeCloud.open(folder, time, new SecureRandom());
  }

  /** One whose landscape is not a copy of another's, for tests of what the making leaves. */
  static Practice unprepared(Path folder) throws StateInUse {
    return new Practice(folder, START);
  }

  TokenCredential credential() {
    return credential(cloud.clientSecret());
  }

  TokenCredential credential(String secret) {
    return new ClientSecretCredentialBuilder()
        .tenantId(PracticeCloud.TENANT)
        .clientId(PracticeCloud.CLIENT)
        .clientSecret(secret)
        .authorityHost("https://login.microsoftonline.com")
        .disableInstanceDiscovery()
        .httpClient(cloud.httpClient())
        .build();
  }

  static AzureProfile profile(String subscription) {
    return new AzureProfile(PracticeCloud.TENANT, subscription, AzureEnvironment.AZURE);
  }

  PostgreSqlManager postgres(String subscription) {
    return PostgreSqlManager.configure()
        .withHttpClient(cloud.httpClient())
        .withDefaultPollInterval(Duration.ofMillis(10))
        .withRetryOptions(new RetryOptions(new FixedDelayOptions(0, Duration.ofMillis(1))))
        .authenticate(credential(), profile(subscription));
  }

  KeyClient keys(String vault) {
    return new KeyClientBuilder()
        .vaultUrl("https://" + vault + ".vault.azure.net")
        .credential(credential())
        .httpClient(cloud.httpClient())
        .buildClient();
  }

  /** A token for Resource Manager as the SDK would get it. */
  String token() {
    return token("management.azure.com/");
  }

  /**
   * A token.
   *
   * @param resource host name of the service it is for
   */
  String token(String resource) {
    String form =
        ("client_id=%s&grant_type=client_credentials&client_secret=%s"
                + "&scope=https%%3A%%2F%%2F%s%%2F.default")
            .formatted(PracticeCloud.CLIENT, cloud.clientSecret(), resource.replace("/", "%2F"));
    return post(
            "https://login.microsoftonline.com/" + PracticeCloud.TENANT + "/oauth2/v2.0/token",
            form)
        .json()
        .path("access_token")
        .asText();
  }

  Answer post(String url, String form) {
    return send(new HttpRequest(HttpMethod.POST, URI.create(url).toString()).setBody(form));
  }

  /** A request with the practice service principal's token. */
  Answer send(String method, String url, String body) {
    HttpRequest request = new HttpRequest(HttpMethod.valueOf(method), URI.create(url).toString());
    request.setHeader(
        com.azure.core.http.HttpHeaderName.AUTHORIZATION, "Bearer " + token(audience(url)));
    if (!body.isEmpty()) {
      request.setBody(body);
    }
    return send(request);
  }

  private static String audience(String url) {
    String host = URI.create(url).getHost();
    if (host.endsWith(".vault.azure.net") || host.endsWith(".managedhsm.azure.net")) {
      return host.substring(host.indexOf('.') + 1);
    }
    return host.equals("graph.microsoft.com") ? host : "management.azure.com/";
  }

  Answer get(String url) {
    return send("GET", url, "");
  }

  Answer send(HttpRequest request) {
    HttpClient client = cloud.httpClient();
    try (HttpResponse response = client.sendSync(request, Context.NONE)) {
      return new Answer(
          response.getStatusCode(),
          response.getHeaders(),
          new String(response.getBodyAsByteArray().block(), StandardCharsets.UTF_8));
    }
  }

  record Answer(int status, com.azure.core.http.HttpHeaders headers, String body) {
    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException malformed) {
        throw new UncheckedIOException(malformed);
      }
    }

    String header(String name) {
      return headers.getValue(com.azure.core.http.HttpHeaderName.fromString(name));
    }

    String code() {
      return json().path("error").path("code").asText();
    }
  }

  @Override
  public void close() {
    cloud.close();
  }
}
