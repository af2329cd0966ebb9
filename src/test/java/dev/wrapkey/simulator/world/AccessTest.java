package dev.wrapkey.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.simulator.store.DurableStore;
import dev.wrapkey.simulator.store.Json;
import dev.wrapkey.time.VirtualTime;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Role assignments hold at their scope and below it, and nowhere else. */
class AccessTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final String SUBSCRIPTION = "/subscriptions/S";
  private static final String VAULT =
      SUBSCRIPTION + "/resourceGroups/G/providers/Microsoft.KeyVault/vaults/kv-1";
  private static final String WRAP = "Microsoft.KeyVault/vaults/keys/wrap/action";

  @TempDir Path folder;
  private DurableStore store;
  private World world;
  private Access access;

  @BeforeEach
  void open() throws Exception {
    store = DurableStore.open(folder);
    world =
        new World(
            store,
            VirtualTime.standingAt(NOW),
            Json.resource("regions.json", Regions.class),
            Json.resource("roles.json", Roles.class));
    access = new Access(world);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void grant(String scope, String role) {
    world
        .assignments()
        .put(role, new RoleAssignment(role, scope, world.roles().named(role).id(), "alice", NOW));
  }

  @Test
  void aRoleOnTheVaultReachesItsKeysButNotTheNextVault() {
    grant(VAULT, "Key Vault Crypto Service Encryption User");
    assertThat(access.permitsData("alice", VAULT + "/keys/k", WRAP)).isTrue();
    assertThat(access.permitsData("alice", VAULT.toUpperCase(java.util.Locale.ROOT), WRAP))
        .isTrue();
    assertThat(access.permitsData("alice", VAULT + "0", WRAP)).isFalse();
    assertThat(access.permitsData("alice", SUBSCRIPTION, WRAP)).isFalse();
    assertThat(access.permitsData("bob", VAULT, WRAP)).isFalse();
  }

  @Test
  void aRoleOnTheSubscriptionReachesEveryVaultInIt() {
    grant(SUBSCRIPTION, "Key Vault Crypto Officer");
    assertThat(access.permitsData("alice", VAULT + "/keys/k", WRAP)).isTrue();
    assertThat(access.permitsData("alice", VAULT.replace("/S/", "/T/"), WRAP)).isFalse();
  }

  /** Documented: control-plane ownership gives no right to use keys. */
  @Test
  void anOwnerMayManageTheVaultButNotUseItsKeys() {
    grant(SUBSCRIPTION, "Owner");
    assertThat(access.permits("alice", VAULT, "Microsoft.KeyVault/vaults/write")).isTrue();
    assertThat(access.permitsData("alice", VAULT, WRAP)).isFalse();
  }

  @Test
  void aReaderReadsOnly() {
    grant(SUBSCRIPTION, "Reader");
    assertThat(access.permits("alice", VAULT, "Microsoft.KeyVault/vaults/read")).isTrue();
    assertThat(access.permits("alice", VAULT, "Microsoft.KeyVault/vaults/write")).isFalse();
  }

  @Test
  void theEncryptionUserMayNotMakeKeys() {
    grant(VAULT, "Key Vault Crypto Service Encryption User");
    assertThat(access.permitsData("alice", VAULT, "Microsoft.KeyVault/vaults/keys/create/action"))
        .isFalse();
  }
}
