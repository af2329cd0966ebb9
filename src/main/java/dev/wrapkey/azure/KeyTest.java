package dev.wrapkey.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.azure.core.util.ClientOptions;
import com.azure.core.util.Context;
import com.azure.security.keyvault.keys.cryptography.CryptographyClient;
import com.azure.security.keyvault.keys.cryptography.CryptographyClientBuilder;
import com.azure.security.keyvault.keys.cryptography.models.KeyWrapAlgorithm;
import dev.wrapkey.provisioning.KeyIdentifier;
import java.util.Arrays;

/** Tries a key as the signed-in account. */
record KeyTest(AzureConnection connection) {

  private static final int LENGTH = 32;

  /** Nothing secret is wrapped: the bytes say what they are for. */
  boolean wrapsAndUnwraps(KeyIdentifier version) {
    byte[] bytes = Arrays.copyOf("Wrapkey tries this key.".getBytes(UTF_8), LENGTH);
    CryptographyClient client = client(version);
    byte[] wrapped =
        AzureFailures.ask(
            () ->
                client
                    .wrapKey(KeyWrapAlgorithm.RSA_OAEP_256, bytes, Context.NONE)
                    .getEncryptedKey());
    byte[] back =
        AzureFailures.ask(
            () -> client.unwrapKey(KeyWrapAlgorithm.RSA_OAEP_256, wrapped, Context.NONE).getKey());
    return Arrays.equals(bytes, back);
  }

  // Without its cache the SDK lets the service do both halves instead of wrapping by itself.
  private CryptographyClient client(KeyIdentifier version) {
    return new CryptographyClientBuilder()
        .keyIdentifier(version.toString())
        .disableKeyCaching()
        .credential(connection.credential())
        .httpClient(connection.http())
        .retryOptions(AzurePipeline.NO_RETRY)
        .clientOptions(new ClientOptions().setApplicationId(AzurePipeline.USER_AGENT))
        .addPolicy(new KeepErrorBody())
        .buildClient();
  }
}
