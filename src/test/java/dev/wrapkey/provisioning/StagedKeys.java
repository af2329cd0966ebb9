package dev.wrapkey.provisioning;

import java.util.List;
import java.util.function.Consumer;

/** The one vault of a {@link Stage}, with its one key. */
final class StagedKeys extends BareKeyStores {

  private final Stage stage;

  StagedKeys(Stage stage) {
    this.stage = stage;
  }

  @Override
  public void list(
      KeyStore.Kind kind,
      String subscription,
      Cancellation cancellation,
      Consumer<List<KeyStore>> page) {
    page.accept(
        List.of(
            new KeyStore(
                new ResourceId(subscription, "rg", ResourceId.VAULT, "kv-orders"),
                KeyStore.Kind.KEY_VAULT,
                "eastus",
                "kv-orders.vault.azure.net",
                "tenant",
                new KeyStore.Protection(true, true, 90),
                true,
                List.of(),
                false,
                KeyStore.Network.ALL)));
  }

  @Override
  public List<Key> keys(KeyStore store) {
    return List.of();
  }

  @Override
  public List<Key> versions(KeyStore store, String key) {
    return List.of();
  }

  @Override
  public Key get(KeyIdentifier id) {
    stage.ask("key");
    return new Key(id, "RSA", 2048, List.of("wrapKey", "unwrapKey"), stage.life);
  }

  @Override
  public Key rotate(KeyIdentifier id) {
    return get(id);
  }
}
