package dev.wrapkey.rotation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.provisioning.DataEncryption;
import dev.wrapkey.provisioning.GeoEncryption;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ResourceId;
import java.util.Optional;

/** Customer-managed keys and identities as JSON. */
final class EncryptionJson {

  private EncryptionJson() {}

  static ObjectNode node(DataEncryption encryption) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    encryption.key().ifPresent(key -> node.put("key", key.toString()));
    encryption.identity().ifPresent(identity -> node.put("identity", identity.toString()));
    encryption
        .geo()
        .ifPresent(
            geo -> {
              node.put("geoKey", geo.key().toString());
              node.put("geoIdentity", geo.identity().toString());
            });
    return node;
  }

  /**
   * @throws IllegalArgumentException if a key or an identity is none
   */
  static DataEncryption read(JsonNode node) {
    Optional<GeoEncryption> geo =
        RotationJson.text(node, "geoKey")
            .map(
                key ->
                    new GeoEncryption(
                        KeyIdentifier.of(key),
                        ResourceId.of(node.path("geoIdentity").asText()),
                        Optional.empty()));
    return DataEncryption.customerManaged(
            KeyIdentifier.of(node.path("key").asText()),
            ResourceId.of(node.path("identity").asText()))
        .withGeo(geo);
  }
}
