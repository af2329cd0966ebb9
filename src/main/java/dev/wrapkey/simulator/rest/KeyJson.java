package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.Key;
import dev.wrapkey.simulator.world.KeyRefusals;
import dev.wrapkey.simulator.world.KeySafe;
import dev.wrapkey.simulator.world.KeyStores;
import dev.wrapkey.simulator.world.Vault;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Keys as Key Vault's data plane shows and takes them. */
final class KeyJson {

  private final KeySafe safe;

  KeyJson(KeySafe safe) {
    this.safe = safe;
  }

  /** A whole key: its public part and its attributes. */
  ObjectNode bundle(Vault vault, KeyStores.Found found) {
    ObjectNode key =
        Tree.of(
            "kid",
            found.uri(),
            "kty",
            found.version().kind().type(),
            "key_ops",
            found.version().operations());
    addPublicPart(key, found.version());
    return Tree.of("key", key, "attributes", attributes(vault, found.version()));
  }

  /** An entry of a list: no key material. */
  ObjectNode item(Vault vault, String kid, Key.Version version) {
    return Tree.of("kid", kid, "attributes", attributes(vault, version));
  }

  private void addPublicPart(ObjectNode key, Key.Version version) {
    PublicKey publicKey = safe.publicKey(version);
    switch (publicKey) {
      case RSAPublicKey rsa -> {
        key.put("n", number(rsa.getModulus(), (version.kind().bits() + 7) / 8));
        key.put("e", number(rsa.getPublicExponent(), 0));
      }
      case ECPublicKey ec -> {
        int bytes = (ec.getParams().getCurve().getField().getFieldSize() + 7) / 8;
        key.put("crv", version.kind().curve());
        key.put("x", number(ec.getW().getAffineX(), bytes));
        key.put("y", number(ec.getW().getAffineY(), bytes));
      }
      default -> throw new IllegalStateException("no JSON form for " + publicKey.getAlgorithm());
    }
  }

  private static ObjectNode attributes(Vault vault, Key.Version version) {
    Key.Life life = version.life();
    return Tree.of(
        "enabled", life.enabled(),
        "nbf", seconds(life.notBefore()),
        "exp", seconds(life.expires()),
        "created", life.created().getEpochSecond(),
        "updated", life.updated().getEpochSecond(),
        "recoveryLevel", vault.protection().recoveryLevel(),
        "recoverableDays", vault.protection().softDelete() ? vault.protection().days() : null,
        "exportable", false);
  }

  /** Reads the body of a create. */
  static KeyStores.Order order(Vault vault, JsonNode body) {
    String type = Tree.text(body, "kty");
    if (!List.of("RSA", "RSA-HSM", "EC", "EC-HSM").contains(type)
        || (vault.isHsm() && !type.endsWith("-HSM"))) {
      throw KeyRefusals.badParameter("Property has invalid value\r\nkty: '%s'".formatted(type));
    }
    boolean rsa = type.startsWith("RSA");
    int bits = body.path("key_size").asInt(2048);
    String curve = body.path("crv").asText("P-256");
    if (rsa && bits != 2048 && bits != 3072 && bits != 4096) {
      throw KeyRefusals.badParameter("Property has invalid value\r\nkey_size: %d".formatted(bits));
    }
    if (!rsa && !List.of("P-256", "P-384", "P-521").contains(curve)) {
      throw KeyRefusals.badParameter("Property has invalid value\r\ncrv: '%s'".formatted(curve));
    }
    JsonNode attributes = body.path("attributes");
    return new KeyStores.Order(
        rsa ? new Key.Kind(type, bits, "") : new Key.Kind(type, 0, curve),
        texts(body.path("key_ops")),
        attributes.path("enabled").asBoolean(true),
        moment(attributes.path("nbf"), null),
        moment(attributes.path("exp"), null));
  }

  /** Applies the body of a PATCH: what it leaves out stays. */
  static Key.Version patched(Key.Version version, JsonNode body) {
    JsonNode attributes = body.path("attributes");
    Key.Life life = version.life();
    List<String> operations = texts(body.path("key_ops"));
    return new Key.Version(
        version.id(),
        version.kind(),
        operations.isEmpty() ? version.operations() : operations,
        new Key.Life(
            attributes.path("enabled").asBoolean(life.enabled()),
            life.created(),
            life.updated(),
            moment(attributes.path("nbf"), life.notBefore()),
            moment(attributes.path("exp"), life.expires())));
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static @Nullable Instant moment(JsonNode seconds, @Nullable Instant otherwise) {
    return seconds.isNumber() ? Instant.ofEpochSecond(seconds.asLong()) : otherwise;
  }

  private static @Nullable Long seconds(@Nullable Instant moment) {
    return moment == null ? null : moment.getEpochSecond();
  }

  private static String number(BigInteger value, int length) {
    byte[] bytes = value.toByteArray();
    int lead = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
    byte[] magnitude = Arrays.copyOfRange(bytes, lead, bytes.length);
    byte[] padded = new byte[Math.max(length, magnitude.length)];
    System.arraycopy(magnitude, 0, padded, padded.length - magnitude.length, magnitude.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(padded);
  }
}
