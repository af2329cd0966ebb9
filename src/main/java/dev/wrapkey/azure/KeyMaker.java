package dev.wrapkey.azure;

import com.azure.core.util.Context;
import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.models.CreateRsaKeyOptions;
import com.azure.security.keyvault.keys.models.ImportKeyOptions;
import com.azure.security.keyvault.keys.models.JsonWebKey;
import com.azure.security.keyvault.keys.models.KeyOperation;
import com.azure.security.keyvault.keys.models.KeyType;
import com.azure.security.keyvault.keys.models.KeyVaultKey;
import dev.wrapkey.keyfile.KeyBackup;
import dev.wrapkey.keyfile.RsaMaterial;
import dev.wrapkey.keyfile.TransferBlob;
import dev.wrapkey.provisioning.KeyOrder;
import java.security.KeyPair;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings keys into one store: made there, imported, restored. */
record KeyMaker(KeyClient client) {

  KeyVaultKey create(String name, KeyOrder order) {
    CreateRsaKeyOptions options =
        new CreateRsaKeyOptions(name)
            .setKeySize(order.bits())
            .setHardwareProtected(order.hardware())
            .setEnabled(order.enabled())
            .setNotBefore(moment(order.activates()))
            .setExpiresOn(moment(order.expires()));
    if (!order.operations().isEmpty()) {
      options.setKeyOperations(
          order.operations().stream().map(KeyOperation::fromString).toArray(KeyOperation[]::new));
    }
    return AzureFailures.ask(
        () -> client.createRsaKeyWithResponse(options, Context.NONE).getValue());
  }

  KeyVaultKey importKey(String name, RsaMaterial material, boolean hardware) {
    JsonWebKey key =
        JsonWebKey.fromRsa(new KeyPair(material.publicKey(), material.key()))
            .setKeyType(hardware ? KeyType.RSA_HSM : KeyType.RSA)
            .setKeyOps(null);
    return send(name, key, hardware);
  }

  /** The service opens the transfer file; it goes as it is. */
  KeyVaultKey importKey(String name, TransferBlob blob) {
    return send(name, new JsonWebKey().setKeyType(KeyType.RSA_HSM).setT(blob.content()), true);
  }

  private KeyVaultKey send(String name, JsonWebKey key, boolean hardware) {
    ImportKeyOptions options = new ImportKeyOptions(name, key).setHardwareProtected(hardware);
    return AzureFailures.ask(() -> client.importKeyWithResponse(options, Context.NONE).getValue());
  }

  KeyVaultKey restore(KeyBackup backup) {
    return AzureFailures.ask(
        () -> client.restoreKeyBackupWithResponse(backup.blob(), Context.NONE).getValue());
  }

  KeyBackup backup(String name) {
    return new KeyBackup(
        AzureFailures.ask(() -> client.backupKeyWithResponse(name, Context.NONE).getValue()));
  }

  private static @Nullable OffsetDateTime moment(Optional<Instant> wanted) {
    return wanted.map(i -> i.atOffset(ZoneOffset.UTC)).orElse(null);
  }
}
