package dev.wrapkey.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Tokens of one account for one tenant.
 *
 * <p>Asks the source without blocking only, so that an interruption ends the wait, and always for
 * the same kind of token: azure-identity keeps those of continuous access evaluation apart.
 *
 * @param source the credential of a way to sign in
 * @param tenant where tokens are for unless the service asked names another; empty for the
 *     account's own
 */
record AccountCredential(TokenCredential source, Optional<String> tenant)
    implements TokenCredential {

  AccountCredential within(String id) {
    return new AccountCredential(source, Optional.of(id));
  }

  @Override
  public Mono<AccessToken> getToken(TokenRequestContext request) {
    return Mono.defer(() -> source.getToken(placed(request)));
  }

  @Override
  public AccessToken getTokenSync(TokenRequestContext request) {
    return AzureFailures.answer(getToken(request));
  }

  private TokenRequestContext placed(TokenRequestContext asked) {
    TokenRequestContext placed =
        new TokenRequestContext()
            .setScopes(asked.getScopes())
            .setClaims(asked.getClaims())
            .setTenantId(asked.getTenantId());
    return asked.getTenantId() == null && tenant.isPresent()
        ? placed.setTenantId(tenant.get())
        : placed;
  }
}
