package dev.wrapkey.azure;

import com.azure.resourcemanager.postgresqlflexibleserver.fluent.models.ServerInner;
import com.azure.resourcemanager.postgresqlflexibleserver.models.ArmServerKeyType;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.DataEncryption.Mode;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.Region;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.Server;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Flexible servers as the service describes them. */
final class ServerReader {

  private ServerReader() {}

  static Server read(ServerInner server) {
    return new Server(
        ResourceId.of(server.id()),
        Region.shortName(Answer.text(server.location())),
        Answer.text(server.state()),
        summary(server),
        identities(server),
        encryption(server),
        SetupReader.read(server));
  }

  private static Server.Summary summary(ServerInner server) {
    return new Server.Summary(
        Answer.text(server.version()),
        Answer.text(server.fullyQualifiedDomainName()),
        Answer.text(server.administratorLogin()),
        server.sku() == null ? "" : Answer.text(server.sku().name()),
        server.storage() == null ? 0 : Answer.number(server.storage().storageSizeGB(), 0));
  }

  private static List<ResourceId> identities(ServerInner server) {
    return server.identity() == null || server.identity().userAssignedIdentities() == null
        ? List.of()
        : server.identity().userAssignedIdentities().keySet().stream()
            .flatMap(id -> ResourceId.parse(id).stream())
            .toList();
  }

  private static DataEncryption encryption(ServerInner server) {
    var encryption = server.dataEncryption();
    if (encryption == null || !ArmServerKeyType.AZURE_KEY_VAULT.equals(encryption.type())) {
      return DataEncryption.serviceManaged();
    }
    return new DataEncryption(
        Mode.CUSTOMER_MANAGED,
        Stream.ofNullable(encryption.primaryKeyUri())
            .flatMap(uri -> KeyIdentifier.parse(uri).stream())
            .findFirst(),
        Stream.ofNullable(encryption.primaryUserAssignedIdentityId())
            .flatMap(id -> ResourceId.parse(id).stream())
            .findFirst(),
        Optional.ofNullable(encryption.primaryEncryptionKeyStatus()).map(Object::toString),
        geo(encryption));
  }

  private static Optional<GeoEncryption> geo(
      com.azure.resourcemanager.postgresqlflexibleserver.models.DataEncryption encryption) {
    return Optional.ofNullable(encryption.geoBackupKeyUri())
        .flatMap(KeyIdentifier::parse)
        .flatMap(
            key ->
                Optional.ofNullable(encryption.geoBackupUserAssignedIdentityId())
                    .flatMap(ResourceId::parse)
                    .map(
                        identity ->
                            new GeoEncryption(
                                key,
                                identity,
                                Optional.ofNullable(encryption.geoBackupEncryptionKeyStatus())
                                    .map(Object::toString))));
  }
}
