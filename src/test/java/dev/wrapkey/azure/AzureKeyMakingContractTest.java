package dev.wrapkey.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.KeyClientBuilder;
import com.azure.security.keyvault.keys.cryptography.CryptographyClient;
import com.azure.security.keyvault.keys.cryptography.models.KeyWrapAlgorithm;
import dev.wrapkey.keyfile.ByokFile;
import dev.wrapkey.keyfile.KeyBackup;
import dev.wrapkey.keyfile.KeyFileRefused;
import dev.wrapkey.keyfile.KeyFiles;
import dev.wrapkey.keyfile.Passphrase;
import dev.wrapkey.keyfile.RsaMaterial;
import dev.wrapkey.keyfile.TransferBlob;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.CloudFailure.Kind;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyOrder;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyStores;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** New keys: what the port promises, kept by the SDK and the practice cloud together. */
class AzureKeyMakingContractTest extends LandscapeContract {

  private KeyStores stores;
  private KeyStore vault;
  private KeyStore standard;
  private KeyStore hsm;

  @BeforeAll
  void ask() {
    stores = cloud.keyStores();
    vault = store(KeyStore.Kind.KEY_VAULT, "kv-orders-eastus");
    standard = store(KeyStore.Kind.KEY_VAULT, "kv-lab-eastus");
    hsm = store(KeyStore.Kind.MANAGED_HSM, "hsm-orders-eastus");
  }

  private static RsaMaterial material() throws Exception {
    byte[] pem;
    try (var in = KeyFiles.class.getResourceAsStream("plain.pem")) {
      pem = in.readAllBytes();
    }
    return (RsaMaterial) KeyFiles.read(pem, Passphrase.none(), Optional.empty());
  }

  /** Whether the store holds this very key: it unwraps what the file's public half wrapped. */
  private void requireSame(KeyIdentifier id, RsaMaterial material) throws Exception {
    byte[] secret = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
    cipher.init(Cipher.ENCRYPT_MODE, material.publicKey());
    CryptographyClient client =
        client(id.host()).getCryptographyClient(id.key(), id.version().orElseThrow());
    assertThat(client.unwrapKey(KeyWrapAlgorithm.RSA_OAEP, cipher.doFinal(secret)).getKey())
        .isEqualTo(secret);
  }

  private KeyClient client(String host) {
    return new KeyClientBuilder()
        .vaultUrl("https://" + host)
        .credential(connection.credential())
        .httpClient(connection.http())
        .buildClient();
  }

  private RSAPublicKey publicKey(KeyIdentifier id) {
    return (RSAPublicKey) client(id.host()).getKey(id.key()).getKey().toRsa(false).getPublic();
  }

  @Test
  void storesSayWhetherTheyHoldKeysInHardware() {
    assertThat(vault.hardware()).isTrue();
    assertThat(standard.hardware()).isFalse();
    assertThat(hsm.hardware()).isTrue();
  }

  @Test
  void aKeyIsMadeAsOrdered() {
    Instant from = time.now().plus(Duration.ofDays(1));
    Instant to = time.now().plus(Duration.ofDays(400));
    KeyOrder order =
        new KeyOrder(3072, false, false, Optional.of(from), Optional.of(to), List.of());
    Key made = stores.create(vault, "made-kek", order);
    assertThat(made.id().version()).isPresent();
    assertThat(made.type()).isEqualTo("RSA");
    assertThat(made.bits()).isEqualTo(3072);
    assertThat(made.operations()).contains("wrapKey", "unwrapKey");
    assertThat(made.life().enabled()).isFalse();
    assertThat(made.life().activates()).contains(from);
    assertThat(made.life().expires()).contains(to);
    assertThat(stores.get(made.id())).isEqualTo(made);
  }

  @Test
  void theNameOfAKeyMakesANewVersionOfIt() throws Exception {
    Key first = stores.create(vault, "twice-kek", KeyOrder.usual(2048, false));
    time.pause(Duration.ofMinutes(1));
    Key second = stores.importKey(vault, "twice-kek", material(), false);
    assertThat(stores.versions(vault, "twice-kek"))
        .extracting(Key::id)
        .containsExactly(second.id(), first.id());
  }

  @Test
  void aKeyInHardwareNeedsAStoreThatHasSome() throws Exception {
    assertThat(stores.create(vault, "hard-kek", KeyOrder.usual(2048, true)).type())
        .isEqualTo("RSA-HSM");
    assertThat(stores.create(hsm, "hard-kek", KeyOrder.usual(2048, true)).type())
        .isEqualTo("RSA-HSM");
    CloudFailure failure =
        failureOf(() -> stores.create(standard, "hard-kek", KeyOrder.usual(2048, true)));
    assertThat(failure.kind()).isEqualTo(Kind.INVALID);
    assertThat(failure.details()).contains("standard vault");
    assertThat(stores.importKey(standard, "hard-kek", material(), true).type())
        .as("recorded: an import is not refused")
        .isEqualTo("RSA-HSM");
  }

  @Test
  void CMK_18_anImportedKeyIsTheKeyOfTheFile() throws Exception {
    for (boolean hardware : new boolean[] {false, true}) {
      Key made = stores.importKey(vault, "brought-" + hardware, material(), hardware);
      assertThat(made.type()).isEqualTo(hardware ? "RSA-HSM" : "RSA");
      assertThat(made.bits()).isEqualTo(2048);
      requireSame(made.id(), material());
    }
    requireSame(stores.importKey(hsm, "brought", material(), true).id(), material());
  }

  @Test
  void whoMayNotImportIsRefused() throws Exception {
    KeyStore policy = store(KeyStore.Kind.KEY_VAULT, "kv-policy-eastus");
    RsaMaterial material = material();
    assertThat(failureOf(() -> stores.importKey(policy, "brought", material, false)).kind())
        .isEqualTo(Kind.FORBIDDEN);
  }

  @Test
  void aBackupComesBackWithAllVersionsWhereItMay() {
    KeyIdentifier id = KeyIdentifier.of("https://kv-orders-eastus.vault.azure.net/keys/orders-kek");
    List<KeyIdentifier> versions =
        stores.versions(vault, "orders-kek").stream().map(Key::id).toList();
    KeyBackup backup = stores.backup(id);
    assertThat(backup.blob()).startsWith("&AzureKeyVaultKeyBackup".getBytes());

    Key restored = stores.restore(standard, backup);
    assertThat(restored.id().host()).isEqualTo(standard.host());
    assertThat(stores.versions(standard, "orders-kek"))
        .extracting(k -> k.id().version())
        .isEqualTo(versions.stream().map(KeyIdentifier::version).toList());
    assertThat(failureOf(() -> stores.restore(vault, backup)).kind())
        .as("the name is taken")
        .isIn(Kind.NAME_TAKEN, Kind.BUSY);
  }

  @Test
  void aBackupFromElsewhereIsFoundOutByTheService() {
    KeyBackup foreign =
        new KeyBackup(("&AzureKeyVaultKeyBackupV1.microsoft.com" + "x".repeat(300)).getBytes());
    assertThat(failureOf(() -> stores.restore(vault, foreign)).kind()).isEqualTo(Kind.INVALID);
  }

  private TransferBlob wrapped(KeyIdentifier exchange) throws Exception {
    return TransferBlob.read(
        ByokFile.wrap(
            material().key(), publicKey(exchange), exchange.toString(), new SecureRandom()));
  }

  @Test
  void aTransferFileBringsTheKeyIntoHardware() throws Exception {
    for (KeyStore store : List.of(vault, hsm)) {
      Key exchange = stores.create(store, "exchange", KeyOrder.exchange(3072));
      assertThat(exchange.type()).isEqualTo("RSA-HSM");
      assertThat(exchange.operations()).containsExactly("import");
      Key made = stores.importKey(store, "transferred", wrapped(exchange.id()));
      assertThat(made.type()).isEqualTo("RSA-HSM");
      assertThat(made.operations()).contains("wrapKey", "unwrapKey");
      requireSame(made.id(), material());
    }
  }

  @Test
  void aTransferFileIsRefusedWithoutAnExchangeKeyOfThisStore() throws Exception {
    Key exchange = stores.create(vault, "exchange-here", KeyOrder.exchange(2048));
    TransferBlob blob = wrapped(exchange.id());
    assertThat(failureOf(() -> stores.importKey(hsm, "transferred-2", blob)).details())
        .contains("no key exchange key");
    Key ordinary = stores.create(vault, "ordinary", KeyOrder.usual(2048, true));
    TransferBlob wrong = wrapped(ordinary.id());
    assertThat(failureOf(() -> stores.importKey(vault, "transferred-2", wrong)).details())
        .contains("operation import");
    TransferBlob lying = lying(exchange.id());
    CloudFailure failure = failureOf(() -> stores.importKey(vault, "transferred-2", lying));
    assertThat(failure.kind()).isEqualTo(Kind.INVALID);
    assertThat(failure.details()).contains("not wrapped for this key exchange key");
    assertThat(stores.keys(vault)).noneMatch(k -> k.id().key().equals("transferred-2"));
  }

  /** Names the exchange key but is wrapped for another one. */
  private static TransferBlob lying(KeyIdentifier exchange) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair other = generator.generateKeyPair();
    return TransferBlob.read(
        ByokFile.wrap(
            material().key(),
            (RSAPublicKey) other.getPublic(),
            exchange.toString(),
            new SecureRandom()));
  }

  @Test
  void anExchangeKeyLivesTwoDays() throws Exception {
    Key exchange = stores.create(vault, "exchange-old", KeyOrder.exchange(2048));
    TransferBlob blob = wrapped(exchange.id());
    time.pause(Duration.ofHours(49));
    assertThat(failureOf(() -> stores.importKey(vault, "transferred-3", blob)).details())
        .contains("expired");
  }

  @Test
  void aKeyOfASizeThatNoServerTakesIsRefusedBeforeItIsSent() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    RSAPrivateCrtKey small = (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
    assertThat(catchThrowableOfType(KeyFileRefused.class, () -> RsaMaterial.of(small)).reason())
        .isEqualTo(KeyFileRefused.Reason.RSA_SIZE);
  }
}
