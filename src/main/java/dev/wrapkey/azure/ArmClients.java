package dev.wrapkey.azure;

import com.azure.core.http.HttpPipeline;
import com.azure.core.management.profile.AzureProfile;
import com.azure.resourcemanager.authorization.AuthorizationManager;
import com.azure.resourcemanager.authorization.fluent.AuthorizationManagementClient;
import com.azure.resourcemanager.keyvault.KeyVaultManager;
import com.azure.resourcemanager.keyvault.fluent.KeyVaultManagementClient;
import com.azure.resourcemanager.msi.MsiManager;
import com.azure.resourcemanager.msi.fluent.ManagedServiceIdentityClient;
import com.azure.resourcemanager.postgresqlflexibleserver.PostgreSqlManager;
import com.azure.resourcemanager.postgresqlflexibleserver.fluent.PostgreSqlManagementClient;
import com.azure.resourcemanager.resourcegraph.ResourceGraphManager;
import com.azure.resourcemanager.resourcegraph.fluent.ResourceProvidersClient;
import com.azure.resourcemanager.resources.ResourceManager;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The SDK's clients, each bound to one subscription, made on first use and kept. */
final class ArmClients {

  private final AzureConnection connection;
  private final NoteChanges changes = new NoteChanges();
  private final HttpPipeline pipeline;
  private final PerSubscription<ResourceManager> resources;
  private final PerSubscription<ManagedServiceIdentityClient> identities;
  private final PerSubscription<KeyVaultManagementClient> vaults;
  private final PerSubscription<AuthorizationManagementClient> roles;
  private final PerSubscription<PostgreSqlManagementClient> postgres;

  ArmClients(AzureConnection connection) {
    this.connection = connection;
    this.pipeline = AzurePipeline.of(connection, changes);
    resources = new PerSubscription<>(p -> tenant(p).withSubscription(p.getSubscriptionId()));
    identities = new PerSubscription<>(p -> MsiManager.authenticate(pipeline, p).serviceClient());
    vaults = new PerSubscription<>(p -> KeyVaultManager.authenticate(pipeline, p).serviceClient());
    roles =
        new PerSubscription<>(
            p -> AuthorizationManager.authenticate(pipeline, p).roleServiceClient());
    postgres =
        new PerSubscription<>(p -> PostgreSqlManager.authenticate(pipeline, p).serviceClient());
  }

  /** The one client that needs no subscription, for it asks of all at once. */
  ResourceProvidersClient graph() {
    return ResourceGraphManager.authenticate(
            pipeline, new AzureProfile(connection.tenant(), null, connection.environment()))
        .serviceClient()
        .getResourceProviders();
  }

  /** Where this program has changed something. */
  NoteChanges changes() {
    return changes;
  }

  HttpPipeline pipeline() {
    return pipeline;
  }

  /** The part of the resource manager that needs no subscription. */
  ResourceManager.Authenticated tenant() {
    return tenant(new AzureProfile(connection.tenant(), null, connection.environment()));
  }

  ResourceManager resources(String subscription) {
    return resources.of(subscription);
  }

  ManagedServiceIdentityClient identities(String subscription) {
    return identities.of(subscription);
  }

  KeyVaultManagementClient vaults(String subscription) {
    return vaults.of(subscription);
  }

  AuthorizationManagementClient roles(String subscription) {
    return roles.of(subscription);
  }

  PostgreSqlManagementClient postgres(String subscription) {
    return postgres.of(subscription);
  }

  private ResourceManager.Authenticated tenant(AzureProfile profile) {
    return ResourceManager.authenticate(pipeline, profile);
  }

  private final class PerSubscription<T> {

    private final Map<String, T> made = new ConcurrentHashMap<>();
    private final Function<AzureProfile, T> maker;

    PerSubscription(Function<AzureProfile, T> maker) {
      this.maker = maker;
    }

    T of(String subscription) {
      connection.admit(subscription);
      return made.computeIfAbsent(
          subscription,
          s -> maker.apply(new AzureProfile(connection.tenant(), s, connection.environment())));
    }
  }
}
