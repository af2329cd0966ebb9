package dev.wrapkey.azure;

import com.azure.core.http.rest.Response;
import com.azure.core.util.Context;
import com.azure.resourcemanager.keyvault.fluent.ManagedHsmsClient;
import com.azure.resourcemanager.keyvault.fluent.VaultsClient;
import com.azure.resourcemanager.keyvault.fluent.models.DeletedManagedHsmInner;
import com.azure.resourcemanager.keyvault.fluent.models.DeletedVaultInner;
import com.azure.resourcemanager.keyvault.fluent.models.ManagedHsmInner;
import com.azure.resourcemanager.keyvault.models.CreateMode;
import com.azure.resourcemanager.keyvault.models.ManagedHsmProperties;
import com.azure.resourcemanager.keyvault.models.ManagedHsmSku;
import com.azure.resourcemanager.keyvault.models.ManagedHsmSkuFamily;
import com.azure.resourcemanager.keyvault.models.ManagedHsmSkuName;
import com.azure.resourcemanager.keyvault.models.Sku;
import com.azure.resourcemanager.keyvault.models.SkuFamily;
import com.azure.resourcemanager.keyvault.models.SkuName;
import com.azure.resourcemanager.keyvault.models.VaultCreateOrUpdateParameters;
import com.azure.resourcemanager.keyvault.models.VaultProperties;
import com.azure.resourcemanager.keyvault.models.VaultProvisioningState;
import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.DeletedStore;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.RunningOperation;
import dev.wrapkey.provisioning.StoreLife;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Key stores after they were made. */
final class AzureStoreLife implements StoreLife {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private final ArmClients clients;
  private final AzureConnection connection;
  private final VaultKeeper keeper;

  AzureStoreLife(ArmClients clients, AzureConnection connection) {
    this.clients = clients;
    this.connection = connection;
    this.keeper = new VaultKeeper(clients);
  }

  @Override
  public List<DeletedStore> deleted(String subscription) {
    List<DeletedStore> found = new ArrayList<>();
    found.addAll(
        unlessForbidden(
            () -> Pages.all(() -> vaults(subscription).listDeleted(), AzureStoreLife::vault)));
    found.addAll(
        unlessForbidden(
            () -> Pages.all(() -> hsms(subscription).listDeleted(), AzureStoreLife::hsm)));
    found.sort(Comparator.comparing(DeletedStore::name, String.CASE_INSENSITIVE_ORDER));
    return List.copyOf(found);
  }

  private static List<DeletedStore> unlessForbidden(Supplier<List<DeletedStore>> listing) {
    try {
      return listing.get();
    } catch (CloudFailure failure) {
      if (failure.kind() == CloudFailure.Kind.FORBIDDEN) {
        return List.of();
      }
      throw failure;
    }
  }

  private static DeletedStore vault(DeletedVaultInner vault) {
    return new DeletedStore(
        ResourceId.of(vault.properties().vaultId()),
        KeyStore.Kind.KEY_VAULT,
        Region.shortName(Answer.text(vault.properties().location())),
        Answer.flag(vault.properties().purgeProtectionEnabled(), false),
        moment(vault.properties().deletionDate()),
        moment(vault.properties().scheduledPurgeDate()));
  }

  private static DeletedStore hsm(DeletedManagedHsmInner hsm) {
    return new DeletedStore(
        ResourceId.of(hsm.properties().mhsmId()),
        KeyStore.Kind.MANAGED_HSM,
        Region.shortName(Answer.text(hsm.properties().location())),
        Answer.flag(hsm.properties().purgeProtectionEnabled(), false),
        moment(hsm.properties().deletionDate()),
        moment(hsm.properties().scheduledPurgeDate()));
  }

  private static Optional<Instant> moment(@Nullable OffsetDateTime told) {
    return Optional.ofNullable(told).map(OffsetDateTime::toInstant);
  }

  @Override
  public RunningOperation delete(KeyStore store) {
    ResourceId id = store.id();
    return store.kind() == KeyStore.Kind.KEY_VAULT
        ? started(
            AzureFailures.ask(
                () ->
                    vaults(id.subscription())
                        .deleteWithResponse(id.resourceGroup(), id.name(), Context.NONE)))
        : start(hsms(id.subscription()).deleteWithResponseAsync(id.resourceGroup(), id.name()));
  }

  // The service keeps the old settings and takes the few it is sent for a formality (azure-cli
  // 2.45.0 sends the same ones).
  @Override
  public RunningOperation recover(DeletedStore store) {
    ResourceId id = store.id();
    UUID tenant = UUID.fromString(connection.tenant());
    if (store.kind() == KeyStore.Kind.MANAGED_HSM) {
      ManagedHsmInner wanted =
          new ManagedHsmInner()
              .withSku(
                  new ManagedHsmSku()
                      .withFamily(ManagedHsmSkuFamily.B)
                      .withName(ManagedHsmSkuName.STANDARD_B1))
              .withProperties(
                  new ManagedHsmProperties()
                      .withTenantId(tenant)
                      .withCreateMode(CreateMode.RECOVER));
      wanted.withLocation(store.region());
      return start(
          hsms(id.subscription())
              .createOrUpdateWithResponseAsync(id.resourceGroup(), id.name(), wanted));
    }
    VaultCreateOrUpdateParameters wanted =
        new VaultCreateOrUpdateParameters()
            .withLocation(store.region())
            .withProperties(
                new VaultProperties()
                    .withTenantId(tenant)
                    .withSku(new Sku().withFamily(SkuFamily.A).withName(SkuName.STANDARD))
                    .withCreateMode(CreateMode.RECOVER));
    AzureFailures.answer(
        vaults(id.subscription())
            .createOrUpdateWithResponseAsync(id.resourceGroup(), id.name(), wanted));
    return new Arrival(id);
  }

  @Override
  public RunningOperation purge(DeletedStore store) {
    String subscription = store.id().subscription();
    return start(
        store.kind() == KeyStore.Kind.KEY_VAULT
            ? vaults(subscription).purgeDeletedWithResponseAsync(store.name(), store.region())
            : hsms(subscription).purgeDeletedWithResponseAsync(store.name(), store.region()));
  }

  @Override
  public KeyStore setNetwork(KeyStore vault, KeyStore.Network network) {
    if (vault.kind() == KeyStore.Kind.MANAGED_HSM) {
      throw new CloudFailure(
          CloudFailure.Kind.INVALID, "NotAVault", Phrases.say("azure.hsm.settings"), "");
    }
    keeper.setNetwork(vault.id(), network);
    return StoreReader.vault(keeper.read(vault.id()));
  }

  private RunningOperation start(Mono<Response<Flux<ByteBuffer>>> request) {
    return started(AzureFailures.answer(request));
  }

  private RunningOperation started(Response<?> answer) {
    return AzureOperation.started(answer, clients.pipeline(), connection);
  }

  private VaultsClient vaults(String subscription) {
    return clients.vaults(subscription).getVaults();
  }

  private ManagedHsmsClient hsms(String subscription) {
    return clients.vaults(subscription).getManagedHsms();
  }

  /** A vault that is back and gets its name. */
  private final class Arrival implements RunningOperation {

    private final ResourceId id;

    Arrival(ResourceId id) {
      this.id = id;
    }

    @Override
    public boolean poll() {
      return !VaultProvisioningState.REGISTERING_DNS.equals(
          keeper.read(id).properties().provisioningState());
    }

    @Override
    public Duration retryAfter() {
      return BETWEEN_LOOKS;
    }
  }
}
