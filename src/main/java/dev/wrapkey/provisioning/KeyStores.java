package dev.wrapkey.provisioning;

import java.util.List;
import java.util.function.Consumer;

/** Key vaults, managed HSMs and the keys in them. Failures as in {@link Cloud}. */
public interface KeyStores {

  /**
   * Hands over the stores of a subscription, of every region, page by page, until the end or until
   * cancelled.
   */
  void list(
      KeyStore.Kind kind,
      String subscription,
      Cancellation cancellation,
      Consumer<List<KeyStore>> page);

  /**
   * The keys of a store, by name, with versionless identifiers. Needs the caller's own right to
   * list keys.
   */
  List<Key> keys(KeyStore store);

  /** The versions of a key, newest first. */
  List<Key> versions(KeyStore store, String key);

  /** One version of a key, or the newest where the identifier has no version. */
  Key get(KeyIdentifier id);

  /** Makes a new version of a key. */
  Key rotate(KeyIdentifier id);

  /** What an identity may do with the keys of a store, by access policies or role assignments. */
  Rights rights(KeyStore store, ManagedIdentity identity);
}
