package dev.wrapkey.azure;

import com.azure.resourcemanager.postgresqlflexibleserver.fluent.models.ServerInner;
import com.azure.resourcemanager.postgresqlflexibleserver.models.ArmServerKeyType;
import com.azure.resourcemanager.postgresqlflexibleserver.models.CreateMode;
import com.azure.resourcemanager.postgresqlflexibleserver.models.DataEncryption;
import com.azure.resourcemanager.postgresqlflexibleserver.models.Storage;
import com.azure.resourcemanager.postgresqlflexibleserver.models.StorageType;
import dev.wrapkey.provisioning.Origin;
import dev.wrapkey.provisioning.Plan;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Copies of servers in the shape the service takes them: what a copy takes over from its source is
 * not said (the bodies of azure-cli's restore, geo-restore and replica create, 2026).
 */
final class CopyWriter {

  private CopyWriter() {}

  static ServerInner server(Plan plan, Origin origin) {
    ServerInner server =
        new ServerInner()
            .withLocation(plan.basics().region())
            .withTags(Map.copyOf(plan.tags()))
            .withCreateMode(CreateMode.fromString(origin.mode().word()))
            .withSourceServerResourceId(origin.source().toString())
            .withNetwork(ConfigurationWriter.network(plan.networking()));
    origin.moment().ifPresent(at -> server.withPointInTimeUtc(at.atOffset(ZoneOffset.UTC)));
    if (origin.isReplica()) {
      ConfigurationWriter.size(server, plan.configuration());
    } else {
      server.withBackup(ConfigurationWriter.backup(plan.configuration().backup()));
    }
    if (!origin.isReplica() && plan.configuration().storage().isPremiumV2()) {
      server.withStorage(new Storage().withType(StorageType.fromString(Plan.Storage.PREMIUM_V2)));
    }
    if (!plan.basics().availabilityZone().isEmpty()) {
      server.withAvailabilityZone(plan.basics().availabilityZone());
    }
    return encrypted(server, plan.encryption());
  }

  // Said in both modes: a copy may have another mode than its source, and silence says neither.
  private static ServerInner encrypted(
      ServerInner server, dev.wrapkey.provisioning.DataEncryption wanted) {
    return wanted.isCustomerManaged()
        ? server
            .withIdentity(EncryptionWriter.identities(wanted))
            .withDataEncryption(EncryptionWriter.encryption(wanted))
        : server.withDataEncryption(new DataEncryption().withType(ArmServerKeyType.SYSTEM_MANAGED));
  }
}
