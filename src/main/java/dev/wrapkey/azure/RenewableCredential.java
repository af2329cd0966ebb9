package dev.wrapkey.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * A service principal's credential of azure-identity that gets another token where one is asked for
 * with claims. Those of 1.19 look into their memory first and find the very token that was refused
 * (seen in November 2026); one that was made a moment ago has nothing in its memory.
 */
final class RenewableCredential implements TokenCredential {

  private final Supplier<TokenCredential> maker;
  private volatile TokenCredential current;

  /**
   * @param maker makes a credential without a token
   */
  RenewableCredential(Supplier<TokenCredential> maker) {
    this.maker = maker;
    this.current = maker.get();
  }

  @Override
  public Mono<AccessToken> getToken(TokenRequestContext request) {
    return Mono.defer(
        () -> {
          if (request.getClaims() != null) {
            current = maker.get();
          }
          return current.getToken(request);
        });
  }
}
