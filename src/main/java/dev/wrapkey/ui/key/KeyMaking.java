package dev.wrapkey.ui.key;

import dev.wrapkey.keyfile.KeyBackup;
import dev.wrapkey.keyfile.KeyFile;
import dev.wrapkey.keyfile.KeyFileRefused;
import dev.wrapkey.keyfile.KeyFiles;
import dev.wrapkey.keyfile.Passphrase;
import dev.wrapkey.keyfile.RsaMaterial;
import dev.wrapkey.keyfile.TransferBlob;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyStores;
import java.nio.file.Path;
import java.util.Optional;

/** Brings what is in a file into a store; for background threads. */
record KeyMaking(KeyStores stores) {

  /** What came of it, apart from a failure of the cloud. */
  sealed interface Result permits Arrived, Refused, Misplaced {}

  /** The key is in the store. */
  record Arrived(Key key) implements Result {}

  /** The file gave no key. */
  record Refused(KeyFileRefused why) implements Result {}

  /** The file is good, but belongs to the other way: a backup to import, or the reverse. */
  record Misplaced() implements Result {}

  /**
   * A file and how to read it.
   *
   * @param file where
   * @param password empty for none
   * @param entry which key, where the file has several
   */
  record Source(Path file, String password, Optional<String> entry) {

    KeyFile read() throws KeyFileRefused {
      try (Passphrase passphrase = Passphrase.of(password.toCharArray())) {
        return KeyFiles.read(file, passphrase, entry);
      }
    }

    @Override
    public String toString() {
      return file.toString();
    }
  }

  Result bring(KeyStore store, String name, Source source, boolean hardware) {
    try {
      return switch (source.read()) {
        case RsaMaterial material -> new Arrived(stores.importKey(store, name, material, hardware));
        case TransferBlob blob -> new Arrived(stores.importKey(store, name, blob));
        case KeyBackup _ -> new Misplaced();
      };
    } catch (KeyFileRefused refused) {
      return new Refused(refused);
    }
  }

  Result restore(KeyStore store, Source source) {
    try {
      return source.read() instanceof KeyBackup backup
          ? new Arrived(stores.restore(store, backup))
          : new Misplaced();
    } catch (KeyFileRefused refused) {
      return new Refused(refused);
    }
  }
}
