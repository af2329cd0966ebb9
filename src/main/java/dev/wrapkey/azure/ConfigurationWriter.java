package dev.wrapkey.azure;

import com.azure.resourcemanager.postgresqlflexibleserver.fluent.models.ServerInner;
import com.azure.resourcemanager.postgresqlflexibleserver.models.AzureManagedDiskPerformanceTiers;
import com.azure.resourcemanager.postgresqlflexibleserver.models.Backup;
import com.azure.resourcemanager.postgresqlflexibleserver.models.GeoRedundantBackupEnum;
import com.azure.resourcemanager.postgresqlflexibleserver.models.HighAvailability;
import com.azure.resourcemanager.postgresqlflexibleserver.models.HighAvailabilityMode;
import com.azure.resourcemanager.postgresqlflexibleserver.models.Network;
import com.azure.resourcemanager.postgresqlflexibleserver.models.ServerPublicNetworkAccessState;
import com.azure.resourcemanager.postgresqlflexibleserver.models.Sku;
import com.azure.resourcemanager.postgresqlflexibleserver.models.SkuTier;
import com.azure.resourcemanager.postgresqlflexibleserver.models.Storage;
import com.azure.resourcemanager.postgresqlflexibleserver.models.StorageAutoGrow;
import com.azure.resourcemanager.postgresqlflexibleserver.models.StorageType;
import dev.wrapkey.provisioning.Plan;

/** Compute, storage, high availability, backups and network in the shape the service takes them. */
final class ConfigurationWriter {

  private ConfigurationWriter() {}

  static ServerInner write(ServerInner server, Plan.Configuration configuration) {
    return size(server, configuration)
        .withBackup(backup(configuration.backup()))
        .withHighAvailability(highAvailability(configuration.highAvailability()));
  }

  /** Compute and storage. */
  static ServerInner size(ServerInner server, Plan.Configuration configuration) {
    return server
        .withSku(
            new Sku()
                .withName(configuration.compute().sku())
                .withTier(SkuTier.fromString(configuration.compute().tier())))
        .withStorage(storage(configuration.storage()));
  }

  static Network network(Plan.Networking networking) {
    Network network =
        new Network()
            .withPublicNetworkAccess(
                networking.publicAccess()
                    ? ServerPublicNetworkAccessState.ENABLED
                    : ServerPublicNetworkAccessState.DISABLED);
    networking
        .privateAccess()
        .ifPresent(
            access ->
                network
                    .withDelegatedSubnetResourceId(access.subnet().toString())
                    .withPrivateDnsZoneArmResourceId(access.zone().toString()));
    return network;
  }

  private static Storage storage(Plan.Storage storage) {
    Storage disk =
        new Storage()
            .withStorageSizeGB(storage.sizeGib())
            .withAutoGrow(storage.autoGrow() ? StorageAutoGrow.ENABLED : StorageAutoGrow.DISABLED)
            .withType(StorageType.fromString(storage.type()));
    return storage.isPremiumV2()
        ? disk.withIops(storage.iops()).withThroughput(storage.throughputMib())
        : disk.withTier(AzureManagedDiskPerformanceTiers.fromString(storage.performanceTier()));
  }

  static Backup backup(Plan.Backup backup) {
    return new Backup()
        .withBackupRetentionDays(backup.retentionDays())
        .withGeoRedundantBackup(
            backup.geoRedundant()
                ? GeoRedundantBackupEnum.ENABLED
                : GeoRedundantBackupEnum.DISABLED);
  }

  private static HighAvailability highAvailability(Plan.HighAvailability wanted) {
    HighAvailability availability =
        new HighAvailability().withMode(HighAvailabilityMode.fromString(wanted.mode().word()));
    return wanted.isOn() && !wanted.standbyZone().isEmpty()
        ? availability.withStandbyAvailabilityZone(wanted.standbyZone())
        : availability;
  }
}
