package dev.wrapkey.azure;

import com.azure.identity.AuthenticationRecord;
import com.azure.identity.TokenCachePersistenceOptions;
import com.microsoft.aad.msal4j.IAccount;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4jextensions.PersistenceSettings;
import com.microsoft.aad.msal4jextensions.PersistenceTokenCacheAccessAspect;
import com.microsoft.aad.msal4jextensions.persistence.linux.KeyRingAccessException;
import com.sun.jna.Platform;
import dev.wrapkey.signin.AzurePlace;
import dev.wrapkey.signin.SignIn.TokenStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where the tokens of people stay when the program ends: in the operating system's key store or
 * nowhere. There is no file of ours with a token in it.
 *
 * <p>The names are those that azure-identity 1.19 gives its caches (read in November 2026): one for
 * tokens that take part in continuous access evaluation, one for others.
 */
final class TokenShelf {

  private static final Logger LOG = Logger.getLogger(TokenShelf.class.getName());
  private static final String NAME = "wrapkey";
  private static final List<String> CACHES = List.of(NAME + ".cae", NAME + ".nocae");
  private static final String SERVICE = "Microsoft.Developer.IdentityService";
  private static final String MEMORY = "memory";

  private final TokenStore store;

  private TokenShelf(TokenStore store) {
    this.store = store;
  }

  /** Tries the key store of this computer, which may show a window to unlock it. */
  static TokenShelf ofThisComputer() {
    try {
      for (String cache : CACHES) {
        var _ = new PersistenceTokenCacheAccessAspect(settings(cache));
      }
      return new TokenShelf(new TokenStore(true, kind(), ""));
    } catch (IOException | KeyRingAccessException | IllegalStateException | LinkageError cannot) {
      return inMemory(String.valueOf(cannot.getMessage()).lines().findFirst().orElse(""));
    }
  }

  /**
   * Keeps nothing.
   *
   * @param why for people
   */
  static TokenShelf inMemory(String why) {
    return new TokenShelf(new TokenStore(false, MEMORY, why));
  }

  TokenStore store() {
    return store;
  }

  /** Whether tokens for a place are kept; for addresses that somebody typed they are not. */
  boolean keeps(AzurePlace place) {
    return store.kept() && !place.isCustom();
  }

  /** What the SDK's credentials are told; nothing if they are to keep tokens in memory. */
  Optional<TokenCachePersistenceOptions> options(AzurePlace place) {
    return keeps(place)
        ? Optional.of(new TokenCachePersistenceOptions().setName(NAME))
        : Optional.empty();
  }

  /** Takes an account's tokens out of the key store; those of others stay. */
  void forget(AuthenticationRecord record) {
    if (!store.kept()) {
      return;
    }
    try {
      for (String cache : CACHES) {
        PublicClientApplication application =
            PublicClientApplication.builder(record.getClientId())
                .setTokenCacheAccessAspect(new PersistenceTokenCacheAccessAspect(settings(cache)))
                .build();
        for (IAccount account : application.getAccounts().join()) {
          if (account.homeAccountId().equals(record.getHomeAccountId())) {
            application.removeAccount(account).join();
          }
        }
      }
    } catch (IOException | KeyRingAccessException | CompletionException failed) {
      LOG.log(Level.WARNING, "tokens could not be taken out of the key store", failed);
    }
  }

  private static PersistenceSettings settings(String cache) {
    PersistenceSettings.Builder builder = PersistenceSettings.builder(cache, folder());
    if (Platform.isMac()) {
      builder.setMacKeychain(SERVICE, cache);
    } else if (Platform.isLinux()) {
      builder.setLinuxKeyring("default", "msal.cache", cache, "MsalClientID", SERVICE, null, null);
    }
    return builder.build();
  }

  private static Path folder() {
    Path home = Path.of(System.getProperty("user.home"));
    return Platform.isWindows()
        ? home.resolve("AppData").resolve("Local").resolve(".IdentityService")
        : home.resolve(".IdentityService");
  }

  private static String kind() {
    String kind = Platform.isWindows() ? "DPAPI" : Platform.isMac() ? "keychain" : "secretservice";
    return kind.toLowerCase(Locale.ROOT);
  }
}
