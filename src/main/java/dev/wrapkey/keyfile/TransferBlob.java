package dev.wrapkey.keyfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;

/**
 * A {@code .byok} file: a key that left one HSM for another, encrypted for a key exchange key of
 * the receiving store (Key Vault documentation "Bring your own key specification", 24 January
 * 2023). JSON:
 *
 * <pre>
 * schema_version  1.0.0
 * header          kid: identifier of the key exchange key, with version
 *                 alg: dir
 *                 enc: CKM_RSA_AES_KEY_WRAP
 * ciphertext      base64url of: an AES key, RSA-OAEP with SHA-1 under the exchange key (as long as
 *                 its modulus); then the private key, PKCS #8, AES key wrap with padding (RFC 5649)
 * generator       which program wrote it
 * </pre>
 */
public final class TransferBlob implements KeyFile {

  static final String SCHEMA = "1.0.0";
  static final String ALG = "dir";
  static final String ENC = "CKM_RSA_AES_KEY_WRAP";

  private static final String KIND = "byok";

  private final byte[] content;
  private final String keyExchangeKey;
  private final byte[] ciphertext;

  private TransferBlob(byte[] content, String keyExchangeKey, byte[] ciphertext) {
    this.content = content;
    this.keyExchangeKey = keyExchangeKey;
    this.ciphertext = ciphertext;
  }

  /**
   * Reads the file.
   *
   * @throws KeyFileRefused if it is none, is incomplete or is of another version
   */
  public static TransferBlob read(byte[] content) throws KeyFileRefused {
    JsonNode json = parse(content);
    if (!json.has("schema_version") && !json.has("ciphertext")) {
      throw Refusals.unknown();
    }
    JsonNode header = json.path("header");
    if (!json.path("schema_version").asText().equals(SCHEMA)
        || !header.path("alg").asText().equals(ALG)
        || !header.path("enc").asText().equals(ENC)) {
      throw Refusals.unsupported("transfer", SCHEMA, ENC);
    }
    String kid = header.path("kid").asText();
    byte[] ciphertext = decoded(json.path("ciphertext").asText());
    if (kid.isBlank() || ciphertext.length == 0) {
      throw Refusals.damaged(KIND);
    }
    return new TransferBlob(content.clone(), kid, ciphertext);
  }

  private static JsonNode parse(byte[] content) throws KeyFileRefused {
    try {
      JsonNode json = new ObjectMapper().readTree(content);
      if (json == null || !json.isObject()) {
        throw Refusals.unknown();
      }
      return json;
    } catch (JsonProcessingException _) {
      throw Refusals.damaged(KIND);
    } catch (IOException _) {
      throw Refusals.unreadable();
    }
  }

  private static byte[] decoded(String text) throws KeyFileRefused {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      throw Refusals.damaged(KIND);
    }
  }

  /** The whole file: what an import sends. */
  public byte[] content() {
    return content.clone();
  }

  /** The identifier of the key for which the content is encrypted. */
  public String keyExchangeKey() {
    return keyExchangeKey;
  }

  byte[] ciphertext() {
    return ciphertext;
  }

  @Override
  public String toString() {
    return "transfer file for " + keyExchangeKey;
  }
}
