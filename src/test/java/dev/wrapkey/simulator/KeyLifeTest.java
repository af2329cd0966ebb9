package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.exception.ResourceNotFoundException;
import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.models.CreateRsaKeyOptions;
import com.azure.security.keyvault.keys.models.DeletedKey;
import com.azure.security.keyvault.keys.models.ImportKeyOptions;
import com.azure.security.keyvault.keys.models.JsonWebKey;
import com.azure.security.keyvault.keys.models.KeyProperties;
import com.azure.security.keyvault.keys.models.KeyRotationLifetimeAction;
import com.azure.security.keyvault.keys.models.KeyRotationPolicy;
import com.azure.security.keyvault.keys.models.KeyRotationPolicyAction;
import com.azure.security.keyvault.keys.models.KeyVaultKey;
import dev.wrapkey.simulator.Practice.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The life of a key from import to purge, as Microsoft's client sees it. */
class KeyLifeTest extends LabKeys {

  @Test
  void anImportedKeyIsUsedAndNeverShown() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    KeyVaultKey made = keys.importKey(new ImportKeyOptions("brought", JsonWebKey.fromRsa(pair)));
    assertThat(made.getKey().getN()).isNotEmpty();
    assertThat(made.getKey().getD()).isNull();
    javax.crypto.Cipher cipher = javax.crypto.Cipher.getInstance("RSA/ECB/PKCS1Padding");
    cipher.init(javax.crypto.Cipher.ENCRYPT_MODE, pair.getPublic());
    String sealed =
        Base64.getUrlEncoder().withoutPadding().encodeToString(cipher.doFinal(new byte[] {5}));
    Answer opened =
        practice.send(
            "POST",
            made.getId() + "/decrypt" + V,
            "{\"alg\": \"RSA1_5\", \"value\": \"%s\"}".formatted(sealed));
    assertThat(opened.json().path("value").asText()).isEqualTo("BQ");
    String secret = base64(((RSAPrivateKey) pair.getPrivate()).getPrivateExponent().toByteArray());
    assertThat(practice.get(made.getId() + V).body()).doesNotContain(secret.substring(20, 60));
    assertThat(files()).noneMatch(f -> f.contains(secret.substring(20, 60)));
  }

  private Instant today() {
    return practice.time.now().truncatedTo(ChronoUnit.SECONDS);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private List<String> files() throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      List<String> contents = new java.util.ArrayList<>();
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        contents.add(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
      return contents;
    }
  }

  @Test
  void halvesThatDoNotFitAreNotImported() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    JsonWebKey mixed = JsonWebKey.fromRsa(generator.generateKeyPair());
    JsonWebKey other = JsonWebKey.fromRsa(generator.generateKeyPair());
    mixed.setN(other.getN());
    assertThatThrownBy(() -> keys.importKey(new ImportKeyOptions("mixed", mixed)))
        .isInstanceOf(HttpResponseException.class)
        .hasMessageContaining("BadParameter");
  }

  @Test
  void aMangledImportIsRefusedNeverAFault() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    generator.initialize(new java.security.spec.ECGenParameterSpec("secp256r1"));
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(1024);
    List<String> whole =
        List.of(
            JsonWebKey.fromEc(
                    generator.generateKeyPair(), java.security.Security.getProvider("SunEC"))
                .toString(),
            JsonWebKey.fromRsa(rsa.generateKeyPair()).toString());
    java.util.Random dice = new java.util.Random(7);
    for (int round = 0; round < 300; round++) {
      char[] key = whole.get(round % 2).toCharArray();
      for (int hits = dice.nextInt(1, 6); hits > 0; hits--) {
        key[dice.nextInt(key.length)] = "AZaz09_-\"{}:,".charAt(dice.nextInt(13));
      }
      Answer answer =
          practice.send(
              "PUT", LAB + "/keys/fuzz-" + round + V, "{\"key\": " + new String(key) + "}");
      assertThat(answer.status()).as(new String(key)).isIn(200, 400);
    }
  }

  @Test
  void tagsAndOperationsAreKeptByVersion() {
    KeyVaultKey first =
        keys.createRsaKey(new CreateRsaKeyOptions("tagged").setTags(Map.of("team", "a")));
    keys.createRsaKey(new CreateRsaKeyOptions("tagged"));
    KeyProperties properties =
        keys.getKey("tagged", first.getProperties().getVersion()).getProperties();
    assertThat(properties.getTags()).containsEntry("team", "a");
    assertThat(keys.getKey("tagged").getProperties().getTags()).isNull();
    properties.setEnabled(false);
    keys.updateKeyProperties(properties);
    assertThat(keys.listPropertiesOfKeyVersions("tagged").stream().map(KeyProperties::isEnabled))
        .containsExactlyInAnyOrder(true, false);
  }

  @Test
  void aDeletedKeyIsGoneUntilItIsRecoveredAndForEverOnceItIsPurged() throws Exception {
    keys.createRsaKey(new CreateRsaKeyOptions("mortal"));
    String kid = keys.getKey("mortal").getId();
    DeletedKey deleted = delete("mortal");
    assertThat(deleted.getRecoveryId()).isEqualTo(LAB + "/deletedkeys/mortal");
    assertThat(deleted.getScheduledPurgeDate().toInstant())
        .isEqualTo(today().plus(Duration.ofDays(7)));
    assertThat(keys.listDeletedKeys().stream().map(DeletedKey::getName)).contains("mortal");
    assertThatThrownBy(() -> keys.getKey("mortal")).isInstanceOf(ResourceNotFoundException.class);
    assertThat(
            practice
                .send("POST", kid + "/wrapkey" + V, "{\"alg\": \"RSA-OAEP\", \"value\": \"AAEC\"}")
                .code())
        .isEqualTo("KeyNotFound");
    Answer again = practice.send("POST", LAB + "/keys/mortal/create" + V, "{\"kty\": \"RSA\"}");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().at("/error/innererror/code").asText())
        .isEqualTo("ObjectIsDeletedButRecoverable");

    var recovery = keys.beginRecoverDeletedKey("mortal");
    recovery.setPollInterval(Duration.ofMillis(10));
    recovery.waitForCompletion();
    assertThat(keys.getKey("mortal").getId()).isEqualTo(kid);

    delete("mortal");
    keys.purgeDeletedKey("mortal");
    assertThatThrownBy(() -> keys.getDeletedKey("mortal"))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThat(keys.createRsaKey(new CreateRsaKeyOptions("mortal")).getId()).isNotEqualTo(kid);
  }

  @Test
  void purgeProtectionKeepsADeletedKey() {
    KeyClient guarded = practice.keys("kv-orders-eastus");
    guarded.createRsaKey(new CreateRsaKeyOptions("guarded"));
    guarded.beginDeleteKey("guarded").waitForCompletion();
    assertThatThrownBy(() -> guarded.purgeDeletedKey("guarded"))
        .hasMessageContaining("purge protection is enabled");
    assertThat(guarded.getDeletedKey("guarded").getName()).isEqualTo("guarded");
  }

  @Test
  void aDeletedKeyIsDestroyedWhenItsRetentionHasPassed() {
    keys.createRsaKey(new CreateRsaKeyOptions("old"));
    delete("old");
    practice.time.jump(Duration.ofDays(7));
    assertThat(practice.get(LAB + "/deletedkeys/old" + V).status()).isEqualTo(404);
    assertThat(keys.createRsaKey(new CreateRsaKeyOptions("old")).getName()).isEqualTo("old");
  }

  /** Seen: cpp CreateDeletedKeyBeforePollComplete, exchanges 1 and 2 (2021-12). */
  @Test
  void aDeletionTakesAWhileWhileTheClockRuns() {
    keys.createRsaKey(new CreateRsaKeyOptions("slow"));
    practice.time.runAt(0.001);
    assertThat(practice.send("DELETE", LAB + "/keys/slow" + V, "").status()).isEqualTo(200);
    assertThat(practice.get(LAB + "/deletedkeys/slow" + V).json().at("/error/message").asText())
        .isEqualTo("Deleted Key not found: slow");
    Answer early = practice.send("POST", LAB + "/keys/slow/create" + V, "{\"kty\": \"RSA\"}");
    assertThat(early.json().at("/error/innererror/code").asText())
        .isEqualTo("ObjectIsBeingDeleted");
    practice.time.jump(Duration.ofMinutes(1));
    assertThat(practice.get(LAB + "/deletedkeys/slow" + V).status()).isEqualTo(200);
  }

  /** Seen: azure-cli 2.45.0 test_keyvault_key_rotation: rotate copies the expiry (2022-12). */
  @Test
  void aRotationPolicyGivesNewVersionsTheirExpiryAndMakesThem() {
    keys.createRsaKey(new CreateRsaKeyOptions("turning"));
    Instant start = today();
    KeyRotationPolicy policy =
        new KeyRotationPolicy()
            .setExpiresIn("P90D")
            .setLifetimeActions(
                List.of(
                    new KeyRotationLifetimeAction(KeyRotationPolicyAction.ROTATE)
                        .setTimeAfterCreate("P30D")));
    assertThat(keys.updateKeyRotationPolicy("turning", policy).getExpiresIn()).isEqualTo("P90D");
    assertThat(keys.getKeyRotationPolicy("turning").getLifetimeActions()).hasSize(1);
    KeyVaultKey turned = keys.rotateKey("turning");
    assertThat(turned.getProperties().getExpiresOn().toInstant())
        .isEqualTo(start.plus(Duration.ofDays(90)));
    practice.time.jump(Duration.ofDays(61));
    KeyVaultKey later = keys.getKey("turning");
    assertThat(later.getId()).isNotEqualTo(turned.getId());
    assertThat(later.getProperties().getCreatedOn().toInstant())
        .isEqualTo(start.plus(Duration.ofDays(60)));
    assertThat(keys.listPropertiesOfKeyVersions("turning").stream()).hasSize(4);
  }

  @Test
  void everythingOfAKeyIsThereAfterClosingAndOpening() throws Exception {
    keys.createRsaKey(new CreateRsaKeyOptions("kept").setTags(Map.of("a", "b")));
    keys.updateKeyRotationPolicy("kept", new KeyRotationPolicy().setExpiresIn("P1Y"));
    keys.createRsaKey(new CreateRsaKeyOptions("gone"));
    delete("gone");
    practice.close();
    practice = new Practice(folder);
    keys = practice.keys("kv-lab-eastus");
    assertThat(keys.getKey("kept").getProperties().getTags()).containsEntry("a", "b");
    assertThat(keys.getKeyRotationPolicy("kept").getExpiresIn()).isEqualTo("P1Y");
    assertThat(keys.getDeletedKey("gone").getName()).isEqualTo("gone");
  }

  @Test
  void aServerCannotGetAKeyThatIsDeleted() {
    practice.keys("kv-orders-eastus").beginDeleteKey("ledger-kek").waitForCompletion();
    Answer end =
        new Orders(practice)
            .create(
                "keyless-pg",
                Orders.encrypted(Orders.key("kv-orders-eastus", "ledger-kek"), "id-orders-eastus"));
    assertThat(end.json().path("status").asText()).isEqualTo("Failed");
    practice.keys("kv-orders-eastus").beginDeleteKey("orders-kek").waitForCompletion();
    assertThat(practice.cloud.inspector().page(Orders.id("orders-pg"), 0)).isEmpty();
    practice.send(
        "POST", "https://kv-orders-eastus.vault.azure.net/deletedkeys/orders-kek/recover" + V, "");
    assertThat(practice.cloud.inspector().page(Orders.id("orders-pg"), 0)).isPresent();
  }
}
