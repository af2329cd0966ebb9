package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4j.ITokenCacheAccessContext;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4jextensions.PersistenceSettings;
import com.microsoft.aad.msal4jextensions.PersistenceTokenCacheAccessAspect;
import com.sun.jna.LastErrorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

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
  @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere the key store itself would be asked")
  void whatTheKeyStoresOfMsalNeedIsThere(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("tokens"), "{}");
    PublicClientApplication application =
        PublicClientApplication.builder(PersonCredential.CLIENT)
            .setTokenCacheAccessAspect(
                new PersistenceTokenCacheAccessAspect(
                    PersistenceSettings.builder("tokens", folder)
                        .setLinuxUseUnprotectedFileAsCacheStorage(true)
                        .build()))
            .build();
    assertThat(application.getAccounts().get()).isEmpty();
  }

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
