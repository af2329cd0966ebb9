package dev.wrapkey.azure;

import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4j.ITokenCacheAccessContext;
import com.microsoft.aad.msal4jextensions.persistence.CacheFileAccessException;
import com.microsoft.aad.msal4jextensions.persistence.linux.KeyRingAccessException;
import com.microsoft.aad.msal4jextensions.persistence.mac.KeyChainAccessException;
import com.sun.jna.LastErrorException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A key store that may close while the program runs: somebody locks it, or its service ends. From
 * then on tokens stay in memory, and no question to Azure fails for it.
 */
final class CarefulCache implements ITokenCacheAccessAspect {

  private static final Logger LOG = Logger.getLogger(CarefulCache.class.getName());

  private final ITokenCacheAccessAspect store;
  private volatile boolean closed;

  CarefulCache(ITokenCacheAccessAspect store) {
    this.store = store;
  }

  @Override
  public void beforeCacheAccess(ITokenCacheAccessContext context) {
    use(() -> store.beforeCacheAccess(context));
  }

  @Override
  public void afterCacheAccess(ITokenCacheAccessContext context) {
    use(() -> store.afterCacheAccess(context));
  }

  private void use(Runnable step) {
    if (closed) {
      return;
    }
    try {
      step.run();
    } catch (KeyRingAccessException
        | KeyChainAccessException
        | CacheFileAccessException
        | LastErrorException failure) {
      closed = true;
      LOG.log(Level.WARNING, "the key store has closed; tokens stay in memory", failure);
    }
  }
}
