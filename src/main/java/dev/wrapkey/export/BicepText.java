package dev.wrapkey.export;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values in Bicep, where {@code ${} in a text begins an expression. */
final class BicepText {

  private static final Pattern WORD = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

  private BicepText() {}

  static String quoted(String text) {
    return "'"
        + text.codePoints()
            .mapToObj(BicepText::escaped)
            .collect(Collectors.joining())
            .replace("${", "\\${")
        + "'";
  }

  private static String escaped(int c) {
    return switch (c) {
      case '\\' -> "\\\\";
      case '\'' -> "\\'";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          Character.isISOControl(c) || c == 0x2028 || c == 0x2029
              ? "\\u{%x}".formatted(c)
              : Character.toString(c);
    };
  }

  /**
   * A value.
   *
   * @param inMain whether the server is a resource of the same file; in a module it is a parameter
   */
  static String of(Value value, boolean inMain) {
    return of(value, inMain ? "server.id" : "serverId", "");
  }

  private static String of(Value value, String server, String indent) {
    String deeper = indent + "  ";
    return switch (value) {
      case Value.Text text -> quoted(text.text());
      case Value.Whole whole -> String.valueOf(whole.number());
      case Value.Truth truth -> String.valueOf(truth.isTrue());
      case Value.Parameter parameter -> parameter.name();
      case Value.ServerId _ -> server;
      case Value.Tenant _ -> "subscription().tenantId";
      case Value.Items items ->
          items.items().stream()
              .map(i -> deeper + of(i, server, deeper) + "\n")
              .collect(Collectors.joining("", "[\n", indent + "]"));
      case Value.Members members ->
          members.members().isEmpty()
              ? "{}"
              : members.members().entrySet().stream()
                  .map(m -> deeper + name(m.getKey()) + ": " + of(m.getValue(), server, deeper))
                  .collect(Collectors.joining("\n", "{\n", "\n" + indent + "}"));
    };
  }

  private static String name(String name) {
    return WORD.matcher(name).matches() ? name : quoted(name);
  }
}
