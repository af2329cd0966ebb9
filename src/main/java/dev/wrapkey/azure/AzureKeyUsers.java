package dev.wrapkey.azure;

import com.azure.resourcemanager.postgresqlflexibleserver.fluent.models.ServerInner;
import com.azure.resourcemanager.postgresqlflexibleserver.models.ArmServerKeyType;
import com.azure.resourcemanager.postgresqlflexibleserver.models.Backup;
import com.azure.resourcemanager.postgresqlflexibleserver.models.DataEncryption;
import com.azure.resourcemanager.postgresqlflexibleserver.models.GeoRedundantBackupEnum;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.provisioning.KeyUser.Use;
import dev.wrapkey.provisioning.KeyUsers;
import dev.wrapkey.provisioning.ResourceId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Servers as those who need keys. */
record AzureKeyUsers(ArmClients clients) implements KeyUsers {

  @Override
  public List<KeyUser> list(String subscription) {
    return Pages.all(() -> clients.postgres(subscription).getServers().list(), AzureKeyUsers::read)
        .stream()
        .filter(user -> !user.uses().isEmpty())
        .sorted(Comparator.comparing(KeyUser::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  private static KeyUser read(ServerInner server) {
    return new KeyUser(
        ResourceId.of(server.id()),
        Answer.text(server.state()),
        uses(server.dataEncryption()),
        Optional.ofNullable(server.sourceServerResourceId())
            .filter(source -> isReplica(server))
            .flatMap(ResourceId::parse),
        backups(server.backup()));
  }

  private static boolean isReplica(ServerInner server) {
    return Answer.text(server.replicationRole())
            .toLowerCase(java.util.Locale.ROOT)
            .contains("async")
        || Answer.text(server.replicationRole()).equalsIgnoreCase("GeoSyncReplica");
  }

  private static List<Use> uses(@Nullable DataEncryption encryption) {
    if (encryption == null || !ArmServerKeyType.AZURE_KEY_VAULT.equals(encryption.type())) {
      return List.of();
    }
    return Stream.concat(
            use(
                Purpose.PRIMARY,
                encryption.primaryKeyUri(),
                encryption.primaryEncryptionKeyStatus(),
                encryption.primaryUserAssignedIdentityId()),
            use(
                Purpose.GEO_BACKUP,
                encryption.geoBackupKeyUri(),
                encryption.geoBackupEncryptionKeyStatus(),
                encryption.geoBackupUserAssignedIdentityId()))
        .toList();
  }

  private static Stream<Use> use(
      Purpose purpose, @Nullable String uri, @Nullable Object status, @Nullable String identity) {
    return Stream.ofNullable(uri)
        .flatMap(text -> KeyIdentifier.parse(text).stream())
        .map(
            key ->
                new Use(
                    purpose,
                    key,
                    Optional.ofNullable(status).map(Object::toString),
                    Optional.ofNullable(identity).flatMap(ResourceId::parse)));
  }

  private static KeyUser.Backups backups(@Nullable Backup backup) {
    return backup == null
        ? new KeyUser.Backups(0, false)
        : new KeyUser.Backups(
            Answer.number(backup.backupRetentionDays(), 0),
            GeoRedundantBackupEnum.ENABLED.equals(backup.geoRedundantBackup()));
  }
}
