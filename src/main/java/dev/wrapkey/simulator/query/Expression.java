package dev.wrapkey.simulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;

/** What can be worked out from a row. */
@FunctionalInterface
interface Expression {

  JsonNode of(Row row);

  default boolean holds(Row row) {
    return of(row).asBoolean(false);
  }

  default String text(Row row) {
    return text(of(row));
  }

  static String text(JsonNode value) {
    return value.isValueNode() && !value.isNull()
        ? value.asText()
        : value.isContainerNode() ? value.toString() : "";
  }

  static JsonNode truth(boolean value) {
    return JsonNodeFactory.instance.booleanNode(value);
  }

  static JsonNode text(String value) {
    return JsonNodeFactory.instance.textNode(value);
  }

  /** Numbers by size, everything else as text; what is not there comes first. */
  static int compare(JsonNode one, JsonNode other) {
    return one.isNumber() && other.isNumber()
        ? Double.compare(one.asDouble(), other.asDouble())
        : text(one).compareTo(text(other));
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
