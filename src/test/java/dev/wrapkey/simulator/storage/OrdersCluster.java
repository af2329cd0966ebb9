package dev.wrapkey.simulator.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.encryption.KeyEncryptionKey;
import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.RsaKeyEncryptionKey;
import dev.wrapkey.encryption.VolumeOptions;
import dev.wrapkey.encryption.WrappedKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The storage of one server, with a shelf of backups beside it. */
abstract class OrdersCluster {

  static final Instant START = Instant.parse("2026-11-22T00:00:00Z");
  static final SecureRandom RANDOM = new SecureRandom();
  static final VolumeOptions OPTIONS = VolumeOptions.of(RANDOM);
  static final KeyEncryptionKey KEY = rsa("https://kv.vault.azure.net/keys/a/1");
  static final KeyEncryptionKey OTHER = rsa("https://kv.vault.azure.net/keys/b/1");

  @TempDir Path folder;
  Place place;

  private static KeyEncryptionKey rsa(String version) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      return new RsaKeyEncryptionKey(pair.getPublic(), pair.getPrivate(), version, RANDOM);
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @BeforeEach
  void order() throws Exception {
    place = place("orders");
    Cluster.create(place, KEY, OPTIONS, Cluster.fresh("orders", 8));
  }

  Place place(String server) throws Exception {
    return new Place(Files.createDirectories(folder.resolve(server)), "/servers/" + server);
  }

  Cluster open() throws KeyUnavailable {
    return Cluster.open(place, KEY, OPTIONS);
  }

  BackupShelf shelf(KeyEncryptionKey with) {
    return new BackupShelf(place, Place.BACKUP, with, OPTIONS);
  }

  static Instant minute(int minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }

  /** The server made from a backup, as it was at a moment. */
  long rowsOfRestored(Place to, Instant at) throws KeyUnavailable {
    Cluster.create(to, OTHER, OPTIONS, empty -> assertThat(shelf(KEY).restore(empty, at)).isTrue());
    try (Cluster restored = Cluster.open(to, either(OTHER, KEY), OPTIONS)) {
      return restored.rows();
    }
  }

  /** Wraps with its own key and has each unwrapped by the one that wrapped it. */
  static KeyEncryptionKey either(KeyEncryptionKey own, KeyEncryptionKey original) {
    return new KeyEncryptionKey() {
      @Override
      public WrappedKey wrap(byte[] dataKey) throws KeyUnavailable {
        return own.wrap(dataKey);
      }

      @Override
      public byte[] unwrap(WrappedKey wrapped) throws KeyUnavailable {
        return (wrapped.keyVersion().contains("/a/") ? original : own).unwrap(wrapped);
      }
    };
  }
}
