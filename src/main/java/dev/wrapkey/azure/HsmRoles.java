package dev.wrapkey.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.util.Context;
import dev.wrapkey.provisioning.ActionBlock;
import dev.wrapkey.provisioning.CloudFailure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The roles that a managed HSM keeps itself, over plain JSON: the SDK's module for them does
 * nothing else (REST reference "Role Assignments" and "Role Definitions" of Key Vault, 7.4).
 */
final class HsmRoles {

  private static final String VERSION = "?api-version=7.4";
  private static final String PROVIDER = "/providers/Microsoft.Authorization/";
  private static final String AUDIENCE = "https://managedhsm.azure.net/.default";
  // Managed HSM Crypto Service Encryption User, the same in every HSM.
  private static final String ENCRYPTION_USER = "33413926-3206-4cdd-b39a-83574fe37a17";

  private final HttpPipeline pipeline;

  HsmRoles(AzureConnection connection) {
    this.pipeline =
        new HttpPipelineBuilder()
            .httpClient(connection.http())
            .policies(
                new UserAgentPolicy(AzurePipeline.USER_AGENT),
                new KeepErrorBody(),
                new BearerTokenAuthenticationPolicy(connection.credential(), AUDIENCE))
            .build();
  }

  /**
   * The data actions a principal has on a key: by roles on it, on all keys, or on the HSM. Groups
   * are not counted in, because the HSM does not tell of them.
   */
  List<ActionBlock> permissions(String host, String key, String principalId) {
    String scope = "https://" + host + "/keys/" + key;
    List<String> roles =
        all(scope + PROVIDER + "roleAssignments" + VERSION + "&$filter=atScope()")
            .filter(role -> is(role, "principalId", principalId::equalsIgnoreCase))
            .map(role -> role.string("properties", "roleDefinitionId").toLowerCase(Locale.ROOT))
            .toList();
    if (roles.isEmpty()) {
      return List.of();
    }
    return all("https://" + host + "/keys" + PROVIDER + "roleDefinitions" + VERSION)
        .filter(role -> roles.stream().anyMatch(id -> id.endsWith("/" + role.string("name"))))
        .flatMap(role -> role.items("properties", "permissions").stream())
        .map(
            block -> new ActionBlock(block.strings("dataActions"), block.strings("notDataActions")))
        .toList();
  }

  /** Gives a principal the role of data encryption on all keys; again changes nothing. */
  void grant(String host, String principalId) {
    String seed = (host + "|" + principalId + "|" + ENCRYPTION_USER).toLowerCase(Locale.ROOT);
    UUID name = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    String role = "Microsoft.KeyVault" + PROVIDER + "roleDefinitions/" + ENCRYPTION_USER;
    HttpRequest request =
        new HttpRequest(
                HttpMethod.PUT,
                "https://" + host + "/keys" + PROVIDER + "roleAssignments/" + name + VERSION)
            .setHeader(HttpHeaderName.CONTENT_TYPE, "application/json")
            .setBody(
                Json.write(
                    Map.of(
                        "properties",
                        Map.of("roleDefinitionId", role, "principalId", principalId))));
    try {
      AzureFailures.ask(() -> Json.read(sent(request)));
    } catch (CloudFailure failure) {
      if (failure.kind() != CloudFailure.Kind.NAME_TAKEN) {
        throw failure;
      }
    }
  }

  private static boolean is(Json role, String property, Predicate<String> wanted) {
    return wanted.test(role.string("properties", property));
  }

  private Stream<Json> all(String first) {
    List<Json> found = new ArrayList<>();
    String next = first;
    while (!next.isEmpty()) {
      HttpRequest request = new HttpRequest(HttpMethod.GET, next);
      Json page = AzureFailures.ask(() -> Json.read(sent(request)));
      found.addAll(page.items("value"));
      next = own(first, page.string("nextLink"));
    }
    return found.stream();
  }

  // The token goes along with the question, so the next page is asked of nobody else.
  private static String own(String first, String next) {
    if (!next.isEmpty() && !URI.create(next).getHost().equalsIgnoreCase(first.split("/", -1)[2])) {
      throw new CloudFailure(
          CloudFailure.Kind.SERVICE, "ForeignPage", "The service refers to " + next, "");
    }
    return next;
  }

  /** An answer that is none of a failure. */
  private HttpResponse sent(HttpRequest request) {
    HttpResponse answer =
        pipeline.sendSync(
            request.setHeader(HttpHeaderName.ACCEPT, "application/json"), Context.NONE);
    if (answer.getStatusCode() >= 400) {
      try (answer) {
        throw AzureFailures.of(answer);
      }
    }
    return answer;
  }
}
