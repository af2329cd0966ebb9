package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4j.ITokenCacheAccessContext;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.sun.jna.LastErrorException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A key store that closes while the program runs. */
class CarefulCacheTest {

  private final AtomicInteger asked = new AtomicInteger();

  private final ITokenCacheAccessAspect locked =
      new ITokenCacheAccessAspect() {
        @Override
        public void beforeCacheAccess(ITokenCacheAccessContext context) {
          asked.incrementAndGet();
          throw new LastErrorException("the collection is locked");
        }

        @Override
        public void afterCacheAccess(ITokenCacheAccessContext context) {
          asked.incrementAndGet();
        }
      };

  @Test
  void aKeyStoreThatClosesStopsNothingAndIsLeftAlone() throws Exception {
    PublicClientApplication application =
        PublicClientApplication.builder(PersonCredential.CLIENT)
            .setTokenCacheAccessAspect(new CarefulCache(locked))
            .build();
    assertThat(application.getAccounts().get()).isEmpty();
    assertThat(application.getAccounts().get()).isEmpty();
    assertThat(asked).hasValue(1);
  }
}
