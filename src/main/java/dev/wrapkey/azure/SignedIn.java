package dev.wrapkey.azure;

import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.util.Context;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Plan;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;

/**
 * Who is signed in: the claims of the token for Azure Resource Manager, and for an application its
 * name from Microsoft Graph.
 */
final class SignedIn {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final AzureConnection connection;

  SignedIn(AzureConnection connection) {
    this.connection = connection;
  }

  Plan.Administrator account() {
    JsonNode claims = AzureFailures.ask(this::claims);
    boolean app = claims.path("idtyp").asText().equals("app") || !hasUserName(claims);
    String objectId = claims.path("oid").asText();
    return new Plan.Administrator(
        objectId,
        app ? applicationName(objectId) : userName(claims),
        app ? "ServicePrincipal" : "User");
  }

  private JsonNode claims() {
    String scope = connection.environment().getManagementEndpoint() + "/.default";
    String token =
        connection
            .credential()
            .getTokenSync(new TokenRequestContext().addScopes(scope).setTenantId(tenant()))
            .getToken();
    String[] parts = token.split("\\.");
    return parts.length < 2
        ? MissingNode.getInstance()
        : read(Base64.getUrlDecoder().decode(parts[1]));
  }

  private String tenant() {
    return connection.tenant();
  }

  private static boolean hasUserName(JsonNode claims) {
    return !userName(claims).isEmpty();
  }

  private static String userName(JsonNode claims) {
    return Stream.of("upn", "preferred_username", "unique_name", "email")
        .map(claim -> claims.path(claim).asText())
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }

  // Many may not read the directory; then a person types the name.
  private String applicationName(String objectId) {
    String url =
        connection.environment().getMicrosoftGraphEndpoint() + "v1.0/servicePrincipals/" + objectId;
    try {
      return AzureFailures.ask(() -> ask(url)).path("displayName").asText();
    } catch (CloudFailure _) {
      return "";
    }
  }

  private JsonNode ask(String url) {
    try (HttpResponse answer =
        graph().sendSync(new HttpRequest(HttpMethod.GET, url), Context.NONE)) {
      return answer.getStatusCode() == 200
          ? read(answer.getBodyAsBinaryData().toBytes())
          : MissingNode.getInstance();
    }
  }

  private HttpPipeline graph() {
    return new HttpPipelineBuilder()
        .httpClient(connection.http())
        .policies(
            new UserAgentPolicy(AzurePipeline.USER_AGENT),
            new BearerTokenAuthenticationPolicy(
                connection.credential(),
                connection.environment().getMicrosoftGraphEndpoint() + ".default"))
        .build();
  }

  private static JsonNode read(byte[] json) {
    try {
      return JSON.readTree(new String(json, StandardCharsets.UTF_8));
    } catch (JsonProcessingException _) {
      return MissingNode.getInstance();
    }
  }
}
