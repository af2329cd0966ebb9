package dev.wrapkey.provisioning;

import dev.wrapkey.keyfile.KeyBackup;
import dev.wrapkey.keyfile.RsaMaterial;
import dev.wrapkey.keyfile.TransferBlob;
import java.util.List;
import java.util.function.Consumer;

/** Key stores that answer nothing: a test plays the part of them that is asked. */
public abstract class BareKeyStores implements KeyStores {

  @Override
  public void list(
      KeyStore.Kind kind,
      String subscription,
      Cancellation cancellation,
      Consumer<List<KeyStore>> page) {
    throw unasked();
  }

  @Override
  public List<Key> keys(KeyStore store) {
    throw unasked();
  }

  @Override
  public List<Key> versions(KeyStore store, String key) {
    throw unasked();
  }

  @Override
  public Key get(KeyIdentifier id) {
    throw unasked();
  }

  @Override
  public Key rotate(KeyIdentifier id) {
    throw unasked();
  }

  @Override
  public Rights rights(KeyStore store, ManagedIdentity identity) {
    throw unasked();
  }

  @Override
  public Key create(KeyStore store, String name, KeyOrder order) {
    throw unasked();
  }

  @Override
  public Key importKey(KeyStore store, String name, RsaMaterial material, boolean hardware) {
    throw unasked();
  }

  @Override
  public Key importKey(KeyStore store, String name, TransferBlob blob) {
    throw unasked();
  }

  @Override
  public Key restore(KeyStore store, KeyBackup backup) {
    throw unasked();
  }

  @Override
  public KeyBackup backup(KeyIdentifier id) {
    throw unasked();
  }

  private static UnsupportedOperationException unasked() {
    return new UnsupportedOperationException("this test does not play it");
  }
}
