package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.world.Key;
import dev.wrapkey.simulator.world.KeyOrder;
import dev.wrapkey.simulator.world.KeyRefusals;
import dev.wrapkey.simulator.world.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads what a client wants of a key: create, import, update. */
final class KeyOrders {

  private static final List<String> CURVES = List.of("P-256", "P-384", "P-521");
  private static final List<String> TYPES = List.of("RSA", "RSA-HSM", "EC", "EC-HSM", "oct-HSM");

  /** The last second of the year 9999. */
  private static final long LAST_SECOND = 253_402_300_799L;

  private static final List<Integer> RSA_BITS = List.of(2048, 3072, 4096);
  private static final List<Integer> SYMMETRIC_BITS = List.of(128, 192, 256);
  private static final List<String> OPERATIONS =
      List.of("encrypt", "decrypt", "sign", "verify", "wrapKey", "unwrapKey", "import", "export");

  private KeyOrders() {}

  /** Reads the body of a create. */
  static KeyOrder create(Vault vault, JsonNode body) {
    return order(kind(vault, body), body, body);
  }

  /** The order beside imported key material. */
  static KeyOrder imported(Key.Kind kind, JsonNode body) {
    return order(kind, body, body.path("key"));
  }

  private static KeyOrder order(Key.Kind kind, JsonNode body, JsonNode key) {
    JsonNode attributes = body.path("attributes");
    Instant begins = moment(attributes.path("nbf"), null);
    Instant ends = moment(attributes.path("exp"), null);
    requireOrder(begins, ends);
    return new KeyOrder(
        kind,
        operations(key),
        attributes.path("enabled").asBoolean(true),
        begins,
        ends,
        tags(body));
  }

  /** A managed HSM makes an RSA-HSM key where an RSA key is asked for (recorded). */
  private static Key.Kind kind(Vault vault, JsonNode body) {
    String wanted = Tree.text(body, "kty");
    String type = vault.isHsm() && !wanted.endsWith("-HSM") ? wanted + "-HSM" : wanted;
    boolean hsmOnly = type.startsWith("oct");
    if (!TYPES.contains(type) || (hsmOnly && !vault.isHsm())) {
      throw invalid("kty", "'" + wanted + "'");
    }
    if (type.startsWith("EC")) {
      return new Key.Kind(type, 0, curve(body.path("crv").asText("P-256")));
    }
    int bits = body.path("key_size").asInt(hsmOnly ? 256 : 2048);
    if (!(hsmOnly ? SYMMETRIC_BITS : RSA_BITS).contains(bits)) {
      throw invalid("key_size", String.valueOf(bits));
    }
    return new Key.Kind(type, bits, "");
  }

  static String curve(String name) {
    if (!CURVES.contains(name)) {
      throw invalid("crv", "'" + name + "'");
    }
    return name;
  }

  private static RuntimeException invalid(String property, String value) {
    return KeyRefusals.badParameter(
        "Property has invalid value\r\n%s: %s".formatted(property, value));
  }

  /** Applies the body of a PATCH: what it leaves out stays. */
  static Key.Version patched(Key.Version version, JsonNode body) {
    JsonNode attributes = body.path("attributes");
    Key.Life life = version.life();
    List<String> operations = operations(body);
    Instant begins = moment(attributes.path("nbf"), life.notBefore());
    Instant ends = moment(attributes.path("exp"), life.expires());
    requireOrder(begins, ends);
    return new Key.Version(
        version.id(),
        version.kind(),
        operations.isEmpty() ? version.operations() : operations,
        new Key.Life(
            attributes.path("enabled").asBoolean(life.enabled()),
            life.created(),
            life.updated(),
            begins,
            ends),
        body.path("tags").isObject() ? tags(body) : version.tags());
  }

  /** Activation after expiry makes no sense; the words are invented. */
  private static void requireOrder(@Nullable Instant begins, @Nullable Instant ends) {
    if (begins != null && ends != null && !begins.isBefore(ends)) {
      throw KeyRefusals.badParameter("The nbf attribute must be before the exp attribute.");
    }
  }

  private static List<String> operations(JsonNode from) {
    List<String> wanted =
        StreamSupport.stream(from.path("key_ops").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    for (String operation : wanted) {
      if (OPERATIONS.stream().noneMatch(operation::equalsIgnoreCase)) {
        throw invalid("key_ops", "'" + operation + "'");
      }
    }
    return wanted;
  }

  private static Map<String, String> tags(JsonNode body) {
    Map<String, String> tags = new TreeMap<>();
    body.path("tags").properties().forEach(t -> tags.put(t.getKey(), t.getValue().asText()));
    return tags;
  }

  private static @Nullable Instant moment(JsonNode seconds, @Nullable Instant otherwise) {
    if (!seconds.isNumber()) {
      return otherwise;
    }
    long value = seconds.asLong();
    if (value < 0 || value > LAST_SECOND) {
      throw invalid("attributes", seconds.asText());
    }
    return Instant.ofEpochSecond(value);
  }
}
