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
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Plan;

/**
 * Who is signed in: the claims of the token for Azure Resource Manager, and for an application its
 * name from Microsoft Graph.
 */
final class Caller {

  private final AzureConnection connection;

  Caller(AzureConnection connection) {
    this.connection = connection;
  }

  Plan.Administrator account() {
    return account(AzureFailures.ask(this::claims));
  }

  Plan.Administrator account(Claims claims) {
    boolean app = claims.isApplication();
    return new Plan.Administrator(
        claims.objectId(),
        app ? applicationName(claims.objectId()) : claims.userName(),
        app ? "ServicePrincipal" : "User");
  }

  private Claims claims() {
    TokenRequestContext wanted =
        new TokenRequestContext().addScopes(connection.armScope()).setTenantId(connection.tenant());
    return Claims.of(connection.credential().getTokenSync(wanted).getToken());
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
          ? Claims.read(answer.getBodyAsBinaryData().toBytes())
          : MissingNode.getInstance();
    }
  }

  private HttpPipeline graph() {
    return new HttpPipelineBuilder()
        .httpClient(connection.http())
        .policies(
            new UserAgentPolicy(AzurePipeline.USER_AGENT),
            new BearerTokenAuthenticationPolicy(
                connection.credential(), Environments.graphScope(connection.place())),
            new RenewToken())
        .build();
  }
}
