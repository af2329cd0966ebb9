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
 * tokens of continuous access evaluation: azure-identity keeps those apart, and heeds claims that a
 * service asks for with those alone (1.19).
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
            .setCaeEnabled(true)
            .setTenantId(asked.getTenantId());
    return asked.getTenantId() == null && tenant.isPresent()
        ? placed.setTenantId(tenant.get())
        : placed;
  }
}
