package dev.wrapkey.azure;

import com.azure.core.util.Context;
import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.ActionBlock;
import dev.wrapkey.provisioning.Cancellation;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.Grants;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.Lock;
import dev.wrapkey.provisioning.ManagedIdentity;
import dev.wrapkey.provisioning.Permit;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Safeguards;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Safeguards, looked at with the SDK; {@link VaultKeeper} changes them. */
final class AzureSafeguards implements Safeguards {

  // Asked for without the SDK's own calls: those for permissions know no subscription, and that for
  // locks found nothing at a scope of several segments (seen with 2.53.5).
  private static final String PERMISSIONS = "2022-04-01";
  private static final String LOCKS = "2020-05-01";
  private static final String LOCK = "/providers/Microsoft.Authorization/locks/";

  private final ArmClients clients;
  private final ArmResources resources;
  private final AzureRoles roles;
  private final HsmRoles local;
  private final VaultKeeper keeper;
  private final KeyTest test;

  AzureSafeguards(ArmClients clients, AzureConnection connection) {
    this.clients = clients;
    this.resources = new ArmResources(clients, connection);
    this.roles = new AzureRoles(clients);
    this.local = new HsmRoles(connection);
    this.keeper = new VaultKeeper(clients);
    this.test = new KeyTest(connection);
  }

  @Override
  public String tenant(String subscription) {
    return Answer.text(
        AzureFailures.ask(
                () ->
                    clients
                        .resources(subscription)
                        .subscriptionClient()
                        .getSubscriptions()
                        .getWithResponse(subscription, Context.NONE)
                        .getValue())
            .tenantId());
  }

  @Override
  public KeyStore vault(ResourceId id) {
    return StoreReader.vault(keeper.read(id));
  }

  @Override
  public Grants grants(KeyStore store, KeyIdentifier key, ManagedIdentity identity) {
    if (store.kind() == KeyStore.Kind.MANAGED_HSM) {
      return new Grants(
          local.rights(store.host(), key.key(), identity.principalId()), Optional.empty());
    }
    if (!store.rbac()) {
      return new Grants(
          KeyRights.ofPolicies(vault(store.id()).policies(), identity.principalId()),
          Optional.empty());
    }
    return KeyRights.since(roles.assignments(scope(store, key), identity.principalId()));
  }

  private static ResourceId scope(KeyStore store, KeyIdentifier key) {
    return new ResourceId(
        store.id().subscription(),
        store.id().resourceGroup(),
        ResourceId.VAULT + "/keys",
        store.name() + "/" + key.key());
  }

  @Override
  public List<Permit> permits(KeyStore store, KeyIdentifier key, ManagedIdentity identity) {
    if (store.kind() == KeyStore.Kind.MANAGED_HSM) {
      return local.permits(store.host(), key.key(), identity.principalId());
    }
    if (store.rbac()) {
      return roles.permits(scope(store, key), identity.principalId());
    }
    return vault(store.id()).policies().stream()
        .filter(policy -> policy.principalId().equalsIgnoreCase(identity.principalId()))
        .map(policy -> permit(store, policy))
        .toList();
  }

  private static Permit permit(KeyStore store, KeyStore.AccessPolicy policy) {
    return new Permit(
        Permit.Source.POLICY,
        policy.principalId(),
        store.id().toString(),
        policy.principalId(),
        "",
        KeyRights.ofPolicies(List.of(policy), policy.principalId()));
  }

  @Override
  public void withdraw(KeyStore store, Permit permit) {
    switch (permit.source()) {
      case ROLE -> roles.remove(store.id().subscription(), permit.id());
      case POLICY -> keeper.removePolicy(store, permit.id());
      case LOCAL_ROLE -> local.remove(store.host(), permit);
    }
  }

  // The service lists a scope's own locks and those below it: those above are asked for one by one.
  @Override
  public List<Lock> locks(ResourceId resource) {
    String subscription = "/subscriptions/" + resource.subscription();
    String group = subscription + "/resourceGroups/" + resource.resourceGroup();
    return Stream.of(resource.toString(), group, subscription)
        .flatMap(this::locksAt)
        .distinct()
        .filter(lock -> covers(lock, resource))
        .toList();
  }

  @Override
  public boolean isLogged(KeyStore store) {
    return new AuditTrail(resources).isKept(store);
  }

  private Stream<Lock> locksAt(String scope) {
    List<Lock> found = new ArrayList<>();
    try {
      resources.each(
          scope + "/providers/Microsoft.Authorization/locks?$filter=atScope()",
          LOCKS,
          new Cancellation(),
          page -> page.forEach(lock -> found.add(readLock(lock))));
    } catch (CloudFailure failure) {
      // What is not there yet has no lock of its own.
      if (failure.kind() != CloudFailure.Kind.NOT_FOUND) {
        throw failure;
      }
    }
    return found.stream();
  }

  private static Lock readLock(Json lock) {
    String id = lock.string("id");
    int end = id.toLowerCase(Locale.ROOT).indexOf(LOCK.toLowerCase(Locale.ROOT));
    return new Lock(
        lock.string("name"),
        end < 0 ? id : id.substring(0, end),
        lock.string("properties", "level").equalsIgnoreCase("ReadOnly"));
  }

  private static boolean covers(Lock lock, ResourceId resource) {
    String scope = lock.scope() + "/";
    return (resource + "/").regionMatches(true, 0, scope, 0, scope.length());
  }

  @Override
  public List<ActionBlock> ownActions(String scope) {
    List<ActionBlock> found = new ArrayList<>();
    resources.each(
        scope + "/providers/Microsoft.Authorization/permissions",
        PERMISSIONS,
        new Cancellation(),
        page -> page.forEach(block -> found.add(read(block))));
    return List.copyOf(found);
  }

  private static ActionBlock read(Json block) {
    return new ActionBlock(block.strings("actions"), block.strings("notActions"));
  }

  @Override
  public boolean wrapsAndUnwraps(KeyIdentifier version) {
    return test.wrapsAndUnwraps(version);
  }

  @Override
  public void grant(KeyStore store, ManagedIdentity identity) {
    if (store.kind() == KeyStore.Kind.MANAGED_HSM) {
      local.grant(store.host(), identity.principalId());
    } else if (store.rbac()) {
      roles.grant(
          store.id(), AzureRoles.ENCRYPTION_USER, identity.principalId(), "ServicePrincipal");
    } else {
      keeper.addPolicy(store, identity.principalId());
    }
  }

  @Override
  public void enablePurgeProtection(KeyStore store) {
    keeper.enablePurgeProtection(vaultOnly(store));
  }

  @Override
  public void admitTrustedServices(KeyStore store) {
    keeper.admitTrustedServices(vaultOnly(store));
  }

  private static ResourceId vaultOnly(KeyStore store) {
    if (store.kind() == KeyStore.Kind.MANAGED_HSM) {
      throw new CloudFailure(
          CloudFailure.Kind.INVALID, "NotAVault", Phrases.say("azure.hsm.settings"), "");
    }
    return store.id();
  }
}
