package dev.wrapkey.azure;

import com.azure.core.util.Context;
import com.azure.resourcemanager.msi.fluent.models.IdentityInner;
import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Identities;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.ResourceId;
import java.util.List;
import java.util.function.Consumer;

final class AzureIdentities implements Identities {

  private final ArmClients clients;

  AzureIdentities(ArmClients clients) {
    this.clients = clients;
  }

  @Override
  public void list(
      String subscription, Cancellation cancellation, Consumer<List<ManagedIdentity>> page) {
    Pages.each(
        () -> clients.identities(subscription).getUserAssignedIdentities().list(),
        AzureIdentities::read,
        cancellation,
        page);
  }

  @Override
  public ManagedIdentity get(ResourceId id) {
    return read(
        AzureFailures.ask(
            () ->
                clients
                    .identities(id.subscription())
                    .getUserAssignedIdentities()
                    .getByResourceGroupWithResponse(id.resourceGroup(), id.name(), Context.NONE)
                    .getValue()));
  }

  @Override
  public ManagedIdentity create(ResourceId id, String region) {
    refuseIfThere(id);
    IdentityInner wanted = new IdentityInner();
    wanted.withLocation(region);
    return read(
        AzureFailures.ask(
            () ->
                clients
                    .identities(id.subscription())
                    .getUserAssignedIdentities()
                    .createOrUpdateWithResponse(id.resourceGroup(), id.name(), wanted, Context.NONE)
                    .getValue()));
  }

  @Override
  public void delete(ResourceId id) {
    AzureFailures.ask(
        () ->
            clients
                .identities(id.subscription())
                .getUserAssignedIdentities()
                .deleteWithResponse(id.resourceGroup(), id.name(), Context.NONE)
                .getStatusCode());
  }

  // A PUT on one that exists would drop its tags.
  private void refuseIfThere(ResourceId id) {
    try {
      get(id);
    } catch (CloudFailure failure) {
      if (failure.code().equals("ResourceNotFound") || failure.code().equals("NotFound")) {
        return;
      }
      throw failure;
    }
    throw new CloudFailure(
        CloudFailure.Kind.NAME_TAKEN,
        "AlreadyExists",
        Phrases.say("azure.identity.exists", id.resourceGroup(), id.name()),
        "");
  }

  private static ManagedIdentity read(IdentityInner identity) {
    return new ManagedIdentity(
        ResourceId.of(identity.id()),
        Region.shortName(Answer.text(identity.location())),
        Answer.text(identity.principalId()),
        Answer.text(identity.clientId()));
  }
}
