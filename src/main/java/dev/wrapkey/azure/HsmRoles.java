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
import dev.wrapkey.provisioning.Permit;
import dev.wrapkey.provisioning.Rights;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The roles that a managed HSM keeps itself, over plain JSON: the SDK's module for them does
 * nothing else (REST reference "Role Assignments" and "Role Definitions" of Key Vault, 7.4).
 */
final class HsmRoles {

  private static final String VERSION = "?api-version=7.4";
  private static final String PROVIDER = "/providers/Microsoft.Authorization/";
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
                new BearerTokenAuthenticationPolicy(
                    connection.credential(), Environments.hsmScope(connection.place())),
                new RenewToken())
            .build();
  }

  /** What a principal may do with a key, as {@link #permits} tell it. */
  Rights rights(String host, String key, String principalId) {
    return new Rights(
        permits(host, key, principalId).stream()
            .flatMap(permit -> permit.rights().granted().stream())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * What lets a principal use a key: roles on it, on all keys, or on the HSM. Groups are not
   * counted in, because the HSM does not tell of them.
   */
  List<Permit> permits(String host, String key, String principalId) {
    String scope = "https://" + host + "/keys/" + key;
    List<Json> assigned =
        all(scope + PROVIDER + "roleAssignments" + VERSION + "&$filter=atScope()")
            .filter(role -> is(role, "principalId", principalId::equalsIgnoreCase))
            .toList();
    if (assigned.isEmpty()) {
      return List.of();
    }
    Map<String, Json> roles = new HashMap<>();
    all("https://" + host + "/keys" + PROVIDER + "roleDefinitions" + VERSION)
        .forEach(role -> roles.put(role.string("name").toLowerCase(Locale.ROOT), role));
    return assigned.stream().flatMap(each -> permit(each, roles)).toList();
  }

  private static Stream<Permit> permit(Json assignment, Map<String, Json> roles) {
    String definition = assignment.string("properties", "roleDefinitionId");
    String name = definition.substring(definition.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return Stream.ofNullable(roles.get(name))
        .map(
            role ->
                new Permit(
                    Permit.Source.LOCAL_ROLE,
                    assignment.string("name"),
                    assignment.string("properties", "scope"),
                    assignment.string("properties", "principalId"),
                    role.string("properties", "roleName"),
                    KeyRights.ofLocalActions(blocks(role))));
  }

  private static List<ActionBlock> blocks(Json role) {
    return role.items("properties", "permissions").stream()
        .map(
            block -> new ActionBlock(block.strings("dataActions"), block.strings("notDataActions")))
        .toList();
  }

  /** Removes a local role assignment; one that is not there is no failure. */
  void remove(String host, Permit permit) {
    String scope = permit.scope().equals("/") ? "" : permit.scope();
    HttpRequest request =
        new HttpRequest(
            HttpMethod.DELETE,
            "https://" + host + scope + PROVIDER + "roleAssignments/" + permit.id() + VERSION);
    try {
      AzureFailures.ask(
          () -> {
            try (HttpResponse answer = sent(request)) {
              return answer.getStatusCode();
            }
          });
    } catch (CloudFailure failure) {
      if (failure.kind() != CloudFailure.Kind.NOT_FOUND) {
        throw failure;
      }
    }
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
      String more = page.string("nextLink");
      next = more.isEmpty() ? more : Addresses.referral(more, first, "ForeignPage").toString();
    }
    return found.stream();
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
