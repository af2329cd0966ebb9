package dev.wrapkey.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.provisioning.ResourceId;

/** Values in a template of Azure Resource Manager, where a text in brackets is an expression. */
final class ArmText {

  static final String SERVER_ID =
      "[resourceId('%s', parameters('%s'))]".formatted(ResourceId.SERVER, Blueprint.NAME);

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ArmText() {}

  /** A text inside an expression. */
  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String parameter(String name) {
    return "[parameters(" + quoted(name) + ")]";
  }

  /**
   * A text that is not taken for an expression. The documented doubling of the bracket leaves open
   * what becomes of a text that does not end with one; a call has one meaning only.
   */
  static String literal(String text) {
    return text.startsWith("[") ? "[concat(" + quoted(text) + ")]" : text;
  }

  /** A value as a template writes it. */
  static JsonNode json(Value value) {
    return json(value, true);
  }

  /** A value as a file of parameters writes it: without expressions. */
  static JsonNode plain(Value value) {
    return json(value, false);
  }

  private static JsonNode json(Value value, boolean expressions) {
    return switch (value) {
      case Value.Text text -> JSON.textNode(expressions ? literal(text.text()) : text.text());
      case Value.Whole whole -> JSON.numberNode(whole.number());
      case Value.Truth truth -> JSON.booleanNode(truth.isTrue());
      case Value.Parameter parameter -> JSON.textNode(parameter(parameter.name()));
      case Value.ServerId _ -> JSON.textNode(SERVER_ID);
      case Value.Tenant _ -> JSON.textNode("[subscription().tenantId]");
      case Value.Items items -> {
        ArrayNode array = JSON.arrayNode();
        items.items().forEach(i -> array.add(json(i, expressions)));
        yield array;
      }
      case Value.Members members -> {
        ObjectNode object = JSON.objectNode();
        members.members().forEach((name, v) -> object.set(name, json(v, expressions)));
        yield object;
      }
    };
  }
}
