package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** JSON trees, written briefly and read tolerantly. */
final class Tree {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Tree() {}

  /** An object of name, value, name, value …; a value that is null leaves its name out. */
  static ObjectNode of(@Nullable Object... pairs) {
    ObjectNode node = MAPPER.createObjectNode();
    for (int i = 0; i < pairs.length; i += 2) {
      Object value = pairs[i + 1];
      if (value != null) {
        node.set(String.valueOf(pairs[i]), node(value));
      }
    }
    return node;
  }

  static ArrayNode array(Collection<?> values) {
    ArrayNode array = MAPPER.createArrayNode();
    values.forEach(v -> array.add(node(v)));
    return array;
  }

  private static JsonNode node(Object value) {
    return switch (value) {
      case JsonNode tree -> tree;
      case Collection<?> many -> array(many);
      case Map<?, ?> map -> {
        ObjectNode object = MAPPER.createObjectNode();
        map.forEach((k, v) -> object.set(String.valueOf(k), node(v)));
        yield object;
      }
      case Instant moment -> MAPPER.getNodeFactory().textNode(moment.toString());
      default -> MAPPER.valueToTree(value);
    };
  }

  /**
   * Reads a request's body.
   *
   * @throws Refusal 400 if it is not a JSON object
   */
  static ObjectNode read(byte[] body) {
    if (body.length == 0) {
      return MAPPER.createObjectNode();
    }
    try {
      if (MAPPER.readTree(body) instanceof ObjectNode object) {
        return object;
      }
      throw ArmErrors.invalidContent("not an object");
    } catch (IOException malformed) {
      throw ArmErrors.invalidContent("not JSON");
    }
  }

  /** Reads data of the program itself. */
  static JsonNode resource(String name) {
    try (InputStream in = Tree.class.getResourceAsStream("/dev/wrapkey/simulator/" + name)) {
      return MAPPER.readTree(Objects.requireNonNull(in, name));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A number standing alone. */
  static JsonNode number(int alone) {
    return MAPPER.getNodeFactory().numberNode(alone);
  }

  /**
   * Reads a deployment, whose template the command-line tool sends with comments and a name without
   * quotes (recorded).
   *
   * @throws Refusal 400 if it is not a JSON object
   */
  static JsonNode lenient(byte[] body) {
    try {
      return MAPPER
          .reader()
          .withFeatures(
              JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES, JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .readTree(body);
    } catch (IOException malformed) {
      throw ArmErrors.invalidContent("not JSON");
    }
  }

  static JsonNode truth(boolean alone) {
    return MAPPER.getNodeFactory().booleanNode(alone);
  }

  static JsonNode nothing() {
    return MAPPER.getNodeFactory().nullNode();
  }

  /** A text standing alone, as a few answers are. */
  static JsonNode plain(String alone) {
    return MAPPER.getNodeFactory().textNode(alone);
  }

  /** The text at a path of names, or empty where anything is missing or is no scalar. */
  static String text(JsonNode from, String... path) {
    JsonNode node = at(from, path);
    return node.isValueNode() && !node.isNull() ? node.asText() : "";
  }

  static JsonNode at(JsonNode from, String... path) {
    JsonNode node = from;
    for (String name : path) {
      node = node.path(name);
    }
    return node;
  }
}
