package dev.wrapkey.azure;

import com.azure.resourcemanager.postgresqlflexibleserver.fluent.models.ServerBackupInner;
import dev.wrapkey.provisioning.Backup;
import java.util.Optional;

/** Backups as the service describes them. */
final class CopyReader {

  private CopyReader() {}

  /** Empty for one that is not complete yet. */
  static Optional<Backup> backup(ServerBackupInner backup) {
    return Optional.ofNullable(backup.completedTime())
        .map(
            at ->
                new Backup(
                    Answer.text(backup.name()),
                    backup.backupType() == null ? "" : backup.backupType().toString(),
                    at.toInstant()));
  }
}
