package dev.wrapkey.azure;

import com.azure.core.util.Context;
import com.azure.resourcemanager.keyvault.fluent.VaultsClient;
import com.azure.resourcemanager.keyvault.fluent.models.CheckNameAvailabilityResultInner;
import com.azure.resourcemanager.keyvault.fluent.models.VaultInner;
import com.azure.resourcemanager.keyvault.models.AccessPolicyUpdateKind;
import com.azure.resourcemanager.keyvault.models.VaultCheckNameAvailabilityParameters;
import com.azure.resourcemanager.keyvault.models.VaultProvisioningState;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.NewVaults;
import dev.wrapkey.provisioning.OwnRights;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.RunningOperation;
import dev.wrapkey.provisioning.VaultOrder;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

final class AzureNewVaults implements NewVaults {

  private static final String GIVING_ROLES = "Microsoft.Authorization/roleAssignments/write";
  private static final String GIVING_POLICIES = "Microsoft.KeyVault/vaults/accessPolicies/write";

  // The service gives no address to ask; a vault takes some seconds to get its name in DNS.
  private static final Duration USUAL_WAIT = Duration.ofSeconds(5);

  private final ArmClients clients;
  private final AzureConnection connection;
  private final Caller caller;
  private final AzureRoles roles;

  AzureNewVaults(ArmClients clients, AzureConnection connection, Caller caller) {
    this.clients = clients;
    this.connection = connection;
    this.caller = caller;
    this.roles = new AzureRoles(clients);
  }

  @Override
  public KeyStore get(ResourceId id) {
    return StoreReader.vault(read(id));
  }

  @Override
  public Optional<String> refusalOfName(String subscription, String name) {
    CheckNameAvailabilityResultInner answer =
        AzureFailures.ask(
            () ->
                vaults(subscription)
                    .checkNameAvailabilityWithResponse(
                        new VaultCheckNameAvailabilityParameters().withName(name), Context.NONE)
                    .getValue());
    return Answer.flag(answer.nameAvailable(), false)
        ? Optional.empty()
        : Stream.of(Answer.text(answer.message()), Answer.text(answer.reason()), "Unavailable")
            .filter(reason -> !reason.isEmpty())
            .findFirst();
  }

  // A PUT on one that exists would change it.
  @Override
  public RunningOperation create(VaultOrder order) {
    ResourceId id = order.id();
    refusalOfName(id.subscription(), id.name()).ifPresent(AzureNewVaults::refuse);
    String account = order.rbac() ? "" : caller.account().objectId();
    AzureFailures.answer(
        vaults(id.subscription())
            .createOrUpdateWithResponseAsync(
                id.resourceGroup(),
                id.name(),
                VaultWriter.vault(order, connection.tenant(), account)));
    return new Arrival(id);
  }

  private static void refuse(String reason) {
    throw new CloudFailure(CloudFailure.Kind.NAME_TAKEN, "VaultAlreadyExists", reason, "");
  }

  @Override
  public OwnRights ownRights(KeyStore vault) {
    String account = caller.account().objectId();
    AzureRoles.Held held = roles.held(vault.id(), account);
    return vault.rbac()
        ? new OwnRights(KeyRights.mayMakeKeys(held.data()), held.manage(GIVING_ROLES))
        : new OwnRights(
            KeyRights.mayMakeKeys(get(vault.id()).policies(), account),
            held.manage(GIVING_POLICIES));
  }

  @Override
  public void grantSelf(KeyStore vault) {
    Plan.Administrator account = caller.account();
    if (vault.rbac()) {
      roles.grant(vault.id(), AzureRoles.CRYPTO_OFFICER, account.objectId(), account.type());
    } else {
      addPolicy(vault.id(), account.objectId());
    }
  }

  private void addPolicy(ResourceId vault, String account) {
    AzureFailures.ask(
        () ->
            vaults(vault.subscription())
                .updateAccessPolicyWithResponse(
                    vault.resourceGroup(),
                    vault.name(),
                    AccessPolicyUpdateKind.ADD,
                    VaultWriter.policy(connection.tenant(), account),
                    Context.NONE)
                .getValue());
  }

  private VaultInner read(ResourceId id) {
    return AzureFailures.ask(
        () ->
            vaults(id.subscription())
                .getByResourceGroupWithResponse(id.resourceGroup(), id.name(), Context.NONE)
                .getValue());
  }

  private VaultsClient vaults(String subscription) {
    return clients.vaults(subscription).getVaults();
  }

  /** A vault that is there and gets its name. */
  private final class Arrival implements RunningOperation {

    private final ResourceId id;

    Arrival(ResourceId id) {
      this.id = id;
    }

    @Override
    public boolean poll() {
      return !VaultProvisioningState.REGISTERING_DNS.equals(
          read(id).properties().provisioningState());
    }

    @Override
    public Duration retryAfter() {
      return USUAL_WAIT;
    }
  }
}
