package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.security.keyvault.keys.models.CreateRsaKeyOptions;
import com.azure.security.keyvault.keys.models.KeyVaultKey;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeyBackupTest extends LabKeys {

  @Test
  void aBackupSurvivesThePurgeOfItsKey() {
    KeyVaultKey made = keys.createRsaKey(new CreateRsaKeyOptions("saved"));
    keys.createRsaKey(new CreateRsaKeyOptions("saved"));
    String wrapped =
        practice
            .send(
                "POST",
                made.getId() + "/wrapkey" + V,
                "{\"alg\": \"RSA-OAEP-256\", \"value\": \"AAECAw\"}")
            .json()
            .path("value")
            .asText();
    byte[] blob = keys.backupKey("saved");
    assertThat(new String(blob, StandardCharsets.US_ASCII))
        .startsWith("&AzureKeyVaultKeyBackupV1.microsoft.com")
        .matches("[^.]+\\.microsoft\\.com[\\w-]+\\.\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    assertThatThrownBy(() -> keys.restoreKeyBackup(blob))
        .hasMessageContaining("Conflict while restoring key");
    delete("saved");
    keys.purgeDeletedKey("saved");
    keys.restoreKeyBackup(blob);
    assertThat(keys.listPropertiesOfKeyVersions("saved").stream()).hasSize(2);
    assertThat(
            practice
                .send(
                    "POST",
                    made.getId() + "/unwrapkey" + V,
                    "{\"alg\": \"RSA-OAEP-256\", \"value\": \"%s\"}".formatted(wrapped))
                .json()
                .path("value")
                .asText())
        .isEqualTo("AAECAw");
  }

  @Test
  void aBackupOpensInItsOwnSubscriptionAndUnchangedOnly() {
    keys.createRsaKey(new CreateRsaKeyOptions("local"));
    byte[] blob = keys.backupKey("local");
    assertThatThrownBy(() -> practice.keys("kv-dev-eastus").restoreKeyBackup(blob))
        .hasMessageContaining("BadParameter");
    blob[blob.length - 8] ^= 1;
    assertThatThrownBy(() -> practice.keys("kv-orders-eastus").restoreKeyBackup(blob))
        .hasMessageContaining("BadParameter");
  }

  @Test
  void purgingACopyLeavesTheOriginalUsable() {
    String kid = keys.createRsaKey(new CreateRsaKeyOptions("twin")).getId();
    practice.keys("kv-orders-eastus").restoreKeyBackup(keys.backupKey("twin"));
    delete("twin");
    keys.purgeDeletedKey("twin");
    String copy = practice.keys("kv-orders-eastus").getKey("twin").getId();
    assertThat(copy).endsWith(kid.substring(kid.lastIndexOf('/')));
    assertThat(practice.keys("kv-orders-eastus").getKey("twin").getKey().getN()).isNotEmpty();
  }
}
