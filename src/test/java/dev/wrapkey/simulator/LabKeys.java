package dev.wrapkey.simulator;

import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.models.DeletedKey;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The keys of a vault that protects them from nothing, in one practice cloud for all tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LabKeys {

  static final String LAB = "https://kv-lab-eastus.vault.azure.net";
  static final String V = "?api-version=7.4";

  Path folder = Path.of("");
  Practice practice;
  KeyClient keys;

  @BeforeAll
  void open(@TempDir Path made) throws StateInUse {
    folder = made;
    practice = new Practice(folder);
    keys = practice.keys("kv-lab-eastus");
  }

  @AfterEach
  void stand() {
    practice.time.runAt(0);
  }

  @AfterAll
  void close() {
    practice.close();
  }

  DeletedKey delete(String name) {
    var poller = keys.beginDeleteKey(name);
    poller.setPollInterval(Duration.ofMillis(10));
    poller.waitForCompletion();
    return keys.getDeletedKey(name);
  }
}
