package dev.wrapkey.azure;

import com.azure.resourcemanager.postgresqlflexibleserver.fluent.models.FirewallRuleInner;
import com.azure.resourcemanager.postgresqlflexibleserver.fluent.models.ServerInner;
import com.azure.resourcemanager.postgresqlflexibleserver.models.ActiveDirectoryAuthEnum;
import com.azure.resourcemanager.postgresqlflexibleserver.models.ArmServerKeyType;
import com.azure.resourcemanager.postgresqlflexibleserver.models.AuthConfig;
import com.azure.resourcemanager.postgresqlflexibleserver.models.AzureManagedDiskPerformanceTiers;
import com.azure.resourcemanager.postgresqlflexibleserver.models.Backup;
import com.azure.resourcemanager.postgresqlflexibleserver.models.CreateMode;
import com.azure.resourcemanager.postgresqlflexibleserver.models.DataEncryption;
import com.azure.resourcemanager.postgresqlflexibleserver.models.GeoRedundantBackupEnum;
import com.azure.resourcemanager.postgresqlflexibleserver.models.HighAvailability;
import com.azure.resourcemanager.postgresqlflexibleserver.models.HighAvailabilityMode;
import com.azure.resourcemanager.postgresqlflexibleserver.models.IdentityType;
import com.azure.resourcemanager.postgresqlflexibleserver.models.Network;
import com.azure.resourcemanager.postgresqlflexibleserver.models.PasswordAuthEnum;
import com.azure.resourcemanager.postgresqlflexibleserver.models.ServerForUpdate;
import com.azure.resourcemanager.postgresqlflexibleserver.models.ServerPublicNetworkAccessState;
import com.azure.resourcemanager.postgresqlflexibleserver.models.ServerVersion;
import com.azure.resourcemanager.postgresqlflexibleserver.models.Sku;
import com.azure.resourcemanager.postgresqlflexibleserver.models.SkuTier;
import com.azure.resourcemanager.postgresqlflexibleserver.models.Storage;
import com.azure.resourcemanager.postgresqlflexibleserver.models.StorageAutoGrow;
import com.azure.resourcemanager.postgresqlflexibleserver.models.StorageType;
import com.azure.resourcemanager.postgresqlflexibleserver.models.UserAssignedIdentity;
import com.azure.resourcemanager.postgresqlflexibleserver.models.UserIdentity;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.ResourceId;
import java.util.Map;

/** Plans in the shape the service takes them (portal specification 4.3). */
final class ServerWriter {

  private static final int BACKUP_DAYS = 7;

  private ServerWriter() {}

  static ServerInner server(Plan plan, String tenant) {
    Plan.Basics basics = plan.basics();
    ServerInner server =
        new ServerInner()
            .withLocation(basics.region())
            .withTags(Map.copyOf(plan.tags()))
            .withSku(sku(basics.compute()))
            .withCreateMode(CreateMode.CREATE)
            .withVersion(ServerVersion.fromString(basics.version()))
            .withAdministratorLogin(basics.admin().login())
            .withAdministratorLoginPassword(basics.admin().password().reveal())
            .withAuthConfig(passwordOnly(tenant))
            .withStorage(storage(basics.compute()))
            .withBackup(backup())
            .withHighAvailability(new HighAvailability().withMode(HighAvailabilityMode.DISABLED))
            .withNetwork(network(plan.networking()));
    if (!basics.availabilityZone().isEmpty()) {
      server.withAvailabilityZone(basics.availabilityZone());
    }
    plan.encryption().identity().ifPresent(id -> server.withIdentity(identity(id)));
    plan.encryption()
        .key()
        .ifPresent(
            key ->
                server.withDataEncryption(
                    encryption(key, plan.encryption().identity().orElseThrow())));
    return server;
  }

  /** Key and identity always go together, the identity being assigned to the server on the way. */
  static ServerForUpdate keyChange(KeyIdentifier key, ResourceId identity) {
    return new ServerForUpdate()
        .withIdentity(identity(identity))
        .withDataEncryption(encryption(key, identity));
  }

  static FirewallRuleInner firewallRule(Plan.FirewallRule rule) {
    return new FirewallRuleInner().withStartIpAddress(rule.start()).withEndIpAddress(rule.end());
  }

  private static Sku sku(Plan.Compute compute) {
    return new Sku().withName(compute.sku()).withTier(SkuTier.fromString(compute.tier()));
  }

  private static AuthConfig passwordOnly(String tenant) {
    return new AuthConfig()
        .withPasswordAuth(PasswordAuthEnum.ENABLED)
        .withActiveDirectoryAuth(ActiveDirectoryAuthEnum.DISABLED)
        .withTenantId(tenant);
  }

  private static Storage storage(Plan.Compute compute) {
    return new Storage()
        .withStorageSizeGB(compute.storageGib())
        .withAutoGrow(StorageAutoGrow.DISABLED)
        .withTier(AzureManagedDiskPerformanceTiers.fromString(compute.performanceTier()))
        .withType(StorageType.PREMIUM_LRS);
  }

  private static Backup backup() {
    return new Backup()
        .withBackupRetentionDays(BACKUP_DAYS)
        .withGeoRedundantBackup(GeoRedundantBackupEnum.DISABLED);
  }

  private static Network network(Plan.Networking networking) {
    return new Network()
        .withPublicNetworkAccess(
            networking.publicAccess()
                ? ServerPublicNetworkAccessState.ENABLED
                : ServerPublicNetworkAccessState.DISABLED);
  }

  private static UserAssignedIdentity identity(ResourceId id) {
    return new UserAssignedIdentity()
        .withType(IdentityType.USER_ASSIGNED)
        .withUserAssignedIdentities(Map.of(id.toString(), new UserIdentity()));
  }

  private static DataEncryption encryption(KeyIdentifier key, ResourceId identity) {
    return new DataEncryption()
        .withType(ArmServerKeyType.AZURE_KEY_VAULT)
        .withPrimaryKeyUri(key.toString())
        .withPrimaryUserAssignedIdentityId(identity.toString());
  }
}
