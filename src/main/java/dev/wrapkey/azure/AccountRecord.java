package dev.wrapkey.azure;

import com.azure.identity.AuthenticationRecord;
import dev.wrapkey.signin.AzurePlace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Who signed in last to a place, as a file: user name, account and tenant IDs, nothing secret. With
 * it the SDK finds the account's tokens in the key store.
 */
final class AccountRecord {

  private static final Logger LOG = Logger.getLogger(AccountRecord.class.getName());

  private final Path file;

  /**
   * @param folder made when there is something to keep
   */
  AccountRecord(Path folder, AzurePlace place) {
    this.file = folder.resolve("account-" + place.id() + ".json");
  }

  /** Empty if there is none, or none that can be read. */
  Optional<AuthenticationRecord> read() {
    try {
      byte[] content = Files.readAllBytes(file);
      return Optional.of(AuthenticationRecord.deserialize(new ByteArrayInputStream(content)));
    } catch (IOException | IllegalStateException _) {
      return Optional.empty();
    }
  }

  /** Replaces the file as a whole. That it cannot be written costs a sign-in at the next start. */
  void write(AuthenticationRecord record) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    record.serialize(content);
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.getParent());
      Files.write(draft, content.toByteArray());
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      LOG.log(Level.WARNING, "the account cannot be remembered", failed);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failed) {
      LOG.log(Level.WARNING, "the account cannot be forgotten", failed);
    }
  }
}
