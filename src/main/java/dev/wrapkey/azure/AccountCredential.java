package dev.wrapkey.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Tokens of one account for one tenant.
 *
 * <p>Asks the SDK's credential without blocking only: its blocking half has a memory of its own, so
 * that a person would be asked twice (azure-identity 1.19, seen in November 2026).
 *
 * @param source the SDK's credential
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
            .setCaeEnabled(asked.isCaeEnabled())
            .setTenantId(asked.getTenantId());
    return asked.getTenantId() == null && tenant.isPresent()
        ? placed.setTenantId(tenant.get())
        : placed;
  }
}
