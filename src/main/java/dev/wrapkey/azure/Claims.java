package dev.wrapkey.azure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;

/**
 * What a token for Azure Resource Manager says of its holder ("Access token claims reference" of
 * Microsoft Entra). Read for names only: whether the token is good, the service decides.
 *
 * @param tree the claims; nothing for a token that has none to read
 */
record Claims(JsonNode tree) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Claims of(String token) {
    String[] parts = token.split("\\.");
    return new Claims(parts.length < 2 ? MissingNode.getInstance() : decoded(parts[1]));
  }

  private static JsonNode decoded(String part) {
    try {
      return read(Base64.getUrlDecoder().decode(part));
    } catch (IllegalArgumentException _) {
      return MissingNode.getInstance();
    }
  }

  /** Any JSON; nothing if it is none. */
  static JsonNode read(byte[] json) {
    try {
      return JSON.readTree(new String(json, StandardCharsets.UTF_8));
    } catch (JsonProcessingException _) {
      return MissingNode.getInstance();
    }
  }

  /** The directory; empty if the token does not tell. */
  String tenant() {
    return tree.path("tid").asText();
  }

  String objectId() {
    return tree.path("oid").asText();
  }

  /** Application (client) ID of the program or the managed identity. */
  String clientId() {
    return tree.path("appid").asText();
  }

  boolean isApplication() {
    return tree.path("idtyp").asText().equals("app") || userName().isEmpty();
  }

  /** Empty for applications. */
  String userName() {
    return Stream.of("upn", "preferred_username", "unique_name", "email")
        .map(claim -> tree.path(claim).asText())
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }
}
