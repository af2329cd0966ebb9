package dev.wrapkey.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.management.AzureEnvironment;
import com.azure.identity.ClientSecretCredentialBuilder;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.PracticeIds;
import dev.wrapkey.provisioning.Secret;
import java.time.Duration;

/**
 * All that differs between real Azure and the practice cloud. Host names do not: the practice cloud
 * answers to Azure's own.
 *
 * @param http what carries the requests
 * @param credential who is asking
 * @param environment host names
 * @param tenant the Entra tenant
 * @param pollInterval how long to wait between two questions where the service does not say
 */
public record AzureConnection(
    HttpClient http,
    TokenCredential credential,
    AzureEnvironment environment,
    String tenant,
    Duration pollInterval) {

  // What Azure Resource Manager asks of clients that got no Retry-After.
  private static final Duration USUAL_POLL_INTERVAL = Duration.ofSeconds(30);

  /** A connection as a service principal over a transport of the caller's choice. */
  public static AzureConnection servicePrincipal(
      HttpClient http, String tenant, String clientId, String secret) {
    TokenCredential credential =
        new ClientSecretCredentialBuilder()
            .tenantId(tenant)
            .clientId(clientId)
            .clientSecret(secret)
            .authorityHost("https://login.microsoftonline.com")
            .disableInstanceDiscovery()
            .retryOptions(AzurePipeline.NO_RETRY)
            .httpClient(http)
            .build();
    return new AzureConnection(
        http, credential, AzureEnvironment.AZURE, tenant, USUAL_POLL_INTERVAL);
  }

  /** A connection to real Azure; ids of the practice cloud are refused. */
  public static AzureConnection realAzure(
      HttpClient http, String tenant, String clientId, Secret secret) {
    refusePractice(tenant);
    return servicePrincipal(http, tenant, clientId, secret.reveal());
  }

  /** Keeps a subscription of the practice cloud from ever being asked for in a real tenant. */
  void admit(String subscription) {
    if (!PracticeIds.isPractice(tenant)) {
      refusePractice(subscription);
    }
  }

  private static void refusePractice(String id) {
    if (PracticeIds.isPractice(id)) {
      throw new CloudFailure(
          CloudFailure.Kind.INVALID, "PracticeId", id + " belongs to the practice cloud.", "");
    }
  }
}
