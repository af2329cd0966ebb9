package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in, and asking who is who, as clients do it on the wire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntraTest {

  private static final String LOGIN = "https://login.microsoftonline.com/";
  private static final String TENANT = PracticeCloud.TENANT;
  private static final String GRAPH = "https://graph.microsoft.com/v1.0/";

  private Practice practice;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    practice = new Practice(folder);
  }

  @AfterAll
  void close() {
    practice.close();
  }

  private JsonNode unsigned(String url) {
    return practice.send(new HttpRequest(HttpMethod.GET, url)).json();
  }

  private String form(String audience) {
    return "client_id=%s&grant_type=client_credentials&client_secret=%s&%s"
        .formatted(PracticeCloud.CLIENT, practice.cloud.clientSecret(), audience);
  }

  @ParameterizedTest
  @CsvSource({
    "/v2.0/.well-known/openid-configuration, /oauth2/v2.0/token",
    "/.well-known/openid-configuration, /oauth2/token"
  })
  void theConfigurationLeadsToAnEndpointThatGivesTokens(String path, String endpoint) {
    JsonNode configuration = unsigned(LOGIN + TENANT + path);
    assertThat(configuration.path("token_endpoint").asText()).isEqualTo(LOGIN + TENANT + endpoint);
    assertThat(configuration.path("issuer").asText()).contains(TENANT);
    String token =
        practice
            .post(
                configuration.path("token_endpoint").asText(),
                form("scope=https%3A%2F%2Fmanagement.azure.com%2F.default"))
            .json()
            .path("access_token")
            .asText();
    assertThat(token.split("\\.")).hasSize(3);
  }

  @Test
  void adfsIsATenantOfItsOwnShape() {
    JsonNode configuration = unsigned(LOGIN + "adfs/.well-known/openid-configuration");
    assertThat(configuration.path("token_endpoint").asText())
        .isEqualTo(LOGIN + "adfs/oauth2/token");
    assertThat(configuration.path("authorization_endpoint").asText()).startsWith(LOGIN + "adfs/");
    assertThat(
            practice
                .post(LOGIN + "adfs/oauth2/token", form("scope=https://vault.azure.net/.default"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void theFirstVersionOfTheEndpointTakesAResourceAndWritesNumbersAsTexts() {
    JsonNode answer =
        practice
            .post(LOGIN + TENANT + "/oauth2/token", form("resource=https://vault.azure.net"))
            .json();
    assertThat(answer.path("expires_in").isTextual()).isTrue();
    assertThat(answer.path("resource").asText()).isEqualTo("https://vault.azure.net");
    assertThat(answer.path("expires_on").asText()).containsOnlyDigits();
  }

  @Test
  void tokensSayWhoWhatAndWhere() throws Exception {
    JsonNode claims =
        new ObjectMapper()
            .readTree(Base64.getUrlDecoder().decode(practice.token().split("\\.")[1]));
    assertThat(claims.path("appid").asText()).isEqualTo(PracticeCloud.CLIENT);
    assertThat(claims.path("tid").asText()).isEqualTo(TENANT);
    assertThat(claims.path("oid").asText())
        .startsWith("facade00-")
        .isNotEqualTo(PracticeCloud.CLIENT);
    assertThat(claims.path("exp").asLong()).isGreaterThan(claims.path("iat").asLong());
  }

  @ParameterizedTest
  @CsvSource({
    "grant_type=password, unsupported_grant_type, 400",
    "client_id=x&grant_type=client_credentials, unauthorized_client, 400",
    "%zz=%, unsupported_grant_type, 400"
  })
  void aSignInThatMakesNoSenseIsRefusedWithANumber(String form, String error, int status) {
    Practice.Answer answer = practice.post(LOGIN + TENANT + "/oauth2/v2.0/token", form);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("error").asText()).isEqualTo(error);
    assertThat(answer.json().path("error_description").asText()).startsWith("AADSTS");
  }

  @Test
  void aSignInWithoutScopeOrSecretIsRefused() {
    String token = LOGIN + TENANT + "/oauth2/v2.0/token";
    assertThat(practice.post(token, form("x=y")).json().path("error_codes").get(0).asInt())
        .isEqualTo(90014);
    String noSecret = "grant_type=client_credentials&scope=x&client_id=" + PracticeCloud.CLIENT;
    assertThat(practice.post(token, noSecret).json().path("error_codes").get(0).asInt())
        .isEqualTo(7000216);
  }

  @ParameterizedTest
  @ValueSource(strings = {"login.microsoftonline.com", "login.windows.net"})
  void theAuthoritiesKnowEachOther(String host) {
    JsonNode answer =
        unsigned(
            LOGIN
                + "common/discovery/instance?api-version=1.1&authorization_endpoint=https://"
                + host
                + "/common/oauth2/authorize");
    assertThat(answer.path("tenant_discovery_endpoint").asText())
        .isEqualTo("https://" + host + "/common/v2.0/.well-known/openid-configuration");
    assertThat(answer.path("metadata").get(0).path("aliases").toString()).contains(host);
  }

  @Test
  void aForeignAuthorityIsNone() {
    String url =
        LOGIN + "common/discovery/instance?authorization_endpoint=https://login.example.com/x";
    assertThat(unsigned(url).path("error").asText()).isEqualTo("invalid_instance");
  }

  @Test
  void anApplicationHasNoMe() {
    assertThat(practice.get(GRAPH + "me").status()).isEqualTo(400);
    assertThat(practice.send(new HttpRequest(HttpMethod.GET, GRAPH + "me")).status())
        .isEqualTo(401);
  }

  @Test
  void theDirectoryFindsApplicationsAndManagedIdentitiesByTheirName() throws Exception {
    String filter =
        "servicePrincipals?$filter=servicePrincipalNames/any(c:c%20eq%20'"
            + PracticeCloud.CLIENT
            + "')";
    JsonNode found = practice.get(GRAPH + filter).json().path("value");
    assertThat(found).hasSize(1);
    JsonNode claims =
        new ObjectMapper()
            .readTree(Base64.getUrlDecoder().decode(practice.token().split("\\.")[1]));
    assertThat(found.get(0).path("id")).isEqualTo(claims.path("oid"));
    String identity =
        "servicePrincipals?$filter=appId%20eq%20'facade00-0000-4000-a000-000000000201'";
    assertThat(
            practice.get(GRAPH + identity).json().path("value").get(0).path("displayName").asText())
        .isEqualTo("id-orders-eastus");
    assertThat(practice.get(GRAPH + "servicePrincipals/nobody").status()).isEqualTo(404);
    assertThat(practice.get(GRAPH + "servicePrincipals?$filter=x").status()).isEqualTo(400);
  }
}
