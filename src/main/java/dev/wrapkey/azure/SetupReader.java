package dev.wrapkey.azure;

import com.azure.resourcemanager.postgresqlflexibleserver.fluent.models.ServerInner;
import com.azure.resourcemanager.postgresqlflexibleserver.models.ActiveDirectoryAuthEnum;
import com.azure.resourcemanager.postgresqlflexibleserver.models.GeoRedundantBackupEnum;
import com.azure.resourcemanager.postgresqlflexibleserver.models.PasswordAuthEnum;
import com.azure.resourcemanager.postgresqlflexibleserver.models.ServerPublicNetworkAccessState;
import com.azure.resourcemanager.postgresqlflexibleserver.models.StorageAutoGrow;
import dev.wrapkey.provisioning.Plan;
import dev.wrapkey.provisioning.Plan.Authentication.Method;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Setup;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How a server is set up, as the service describes it; what it leaves out has its default. */
final class SetupReader {

  private SetupReader() {}

  static Setup read(ServerInner server) {
    return new Setup(
        Answer.text(server.availabilityZone()),
        storage(server),
        highAvailability(server),
        backups(server),
        network(server),
        authentication(server),
        replication(server),
        tags(server.tags()),
        Optional.ofNullable(server.systemData())
            .map(data -> data.createdAt())
            .map(OffsetDateTime::toInstant));
  }

  private static Plan.Storage storage(ServerInner server) {
    var storage = server.storage();
    if (storage == null) {
      return Setup.unknown().storage();
    }
    return new Plan.Storage(
        word(storage.type()).isEmpty()
            ? Plan.Storage.PREMIUM
            : word(storage.type()), // recorded: ""
        Answer.number(storage.storageSizeGB(), 0),
        word(storage.tier()),
        Answer.number(storage.iops(), 0),
        Answer.number(storage.throughput(), 0),
        StorageAutoGrow.ENABLED.equals(storage.autoGrow()));
  }

  private static Plan.HighAvailability highAvailability(ServerInner server) {
    var availability = server.highAvailability();
    return availability == null
        ? Plan.HighAvailability.NONE
        : new Plan.HighAvailability(
            Plan.HighAvailability.Mode.of(word(availability.mode())),
            Answer.text(availability.standbyAvailabilityZone()));
  }

  private static Setup.Backups backups(ServerInner server) {
    var backup = server.backup();
    if (backup == null) {
      return Setup.unknown().backup();
    }
    return new Setup.Backups(
        new Plan.Backup(
            Answer.number(backup.backupRetentionDays(), Plan.Backup.STANDARD.retentionDays()),
            GeoRedundantBackupEnum.ENABLED.equals(backup.geoRedundantBackup())),
        Optional.ofNullable(backup.earliestRestoreDate()).map(OffsetDateTime::toInstant));
  }

  private static Setup.Network network(ServerInner server) {
    var network = server.network();
    return network == null
        ? Setup.unknown().network()
        : new Setup.Network(
            !ServerPublicNetworkAccessState.DISABLED.equals(network.publicNetworkAccess()),
            Optional.ofNullable(network.delegatedSubnetResourceId()).flatMap(ResourceId::parse),
            Optional.ofNullable(network.privateDnsZoneArmResourceId()).flatMap(ResourceId::parse));
  }

  private static Method authentication(ServerInner server) {
    var config = server.authConfig();
    if (config == null || !ActiveDirectoryAuthEnum.ENABLED.equals(config.activeDirectoryAuth())) {
      return Method.POSTGRESQL;
    }
    return PasswordAuthEnum.DISABLED.equals(config.passwordAuth()) ? Method.ENTRA : Method.BOTH;
  }

  private static Setup.Replication replication(ServerInner server) {
    String role = word(server.replicationRole());
    return new Setup.Replication(
        role.isEmpty() ? Setup.Replication.NONE.role() : role,
        Optional.ofNullable(server.sourceServerResourceId()).flatMap(ResourceId::parse));
  }

  private static SortedMap<String, String> tags(@Nullable Map<String, String> tags) {
    return tags == null ? new TreeMap<>() : new TreeMap<>(tags);
  }

  private static String word(@Nullable Object constant) {
    return constant == null ? "" : constant.toString();
  }
}
