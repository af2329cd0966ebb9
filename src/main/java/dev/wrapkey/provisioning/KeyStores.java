package dev.wrapkey.provisioning;

import dev.wrapkey.keyfile.KeyBackup;
import dev.wrapkey.keyfile.RsaMaterial;
import dev.wrapkey.keyfile.TransferBlob;
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
   * Where stores are looked for.
   *
   * @param subscription the GUID
   * @param region the short name of the region whose stores are wanted before all others
   */
  record Where(String subscription, String region) {}

  /**
   * Hands over the stores of a subscription page by page, those of one region first if the cloud
   * has an index that can tell them apart; what it tells may be a minute old.
   */
  default void list(
      KeyStore.Kind kind, Where where, Cancellation cancellation, Consumer<List<KeyStore>> page) {
    list(kind, where.subscription(), cancellation, page);
  }

  /**
   * The keys of a store, by name, with versionless identifiers. Needs the caller's own right to
   * list keys.
   */
  List<Key> keys(KeyStore store);

  /**
   * Hands over the keys of a store page by page, in the order of the service, as {@link #keys}
   * tells them. A port that has no pages hands all over at once.
   */
  default void keys(KeyStore store, Cancellation cancellation, Consumer<List<Key>> page) {
    cancellation.check();
    page.accept(keys(store));
  }

  /** The versions of a key, newest first. */
  List<Key> versions(KeyStore store, String key);

  /** One version of a key, or the newest where the identifier has no version. */
  Key get(KeyIdentifier id);

  /** Makes a new version of a key. */
  @Change(value = "Microsoft.KeyVault/vaults/keys/rotate/action", of = Change.Subject.KEY)
  Key rotate(KeyIdentifier id);

  /**
   * Has a store make a key; a new version where the name is taken.
   *
   * @return the new version, versioned
   */
  @Change(
      value = "Microsoft.KeyVault/vaults/keys/create/action",
      names = {"name"})
  Key create(KeyStore store, String name, KeyOrder order);

  /**
   * Hands a private key over to a store; a new version where the name is taken.
   *
   * @param hardware true to keep it in a hardware security module
   */
  @Change(
      value = "Microsoft.KeyVault/vaults/keys/import/action",
      names = {"name", "hardware"})
  Key importKey(KeyStore store, String name, RsaMaterial material, boolean hardware);

  /** As above, with a key that is encrypted for a key exchange key of the store. */
  @Change(
      value = "Microsoft.KeyVault/vaults/keys/import/action",
      names = {"name", "hardware"})
  Key importKey(KeyStore store, String name, TransferBlob blob);

  /**
   * Puts a key back with its old name and its old versions.
   *
   * @return its newest version
   * @throws CloudFailure INVALID if the backup is not of this service, subscription and geography
   */
  @Change("Microsoft.KeyVault/vaults/keys/restore/action")
  Key restore(KeyStore store, KeyBackup backup);

  /** A key with all its versions, sealed, for {@link #restore}. */
  @Change("Microsoft.KeyVault/vaults/keys/backup/action")
  KeyBackup backup(KeyIdentifier id);

  /**
   * What an identity may do with all keys of a store, by access policies or role assignments. What
   * it may do with one of them only is not counted; {@link Safeguards#grants} counts it.
   */
  Rights rights(KeyStore store, ManagedIdentity identity);
}
