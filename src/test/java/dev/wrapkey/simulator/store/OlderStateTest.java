package dev.wrapkey.simulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wrapkey.simulator.world.Key;
import dev.wrapkey.simulator.world.RoleAssignment;
import dev.wrapkey.simulator.world.Vault;
import org.junit.jupiter.api.Test;

/** Records as the first version of the practice cloud wrote them. */
class OlderStateTest {

  @Test
  void aKeyWithoutTagsIsRead() {
    Key key =
        Json.read(
            """
            {"host":"kv.vault.azure.net","name":"k","versions":[{"id":"v","kind":{"type":"RSA","bits":2048,"curve":""},
              "operations":["wrapKey"],"life":{"enabled":true,"created":"2026-03-02T09:00:00Z",
              "updated":"2026-03-02T09:00:00Z","notBefore":null,"expires":null}}]}\
            """,
            Key.class);
    assertThat(key.newest().tags()).isEmpty();
    assertThat(key.newest().permits("wrapkey")).isTrue();
  }

  @Test
  void aVaultWithoutDetailsIsOpenAndReady() {
    Vault vault =
        Json.read(
            """
            {"id":{"text":"/subscriptions/S/resourceGroups/G/providers/Microsoft.KeyVault/vaults/kv"},
             "region":"eastus","protection":{"softDelete":true,"purge":true,"days":90},
             "rights":{"rbac":false,"policies":[{"principal":"p","keys":["get"]}]},
             "firewall":{"deny":false,"trustedServices":true,"addresses":[]},"tags":{}}\
            """,
            Vault.class);
    assertThat(vault.details().publicAccess()).isTrue();
    assertThat(vault.isReady(java.time.Instant.EPOCH)).isTrue();
    assertThat(vault.rights().policies().getFirst().others()).isEmpty();
  }

  @Test
  void anAssignmentWithoutDelayHolds() {
    RoleAssignment assignment =
        Json.read(
            """
            {"name":"n","scope":"/","role":"r","principal":"p","created":"2026-03-02T09:00:00Z"}\
            """,
            RoleAssignment.class);
    assertThat(assignment.effective()).isNull();
  }
}
