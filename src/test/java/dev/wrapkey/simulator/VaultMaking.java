package dev.wrapkey.simulator;

import dev.wrapkey.simulator.Practice.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Vaults made, changed and listed in one practice cloud for all tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class VaultMaking {

  static final String V = "?api-version=2022-07-01";
  static final String KEYS = "?api-version=7.4";
  static final String PROVIDER =
      Practice.ARM + "/subscriptions/" + Practice.PRODUCTION + "/providers/Microsoft.KeyVault";
  static final String ME = "facade00-0000-4000-a000-0000000000c2";

  Practice practice;

  @BeforeAll
  void open(@TempDir Path folder) throws StateInUse {
    practice = new Practice(folder);
  }

  @AfterEach
  void stand() {
    practice.time.runAt(0);
  }

  @AfterAll
  void close() {
    practice.close();
  }

  static String url(String name) {
    return Practice.ARM + Orders.vault(name);
  }

  static String body(String more) {
    return """
    {"location": "eastus", "properties": {"tenantId": "%s", "sku": {"family": "A", "name": "standard"},
      "accessPolicies": [{"tenantId": "%s", "objectId": "%s", "permissions": {"keys": ["all"]}}]%s}}\
    """
        .formatted(PracticeCloud.TENANT, PracticeCloud.TENANT, ME, more);
  }

  Answer put(String name, String more) {
    return practice.send("PUT", url(name) + V, body(more));
  }

  Answer list(String vault) {
    return practice.get("https://" + vault + ".vault.azure.net/keys" + KEYS);
  }
}
