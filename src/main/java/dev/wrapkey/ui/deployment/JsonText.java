package dev.wrapkey.ui.deployment;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** JSON as text, two spaces a level. */
final class JsonText {

  private static final String INDENT = "  ";

  private JsonText() {}

  /**
   * Writes a value.
   *
   * @param value maps, collections, numbers, booleans; anything else as its text
   */
  static String of(Object value) {
    StringBuilder compact = new StringBuilder();
    append(compact, value);
    return indented(compact.toString());
  }

  private static void append(StringBuilder out, Object value) {
    switch (value) {
      case Map<?, ?> map -> {
        out.append('{');
        map.forEach(
            (name, each) -> {
              separate(out);
              append(out, String.valueOf(name));
              out.append(':');
              append(out, each);
            });
        out.append('}');
      }
      case Collection<?> list -> {
        out.append('[');
        list.forEach(
            each -> {
              separate(out);
              append(out, each);
            });
        out.append(']');
      }
      case Number number -> out.append(number);
      case Boolean flag -> out.append(flag);
      default -> quote(out, value.toString());
    }
  }

  private static void separate(StringBuilder out) {
    char last = out.charAt(out.length() - 1);
    if (last != '{' && last != '[') {
      out.append(',');
    }
  }

  private static void quote(StringBuilder out, String text) {
    out.append('"');
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  /** The same JSON with line breaks; what is not JSON stays as it is. */
  static String indented(String json) {
    String trimmed = json.strip();
    if (!trimmed.startsWith("{") && !trimmed.startsWith("[")) {
      return json;
    }
    StringBuilder out = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < trimmed.length(); i++) {
      char c = trimmed.charAt(i);
      if (quoted) {
        out.append(c);
        if (c == '\\' && i + 1 < trimmed.length()) {
          out.append(trimmed.charAt(++i));
        }
        quoted = c != '"';
      } else if (c == '"') {
        out.append(c);
        quoted = true;
      } else if (!Character.isWhitespace(c)) {
        depth = sign(out, c, depth);
      }
    }
    return out.toString();
  }

  private static int sign(StringBuilder out, char c, int depth) {
    switch (c) {
      case '{', '[' -> {
        out.append(c);
        line(out, depth + 1);
        return depth + 1;
      }
      case '}', ']' -> {
        boolean empty = out.toString().stripTrailing().endsWith(c == '}' ? "{" : "[");
        if (empty) {
          out.setLength(out.toString().stripTrailing().length());
        } else {
          line(out, depth - 1);
        }
        out.append(c);
        return depth - 1;
      }
      case ',' -> {
        out.append(c);
        line(out, depth);
      }
      case ':' -> out.append(": ");
      default -> out.append(c);
    }
    return depth;
  }

  private static void line(StringBuilder out, int depth) {
    out.append('\n').append(INDENT.repeat(Math.max(0, depth)));
  }
}
