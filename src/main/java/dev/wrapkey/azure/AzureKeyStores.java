package dev.wrapkey.azure;

import com.azure.core.util.Context;
import com.azure.resourcemanager.keyvault.fluent.models.ManagedHsmInner;
import com.azure.resourcemanager.keyvault.fluent.models.VaultInner;
import dev.wrapkey.keyfile.KeyBackup;
import dev.wrapkey.keyfile.RsaMaterial;
import dev.wrapkey.keyfile.TransferBlob;
import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyOrder;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyStores;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Rights;
import java.util.List;
import java.util.function.Consumer;

final class AzureKeyStores implements KeyStores {

  private final ArmClients clients;
  private final AzureKeys keys;
  private final AzureRoles roles;
  private final ResourceIndex index;

  AzureKeyStores(ArmClients clients, AzureKeys keys, ResourceIndex index) {
    this.index = index;
    this.clients = clients;
    this.keys = keys;
    this.roles = new AzureRoles(clients);
  }

  @Override
  public void list(
      KeyStore.Kind kind,
      String subscription,
      Cancellation cancellation,
      Consumer<List<KeyStore>> page) {
    switch (kind) {
      case KEY_VAULT ->
          Pages.each(
              () -> clients.vaults(subscription).getVaults().listBySubscription(),
              StoreReader::vault,
              cancellation,
              page);
      case MANAGED_HSM ->
          Pages.each(
              () -> clients.vaults(subscription).getManagedHsms().list(),
              StoreReader::hsm,
              cancellation,
              page);
    }
  }

  // Where this program has changed something a moment ago the index may not know it yet.
  @Override
  public void list(
      KeyStore.Kind kind, Where where, Cancellation cancellation, Consumer<List<KeyStore>> page) {
    List<String> one = List.of(where.subscription());
    boolean indexed =
        !clients.changes().subscriptions().contains(where.subscription())
            && index.each(
                List.of(
                    IndexQuery.stores(kind, where, true), IndexQuery.stores(kind, where, false)),
                one,
                cancellation,
                rows -> page.accept(stores(kind, rows)));
    if (!indexed) {
      list(kind, where.subscription(), cancellation, page);
    }
  }

  private static List<KeyStore> stores(KeyStore.Kind kind, List<Json> rows) {
    return switch (kind) {
      case KEY_VAULT ->
          rows.stream().map(row -> StoreReader.vault(row.as(VaultInner::fromJson))).toList();
      case MANAGED_HSM ->
          rows.stream().map(row -> StoreReader.hsm(row.as(ManagedHsmInner::fromJson))).toList();
    };
  }

  @Override
  public List<Key> keys(KeyStore store) {
    return keys.list(store.host());
  }

  @Override
  public void keys(KeyStore store, Cancellation cancellation, Consumer<List<Key>> page) {
    keys.list(store.host(), cancellation, page);
  }

  @Override
  public List<Key> versions(KeyStore store, String key) {
    return keys.versions(store.host(), key);
  }

  @Override
  public Key get(KeyIdentifier id) {
    return keys.get(id);
  }

  @Override
  public Key rotate(KeyIdentifier id) {
    return keys.rotate(id);
  }

  @Override
  public Key create(KeyStore store, String name, KeyOrder order) {
    return AzureKeys.read(keys.into(store.host()).create(name, order));
  }

  @Override
  public Key importKey(KeyStore store, String name, RsaMaterial material, boolean hardware) {
    return AzureKeys.read(keys.into(store.host()).importKey(name, material, hardware));
  }

  @Override
  public Key importKey(KeyStore store, String name, TransferBlob blob) {
    return AzureKeys.read(keys.into(store.host()).importKey(name, blob));
  }

  @Override
  public Key restore(KeyStore store, KeyBackup backup) {
    return AzureKeys.read(keys.into(store.host()).restore(backup));
  }

  @Override
  public KeyBackup backup(KeyIdentifier id) {
    return keys.into(id.host()).backup(id.key());
  }

  @Override
  public Rights rights(KeyStore store, ManagedIdentity identity) {
    if (store.kind() == KeyStore.Kind.MANAGED_HSM) {
      throw new CloudFailure(
          CloudFailure.Kind.INVALID, "ManagedHsmLocalRoles", Phrases.say("azure.hsm.roles"), "");
    }
    return store.rbac()
        ? KeyRights.ofDataActions(roles.permissions(store.id(), identity.principalId()))
        : KeyRights.ofPolicies(currentPolicies(store), identity.principalId());
  }

  // Read afresh: the listing may be as old as the screen that shows it.
  private List<KeyStore.AccessPolicy> currentPolicies(KeyStore store) {
    return StoreReader.vault(
            AzureFailures.ask(
                () ->
                    clients
                        .vaults(store.id().subscription())
                        .getVaults()
                        .getByResourceGroupWithResponse(
                            store.id().resourceGroup(), store.name(), Context.NONE)
                        .getValue()))
        .policies();
  }
}
