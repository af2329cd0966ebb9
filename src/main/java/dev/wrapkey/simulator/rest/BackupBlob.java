package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.Key;
import dev.wrapkey.simulator.world.KeyCopy;
import dev.wrapkey.simulator.world.KeyRefusals;
import dev.wrapkey.simulator.world.KeySafe;
import dev.wrapkey.simulator.world.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A backup of a key on the wire, in the recorded shape: the base64url of Key Vault's mark and a
 * compact JWE. Ours is encrypted directly (RFC 7516, {@code dir} with {@code A256GCM}) under the
 * root key of this practice cloud, so it opens here only.
 */
final class BackupBlob {

  private static final String MARK = "&AzureKeyVaultKeyBackupV1.microsoft.com";
  private static final int NONCE = 12;
  private static final int TAG = 16;

  private final KeySafe safe;

  BackupBlob(KeySafe safe) {
    this.safe = safe;
  }

  String write(KeyCopy copy) {
    String header =
        encode(Tree.of("alg", "dir", "enc", "A256GCM", "kid", "practice-cloud-root").toString());
    byte[] sealed =
        Base64.getDecoder()
            .decode(safe.seal(content(copy).toString().getBytes(StandardCharsets.UTF_8), header));
    int end = sealed.length - TAG;
    String jwe =
        String.join(
            ".",
            header,
            "",
            KeyCalls.text(part(sealed, 0, NONCE)),
            KeyCalls.text(part(sealed, NONCE, end)),
            KeyCalls.text(part(sealed, end, sealed.length)));
    return encode(MARK + jwe);
  }

  private static byte[] part(byte[] bytes, int from, int to) {
    return java.util.Arrays.copyOfRange(bytes, from, to);
  }

  private static String encode(String text) {
    return KeyCalls.text(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Opens a backup.
   *
   * @throws Refusal 400 if it is none, was changed or was made elsewhere
   */
  KeyCopy read(String value) {
    try {
      Base64.Decoder decoder = Base64.getUrlDecoder();
      String text = new String(decoder.decode(value), StandardCharsets.UTF_8);
      String[] jwe =
          text.startsWith(MARK) ? text.substring(MARK.length()).split("\\.", -1) : new String[0];
      if (jwe.length != 5) {
        throw KeyRefusals.badBackup();
      }
      byte[] nonce = decoder.decode(jwe[2]);
      byte[] cipher = decoder.decode(jwe[3]);
      byte[] tag = decoder.decode(jwe[4]);
      if (nonce.length != NONCE || tag.length != TAG) {
        throw KeyRefusals.badBackup();
      }
      byte[] sealed =
          ByteBuffer.allocate(NONCE + cipher.length + TAG).put(nonce).put(cipher).put(tag).array();
      String inside = Base64.getEncoder().encodeToString(sealed);
      return copy(Tree.read(safe.open(inside, jwe[0])));
    } catch (IllegalArgumentException | IllegalStateException foreign) {
      throw KeyRefusals.badBackup();
    }
  }

  private static ObjectNode content(KeyCopy copy) {
    List<ObjectNode> versions = new ArrayList<>();
    for (int i = 0; i < copy.materials().size(); i++) {
      versions.add(version(copy.key().versions().get(i), copy.materials().get(i)));
    }
    return Tree.of(
        "subscription", copy.subscription(),
        "geography", copy.geography(),
        "host", copy.key().host(),
        "name", copy.key().name(),
        "versions", versions);
  }

  private static ObjectNode version(Key.Version version, KeySafe.Material material) {
    Key.Life life = version.life();
    return Tree.of(
        "id", version.id(),
        "type", version.kind().type(),
        "bits", version.kind().bits(),
        "curve", version.kind().curve(),
        "operations", version.operations(),
        "enabled", life.enabled(),
        "created", life.created(),
        "updated", life.updated(),
        "notBefore", life.notBefore(),
        "expires", life.expires(),
        "tags", version.tags(),
        "algorithm", material.algorithm(),
        "publicKey", material.publicKey(),
        "privateKey", material.privateKey());
  }

  private static KeyCopy copy(ObjectNode content) {
    List<Key.Version> versions = new ArrayList<>();
    List<KeySafe.Material> materials = new ArrayList<>();
    for (JsonNode version : content.path("versions")) {
      versions.add(version(version));
      materials.add(
          new KeySafe.Material(
              Tree.text(version, "id"),
              Tree.text(version, "algorithm"),
              Tree.text(version, "publicKey"),
              Tree.text(version, "privateKey")));
    }
    return new KeyCopy(
        Tree.text(content, "subscription"),
        Tree.text(content, "geography"),
        new Key(Tree.text(content, "host"), Tree.text(content, "name"), versions),
        materials);
  }

  private static Key.Version version(JsonNode from) {
    Map<String, String> tags = new TreeMap<>();
    from.path("tags").properties().forEach(t -> tags.put(t.getKey(), t.getValue().asText()));
    return new Key.Version(
        Tree.text(from, "id"),
        new Key.Kind(Tree.text(from, "type"), from.path("bits").asInt(), Tree.text(from, "curve")),
        StreamSupport.stream(from.path("operations").spliterator(), false)
            .map(JsonNode::asText)
            .toList(),
        new Key.Life(
            from.path("enabled").asBoolean(),
            Instant.parse(Tree.text(from, "created")),
            Instant.parse(Tree.text(from, "updated")),
            moment(Tree.text(from, "notBefore")),
            moment(Tree.text(from, "expires"))),
        tags);
  }

  private static @Nullable Instant moment(String text) {
    return text.isEmpty() ? null : Instant.parse(text);
  }
}
