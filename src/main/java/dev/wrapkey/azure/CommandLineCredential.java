package dev.wrapkey.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.identity.AzureCliCredentialBuilder;
import dev.wrapkey.signin.Way;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The account of the Azure CLI, asked through azure-identity. That reads what the command says to
 * its end before it minds its own time limit, on the calling thread (1.19), so the limit is set
 * here too. And an account of the CLI that is a managed identity, or that of a cloud shell, takes
 * no tenant, not even its own ({@code az account get-access-token}, azure-cli 2.6x), so its own is
 * never named.
 */
final class CommandLineCredential implements TokenCredential {

  private static final String ALL_TENANTS = "*";

  private final TokenCredential command;
  private final Duration patience;
  private volatile String home = "";

  /**
   * @param command asks the CLI
   * @param patience how long the CLI may take
   */
  CommandLineCredential(TokenCredential command, Duration patience) {
    this.command = command;
    this.patience = patience;
  }

  /**
   * The command {@code az} of this computer.
   *
   * @param tenant the one to ask for; the CLI's own if empty
   */
  static CommandLineCredential ofThisComputer(Optional<String> tenant, Duration patience) {
    AzureCliCredentialBuilder builder =
        new AzureCliCredentialBuilder()
            .additionallyAllowedTenants(ALL_TENANTS)
            .processTimeout(patience);
    tenant.ifPresent(builder::tenantId);
    return new CommandLineCredential(builder.build(), patience);
  }

  @Override
  public Mono<AccessToken> getToken(TokenRequestContext request) {
    String claims = request.getClaims();
    if (claims != null && !claims.equals(RenewToken.ANOTHER)) {
      return Mono.error(SignInFailures.commandLineRefused());
    }
    return Mono.defer(() -> command.getToken(plain(request)))
        .subscribeOn(Schedulers.boundedElastic())
        .timeout(patience)
        .doOnNext(this::remember)
        .onErrorMap(thrown -> SignInFailures.of(new Way.AzureCli(), thrown));
  }

  private TokenRequestContext plain(TokenRequestContext request) {
    TokenRequestContext plain = new TokenRequestContext().setScopes(request.getScopes());
    String tenant = Answer.text(request.getTenantId());
    return tenant.isEmpty() || tenant.equalsIgnoreCase(home) ? plain : plain.setTenantId(tenant);
  }

  // The first token is for the CLI's own tenant, or for the one that was asked for.
  private void remember(AccessToken token) {
    if (home.isEmpty()) {
      home = Claims.of(token.getToken()).tenant();
    }
  }
}
