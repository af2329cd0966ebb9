package dev.wrapkey.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.identity.AadCredentialBuilderBase;
import com.azure.identity.AzureCliCredentialBuilder;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.signin.SignIn;
import dev.wrapkey.signin.Way;
import java.io.ByteArrayInputStream;
import java.time.Duration;

/**
 * The SDK's credentials for the ways to sign in. None of them retries, and none asks a person
 * unless told to.
 */
final class Credentials {

  private static final String ALL_TENANTS = "*";
  // The command line starts an interpreter and may renew a token.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SignIn.Wish wish;
  private final HttpClient http;
  private final TokenShelf shelf;

  Credentials(SignIn.Wish wish, HttpClient http, TokenShelf shelf) {
    this.wish = wish;
    this.http = http;
    this.shelf = shelf;
  }

  /** The credential for a way; only that of a program can be used at once. */
  TokenCredential alone(Way way) {
    return switch (way) {
      case Way.Browser _, Way.DeviceCode _ -> person();
      case Way.AzureCli _ -> commandLine();
      case Way.ClientSecret secret ->
          within(new ClientSecretCredentialBuilder().clientSecret(secret.secret().reveal()))
              .clientId(secret.clientId())
              .tenantId(tenant())
              .build();
      case Way.ClientCertificate own ->
          within(
                  new ClientCertificateCredentialBuilder()
                      .pemCertificate(
                          new ByteArrayInputStream(
                              new CertificateFile(own.certificate(), own.password()).pem())))
              .clientId(own.clientId())
              .tenantId(tenant())
              .build();
      case Way.ManagedIdentity identity -> managed(identity);
    };
  }

  /** A credential of somebody who still has to sign in. */
  PersonCredential person() {
    return new PersonCredential(wish, http, shelf);
  }

  private TokenCredential commandLine() {
    AzureCliCredentialBuilder builder =
        new AzureCliCredentialBuilder()
            .additionallyAllowedTenants(ALL_TENANTS)
            .processTimeout(PATIENCE);
    wish.tenant().ifPresent(builder::tenantId);
    return builder.build();
  }

  private TokenCredential managed(Way.ManagedIdentity identity) {
    ManagedIdentityCredentialBuilder builder =
        new ManagedIdentityCredentialBuilder()
            .httpClient(http)
            .retryOptions(AzurePipeline.NO_RETRY);
    identity.clientId().ifPresent(builder::clientId);
    return builder.build();
  }

  private <B extends AadCredentialBuilderBase<B>> B within(B builder) {
    builder
        .authorityHost(wish.place().authority().toString())
        .additionallyAllowedTenants(ALL_TENANTS)
        .retryOptions(AzurePipeline.NO_RETRY)
        .httpClient(http);
    wish.tenant().ifPresent(builder::tenantId);
    // Microsoft's list of authorities does not know the addresses that somebody typed.
    return wish.place().isCustom() ? builder.disableInstanceDiscovery() : builder;
  }

  private String tenant() {
    return wish.tenant()
        .orElseThrow(
            () ->
                new CloudFailure(
                    CloudFailure.Kind.INVALID,
                    "TenantMissing",
                    Phrases.say("azure.tenant.missing"),
                    ""));
  }
}
