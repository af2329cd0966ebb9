package dev.wrapkey.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.identity.AadCredentialBuilderBase;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.signin.SignIn;
import dev.wrapkey.signin.Way;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

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
  private final AtomicReference<String> demanded;

  Credentials(
      SignIn.Wish wish, HttpClient http, TokenShelf shelf, AtomicReference<String> demanded) {
    this.demanded = demanded;
    this.wish = wish;
    this.http = http;
    this.shelf = shelf;
  }

  /** The credential for a way; only that of a program can be used at once. */
  TokenCredential alone(Way way) {
    return switch (way) {
      case Way.Browser _, Way.DeviceCode _ -> person();
      case Way.AzureCli _ -> CommandLineCredential.ofThisComputer(wish.tenant(), PATIENCE);
      case Way.ClientSecret secret -> principal(secret);
      case Way.ClientCertificate own -> principal(own);
      case Way.ManagedIdentity identity -> managed(identity);
    };
  }

  private TokenCredential principal(Way.ClientSecret secret) {
    String tenant = tenant();
    return new RenewableCredential(
        () ->
            within(new ClientSecretCredentialBuilder().clientSecret(secret.secret().reveal()))
                .clientId(secret.clientId())
                .tenantId(tenant)
                .build());
  }

  private TokenCredential principal(Way.ClientCertificate own) {
    String tenant = tenant();
    byte[] pem = new CertificateFile(own.certificate(), own.password()).pem();
    return new RenewableCredential(
        () ->
            within(
                    new ClientCertificateCredentialBuilder()
                        .pemCertificate(new ByteArrayInputStream(pem)))
                .clientId(own.clientId())
                .tenantId(tenant)
                .build());
  }

  /** A credential of somebody who still has to sign in. */
  PersonCredential person() {
    return new PersonCredential(wish, http, shelf, demanded);
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
