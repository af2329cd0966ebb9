package dev.wrapkey.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.security.keyvault.keys.cryptography.CryptographyClient;
import com.azure.security.keyvault.keys.cryptography.CryptographyClientBuilder;
import com.azure.security.keyvault.keys.cryptography.models.KeyWrapAlgorithm;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.Practice.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaultShapeTest extends OneWorld {

  private static final String VAULT = "https://kv-orders-eastus.vault.azure.net";

  /** Seen: azure-cli 2.45.0 test_keyvault_key.yaml, first exchange. */
  @Test
  void aVaultChallengesARequestWithoutToken() {
    Answer answer =
        practice.send(new HttpRequest(HttpMethod.POST, VAULT + "/keys/key1/create" + V));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate"))
        .isEqualTo(
            "Bearer authorization=\"https://login.microsoftonline.com/"
                + PracticeCloud.TENANT
                + "\", resource=\"https://vault.azure.net\"");
    assertThat(answer.code()).isEqualTo("Unauthorized");
  }

  /** Seen: cpp KeyVaultKeyClient.BackupKey, exchange 6. */
  @Test
  void aMissingKeyIsNotFound() {
    assertThat(practice.get(VAULT + "/keys/nope/" + V).code()).isEqualTo("KeyNotFound");
  }

  /** Seen: azure-cli 2.45.0, list of keys: {@code nextLink} is null, no key material. */
  @Test
  void aListOfKeysHasNoKeyMaterial() {
    JsonNode list = practice.get(VAULT + "/keys" + V).json();
    assertThat(list.has("nextLink")).isTrue();
    assertThat(list.path("nextLink").isNull()).isTrue();
    assertThat(list.at("/value/0/attributes/recoveryLevel").asText()).isEqualTo("Recoverable");
    assertThat(list.at("/value/0").has("key")).isFalse();
  }

  @Test
  void keysAreListedPageByPage() {
    String next = VAULT + "/keys" + V + "&maxresults=2";
    List<String> found = new ArrayList<>();
    int pages = 0;
    while (!next.isEmpty()) {
      JsonNode page = practice.get(next).json();
      page.path("value").forEach(k -> found.add(k.path("kid").asText()));
      next = page.path("nextLink").isNull() ? "" : page.path("nextLink").asText();
      pages++;
    }
    assertThat(pages).isEqualTo(3);
    assertThat(found).hasSize(6).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"RSA-OAEP", "RSA-OAEP-256", "RSA1_5"})
  void theSdkWrapsAndUnwraps(String algorithm) {
    CryptographyClient client =
        new CryptographyClientBuilder()
            .keyIdentifier(practice.keys("kv-orders-eastus").getKey("orders-kek").getId())
            .credential(practice.credential())
            .httpClient(practice.cloud.httpClient())
            .buildClient();
    byte[] secret =
        "thirty-two bytes of a data key..".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    KeyWrapAlgorithm how = KeyWrapAlgorithm.fromString(algorithm);
    byte[] wrapped = client.wrapKey(how, secret).getEncryptedKey();
    assertThat(client.unwrapKey(how, wrapped).getKey()).isEqualTo(secret);
  }

  /**
   * The SDK posts to {@code /keys/k1//wrapkey} where the identifier has no version; recordings show
   * camel case.
   */
  @ParameterizedTest
  @CsvSource({"/keys/orders-kek//wrapkey", "/keys/orders-kek/wrapKey", "/keys/orders-kek/wrapkey"})
  void aVersionlessWrapTellsTheVersion(String path) {
    Answer answer =
        practice.send(
            "POST", VAULT + path + V, "{\"alg\": \"RSA-OAEP-256\", \"value\": \"AAECAw\"}");
    assertThat(answer.json().path("kid").asText())
        .isEqualTo(practice.keys("kv-orders-eastus").getKey("orders-kek").getId());
    assertThat(answer.json().properties()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"retired-kek, KeyDisabled", "lapsed-kek, KeyExpired"})
  void aKeyOutsideItsLifeDoesNotWrap(String key, String inner) {
    String url = VAULT + "/keys/" + key + "/wrapkey" + V;
    Answer answer =
        practice.send("POST", url, "{\"alg\": \"RSA-OAEP-256\", \"value\": \"AAECAw\"}");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().at("/error/innererror/code").asText()).isEqualTo(inner);
  }

  /** Said in Azure/azure-sdk-for-net issue 7677: expiry stops wrapping, not unwrapping. */
  @Test
  void anExpiredKeyStillUnwraps() {
    String key = VAULT + "/keys/orders-kek";
    Answer wrapped =
        practice.send(
            "POST", key + "/wrapkey" + V, "{\"alg\": \"RSA-OAEP-256\", \"value\": \"AAECAw\"}");
    String kid = wrapped.json().path("kid").asText();
    long past = practice.time.now().getEpochSecond() - 60;
    practice.send("PATCH", kid + V, "{\"attributes\": {\"exp\": " + past + "}}");
    String body =
        "{\"alg\": \"RSA-OAEP-256\", \"value\": \"%s\"}"
            .formatted(wrapped.json().path("value").asText());
    assertThat(practice.send("POST", kid + "/wrapkey" + V, body).status()).isEqualTo(403);
    assertThat(practice.send("POST", kid + "/unwrapkey" + V, body).json().path("value").asText())
        .isEqualTo("AAECAw");
    practice.send("PATCH", kid + V, "{\"attributes\": {\"exp\": " + (past + 1_000_000_000L) + "}}");
  }

  @Test
  void aSealedVaultRefusesByFirewallAndAHiddenOneByPolicy() {
    assertThat(refusalOfList("kv-sealed-eastus")).isEqualTo("ForbiddenByFirewall");
    assertThat(refusalOfList("kv-hidden-eastus")).isEqualTo("AccessDenied");
  }

  private String refusalOfList(String vault) {
    Answer answer = practice.get("https://" + vault + ".vault.azure.net/keys" + V);
    assertThat(answer.status()).isEqualTo(403);
    return answer.json().at("/error/innererror/code").asText();
  }
}
