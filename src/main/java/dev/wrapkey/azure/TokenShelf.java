package dev.wrapkey.azure;

import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4jextensions.PersistenceSettings;
import com.microsoft.aad.msal4jextensions.PersistenceTokenCacheAccessAspect;
import com.microsoft.aad.msal4jextensions.persistence.linux.KeyRingAccessException;
import com.sun.jna.Platform;
import dev.wrapkey.language.Phrases;
import dev.wrapkey.signin.AzurePlace;
import dev.wrapkey.signin.SignIn.TokenStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where the tokens of people stay when the program ends: in the operating system's key store or
 * nowhere. There is no file of ours with a token in it.
 */
final class TokenShelf {

  private static final Logger LOG = Logger.getLogger(TokenShelf.class.getName());
  private static final String NAME = "wrapkey";
  private static final String SERVICE = "dev.wrapkey.tokens";
  private static final String MEMORY = "memory";

  private final TokenStore store;
  private final Predicate<AzurePlace> kept;

  private TokenShelf(TokenStore store, Predicate<AzurePlace> kept) {
    this.store = store;
    this.kept = kept;
  }

  /**
   * Tries the key store of this computer, which may show a window to unlock it. Tokens for
   * addresses that somebody typed are not kept.
   */
  static TokenShelf ofThisComputer() {
    return ofThisComputer(place -> !place.isCustom());
  }

  /**
   * The same for other places.
   *
   * @param kept whose tokens are kept
   */
  static TokenShelf ofThisComputer(Predicate<AzurePlace> kept) {
    FutureTask<Object> attempt =
        new FutureTask<>(() -> new PersistenceTokenCacheAccessAspect(settings()));
    attempt.run();
    return attempt.state() == Future.State.SUCCESS
        ? new TokenShelf(new TokenStore(true, kind(), ""), kept)
        : inMemory(why(attempt.exceptionNow()));
  }

  // Where libsecret is there and refuses, msal4j-persistence-extension 1.3.0 cannot read why: JNA
  // may not look into its class GError, and says so with a plain Error.
  private static String why(Throwable cannot) {
    if (cannot instanceof VirtualMachineError end) {
      throw end;
    }
    return cannot.getClass() == Error.class
        ? Phrases.say("azure.keyring.closed")
        : String.valueOf(cannot.getMessage()).lines().findFirst().orElse("");
  }

  /**
   * Keeps nothing.
   *
   * @param why for people
   */
  static TokenShelf inMemory(String why) {
    return new TokenShelf(new TokenStore(false, MEMORY, why), place -> false);
  }

  TokenStore store() {
    return store;
  }

  /** Whether tokens for a place are kept. */
  boolean keeps(AzurePlace place) {
    return store.kept() && kept.test(place);
  }

  /** What MSAL is told; nothing if it is to keep tokens in memory. */
  Optional<ITokenCacheAccessAspect> cache(AzurePlace place) {
    try {
      return keeps(place)
          ? Optional.of(new CarefulCache(new PersistenceTokenCacheAccessAspect(settings())))
          : Optional.empty();
    } catch (IOException | KeyRingAccessException failed) {
      LOG.log(Level.WARNING, "the key store does not open; tokens stay in memory", failed);
      return Optional.empty();
    }
  }

  private static PersistenceSettings settings() {
    PersistenceSettings.Builder builder = PersistenceSettings.builder(NAME, folder());
    if (Platform.isMac()) {
      builder.setMacKeychain(SERVICE, NAME);
    } else if (Platform.isLinux()) {
      builder.setLinuxKeyring("default", SERVICE, NAME, "application", NAME, null, null);
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
