package dev.wrapkey.azure;

import dev.wrapkey.signin.AzurePlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Who signed in last to a place, as a file: the account's name within MSAL, which is made of two
 * IDs. Nothing in it is secret; with it the account's tokens are found in the key store.
 */
final class AccountRecord {

  private static final Logger LOG = Logger.getLogger(AccountRecord.class.getName());
  private static final String ACCOUNT = "homeAccountId";

  private final Path file;

  /**
   * @param folder made when there is something to keep
   */
  AccountRecord(Path folder, AzurePlace place) {
    this.file = folder.resolve("account-" + place.id() + ".json");
  }

  /** Empty if there is none, or none that can be read. */
  Optional<String> read() {
    try {
      return Optional.of(Claims.read(Files.readAllBytes(file)).path(ACCOUNT).asText())
          .filter(id -> !id.isEmpty());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** Replaces the file as a whole. That it cannot be written costs a sign-in at the next start. */
  void write(String homeAccountId) {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(draft, Json.write(Map.of(ACCOUNT, homeAccountId)));
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
