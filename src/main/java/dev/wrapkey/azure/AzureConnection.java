package dev.wrapkey.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.management.AzureEnvironment;
import com.azure.identity.ClientSecretCredentialBuilder;
import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.PracticeIds;
import dev.wrapkey.signin.AzurePlace;
import java.time.Duration;
import java.util.Optional;

/**
 * All that differs between one Azure and another, the practice cloud among them: that one answers
 * to the host names of Azure's own public cloud.
 *
 * @param http what carries the requests
 * @param credential who is asking
 * @param place host names
 * @param tenant the Entra tenant
 * @param pollInterval how long to wait between two questions where the service does not say
 */
public record AzureConnection(
    HttpClient http,
    TokenCredential credential,
    AzurePlace place,
    String tenant,
    Duration pollInterval) {

  // What Azure Resource Manager asks of clients that got no Retry-After.
  static final Duration USUAL_POLL_INTERVAL = Duration.ofSeconds(30);

  /** A connection as a service principal over a transport of the caller's choice. */
  public static AzureConnection servicePrincipal(
      HttpClient http, String tenant, String clientId, String secret) {
    TokenCredential credential =
        new RenewableCredential(
            () ->
                new ClientSecretCredentialBuilder()
                    .tenantId(tenant)
                    .clientId(clientId)
                    .clientSecret(secret)
                    .authorityHost(AzurePlace.PUBLIC.authority().toString())
                    .disableInstanceDiscovery()
                    .retryOptions(AzurePipeline.NO_RETRY)
                    .httpClient(http)
                    .build());
    return new AzureConnection(
        http,
        new AccountCredential(credential, Optional.of(tenant)),
        AzurePlace.PUBLIC,
        tenant,
        USUAL_POLL_INTERVAL);
  }

  /** The same account in another tenant. */
  AzureConnection within(String other) {
    TokenCredential there =
        credential instanceof AccountCredential account ? account.within(other) : credential;
    return new AzureConnection(http, there, place, other, pollInterval);
  }

  /** The SDK's name for the place. */
  AzureEnvironment environment() {
    return Environments.of(place);
  }

  /** What a token for Azure Resource Manager is asked for. */
  String armScope() {
    return Environments.armScope(place);
  }

  /**
   * Keeps a subscription of the practice cloud from ever being asked for in a real tenant of one of
   * the clouds that everybody knows. Whoever types the addresses of a cloud may mean the practice
   * gateway.
   */
  void admit(String subscription) {
    if (!place.isCustom() && !PracticeIds.isPractice(tenant)) {
      refusePractice(subscription);
    }
  }

  /** Refuses an id of the practice cloud. */
  static void refusePractice(String id) {
    if (PracticeIds.isPractice(id)) {
      throw new CloudFailure(
          CloudFailure.Kind.INVALID, "PracticeId", Phrases.say("azure.practice", id), "");
    }
  }
}
