package dev.wrapkey.ui;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.simulator.PracticeCloud;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody else at work on the same practice cloud: requests as any client could send them, for
 * what Wrapkey itself does not do.
 */
public final class Administrator {

  /** Another tenant's key, and the application that may use it. */
  public static final String CUSTOMER_KEY =
      "https://kv-customer-neu.vault.azure.net/keys/customer-kek";

  public static final String CUSTOMER_APPLICATION = "facade00-0000-4000-a000-000000000301";

  private static final Pattern NAME = Pattern.compile("\"principalName\":\\s*\"([^\"]*)\"");

  private static final String ARM = "https://management.azure.com";
  private static final String ENCRYPTION_USER = "e147488a-f6f5-4113-8e2d-b22465e65bf6";
  private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

  private final HttpClient http;
  private final String secret;

  Administrator(HttpClient http, String secret) {
    this.http = http;
    this.secret = secret;
  }

  /** Gives an identity the role Key Vault Crypto Service Encryption User on a vault. */
  public void grant(ManagedIdentity identity, KeyStore vault) {
    grant(identity, vault, vault.id().toString());
  }

  /** Gives it the same on the resource group of the vault. */
  public void grantOnGroup(ManagedIdentity identity, KeyStore vault) {
    grant(
        identity,
        vault,
        "/subscriptions/%s/resourceGroups/%s"
            .formatted(vault.id().subscription(), vault.id().resourceGroup()));
  }

  private void grant(ManagedIdentity identity, KeyStore vault, String scope) {
    String role =
        "/subscriptions/%s/providers/Microsoft.Authorization/roleDefinitions/%s"
            .formatted(vault.id().subscription(), ENCRYPTION_USER);
    send(
        "PUT",
        ARM
            + scope
            + "/providers/Microsoft.Authorization/roleAssignments/"
            + UUID.randomUUID()
            + "?api-version=2022-04-01",
        "{\"properties\": {\"roleDefinitionId\": \"%s\", \"principalId\": \"%s\"}}"
            .formatted(role, identity.principalId()),
        ARM);
  }

  /** Makes, or replaces, a good vault in East US whose only policies are these. */
  public void vault(String name, Policy... policies) {
    StringBuilder all = new StringBuilder();
    for (Policy policy : policies) {
      all.append(all.isEmpty() ? "" : ", ").append(policy.json());
    }
    send(
        "PUT",
        ARM
            + "/subscriptions/%s/resourceGroups/rg-security/providers/Microsoft.KeyVault/vaults/%s"
                .formatted(Practice.PRODUCTION, name)
            + "?api-version=2023-07-01",
        """
        {"location": "eastus", "properties": {"tenantId": "%s", "sku": {"family": "A", "name": "standard"},
          "enableRbacAuthorization": false, "enablePurgeProtection": true, "accessPolicies": [%s]}}\
        """
            .formatted(PracticeCloud.TENANT, all),
        ARM);
  }

  /** An access policy: a principal and the permissions it has on keys. */
  public record Policy(String principal, String... permissions) {

    /** The policy that lets Wrapkey's own account make and read keys. */
    public static Policy own() {
      return new Policy(
          "facade00-0000-4000-a000-0000000000c2", "get", "list", "create", "update", "rotate");
    }

    private String json() {
      return "{\"tenantId\": \"%s\", \"objectId\": \"%s\", \"permissions\": {\"keys\": [\"%s\"]}}"
          .formatted(PracticeCloud.TENANT, principal, String.join("\", \"", permissions));
    }
  }

  /** Makes an RSA key in a vault. */
  public void key(String vault, String name) {
    send(
        "POST",
        "https://%s.vault.azure.net/keys/%s/create?api-version=7.4".formatted(vault, name),
        "{\"kty\": \"RSA\", \"key_size\": 2048}",
        "https://vault.azure.net");
  }

  /** Gives a server a tag, its only one. */
  public void tag(ResourceId server, String name, String value) {
    send(
        "PATCH",
        ARM + server + "?api-version=2024-08-01",
        "{\"tags\": {\"%s\": \"%s\"}}".formatted(name, value),
        ARM);
  }

  /** Restores a server beside it, under a key of its own and another server's identity. */
  public void restore(ResourceId source, String name, KeyIdentifier key, ManagedIdentity identity) {
    String id = source.toString().replaceFirst("[^/]+$", name);
    send(
        "PUT",
        ARM + id + "?api-version=2024-08-01",
        """
        {"location": "eastus",
         "identity": {"type": "UserAssigned", "userAssignedIdentities": {"%2$s": {}}},
         "properties": {"createMode": "PointInTimeRestore", "sourceServerResourceId": "%1$s",
           "dataEncryption": {"type": "AzureKeyVault", "primaryKeyURI": "%3$s",
             "primaryUserAssignedIdentityId": "%2$s"}}}\
        """
            .formatted(source, identity.id(), key),
        ARM);
  }

  /**
   * Makes a server in North Europe that uses another tenant's key through its application; returns
   * the service's refusal, empty if there is none.
   */
  public String crossTenant(
      ResourceId server, String region, ManagedIdentity identity, String more) {
    String body =
        """
        {"location": "%3$s", "sku": {"name": "Standard_D2ds_v5", "tier": "GeneralPurpose"},
         "identity": {"type": "UserAssigned", "userAssignedIdentities": {"%1$s": {}}},
         "properties": {"administratorLogin": "tenantsadmin", "version": "17",
           "administratorLoginPassword": "%4$s", "storage": {"storageSizeGB": 32}, %5$s
           "dataEncryption": {"type": "AzureKeyVault", "primaryKeyURI": "%2$s",
             "primaryUserAssignedIdentityId": "%1$s",
             "primaryFederatedIdentityClientId": "%6$s"}}}\
        """
            .formatted(
                identity.id(), CUSTOMER_KEY, region, Plans.PASSWORD, more, CUSTOMER_APPLICATION);
    return refusal("PUT", ARM + server + "?api-version=2026-04-01-preview", body);
  }

  /** Makes a read replica of a server in West US, under a key and an identity of its own. */
  public void replicate(
      ResourceId source, String name, KeyIdentifier key, ManagedIdentity identity) {
    send(
        "PUT",
        ARM + source.toString().replaceFirst("[^/]+$", name) + "?api-version=2024-08-01",
        """
        {"location": "westus",
         "identity": {"type": "UserAssigned", "userAssignedIdentities": {"%2$s": {}}},
         "properties": {"createMode": "Replica", "sourceServerResourceId": "%1$s",
           "dataEncryption": {"type": "AzureKeyVault", "primaryKeyURI": "%3$s",
             "primaryUserAssignedIdentityId": "%2$s"}}}\
        """
            .formatted(source, identity.id(), key),
        ARM);
  }

  /** Switches a key version off or on. */
  public void enable(KeyIdentifier key, boolean on) {
    send(
        "PATCH",
        key + "?api-version=7.4",
        "{\"attributes\": {\"enabled\": " + on + "}}",
        "https://vault.azure.net");
  }

  /** Deletes a key, with all its versions; it can be recovered. */
  public void delete(KeyIdentifier key) {
    send("DELETE", key.versionless() + "?api-version=7.4", "", "https://vault.azure.net");
  }

  /** Deletes a key vault with its keys; it can be recovered. */
  public void deleteVault(ResourceId vault) {
    send("DELETE", ARM + vault + "?api-version=2023-07-01", "", ARM);
  }

  /** The names of a server's administrators from Microsoft Entra ID. */
  public List<String> administratorsOf(ResourceId server) {
    String url = ARM + server + "/administrators?api-version=2022-12-01";
    return NAME.matcher(send("GET", url, "", ARM)).results().map(found -> found.group(1)).toList();
  }

  private String refusal(String method, String url, String body) {
    try (HttpResponse response = http.sendSync(request(method, url, body, ARM), Context.NONE)) {
      return response.getStatusCode() < 300 ? "" : text(response);
    }
  }

  private HttpRequest request(String method, String url, String body, String audience) {
    HttpRequest request = new HttpRequest(HttpMethod.valueOf(method), url).setBody(body);
    request.setHeader(HttpHeaderName.AUTHORIZATION, "Bearer " + token(audience));
    request.setHeader(HttpHeaderName.CONTENT_TYPE, "application/json");
    return request;
  }

  private String send(String method, String url, String body, String audience) {
    try (HttpResponse response =
        http.sendSync(request(method, url, body, audience), Context.NONE)) {
      if (response.getStatusCode() >= 300) {
        throw new AssertionError(url + ": " + text(response));
      }
      return text(response);
    }
  }

  private String token(String audience) {
    String form =
        "client_id=%s&grant_type=client_credentials&client_secret=%s&scope=%s%%2F.default"
            .formatted(
                PracticeCloud.CLIENT, secret, audience.replace(":", "%3A").replace("/", "%2F"));
    String url = "https://login.microsoftonline.com/" + PracticeCloud.TENANT + "/oauth2/v2.0/token";
    HttpRequest request = new HttpRequest(HttpMethod.POST, url).setBody(form);
    try (HttpResponse response = http.sendSync(request, Context.NONE)) {
      Matcher found = TOKEN.matcher(text(response));
      if (!found.find()) {
        throw new AssertionError("no token: " + response.getStatusCode());
      }
      return found.group(1);
    }
  }

  private static String text(HttpResponse response) {
    return new String(response.getBodyAsByteArray().block(), StandardCharsets.UTF_8);
  }
}
