package dev.wrapkey.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A strict reader of the part of Bicep that templates need, written after the language's reference:
 * statements with decorators, objects with a member a line, arrays with an item a line, strings,
 * names, calls and members of names.
 */
final class BicepReader {

  /**
   * A statement: its keyword, its symbol, its type in quotes if it has one, its value if it has
   * one.
   */
  record Statement(
      String keyword, String symbol, String type, Object value, List<String> decorators) {}

  private final String text;
  private int at;

  private BicepReader(String text) {
    this.text = text;
  }

  static String string(String written) {
    BicepReader reader = new BicepReader(written);
    String read = reader.string();
    reader.require(reader.at == written.length());
    return read;
  }

  static List<Statement> statements(String text) {
    BicepReader reader = new BicepReader(text);
    List<Statement> all = new ArrayList<>();
    reader.lines();
    while (reader.at < text.length()) {
      all.add(reader.statement());
      reader.require(reader.peek() == '\n');
      reader.lines();
    }
    return all;
  }

  private Statement statement() {
    List<String> decorators = new ArrayList<>();
    while (peek() == '@') {
      at++;
      decorators.add(String.valueOf(value()));
      require(peek() == '\n');
      at++;
    }
    String keyword = word();
    String symbol = "";
    String type = "";
    if (keyword.equals("using")) {
      blank();
      return new Statement(keyword, "", "", string(), decorators);
    }
    if (keyword.equals("targetScope")) {
      require(text.startsWith(" = ", at));
      at += 3;
      return new Statement(keyword, keyword, "", string(), decorators);
    }
    blank();
    symbol = word();
    if (peek() == ' ' && text.charAt(at + 1) != '=') {
      blank();
      type = peek() == '\'' ? string() : word();
    }
    if (peek() != ' ') {
      return new Statement(keyword, symbol, type, null, decorators);
    }
    require(text.startsWith(" = ", at));
    at += 3;
    return new Statement(keyword, symbol, type, value(), decorators);
  }

  private Object value() {
    return switch (peek()) {
      case '\'' -> string();
      case '{' -> object();
      case '[' -> array();
      default -> expression();
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    at++;
    if (peek() == '}') {
      at++;
      return members;
    }
    require(peek() == '\n');
    lines();
    while (peek() != '}') {
      String name = peek() == '\'' ? string() : word();
      require(text.startsWith(": ", at));
      at += 2;
      require(members.put(name, value()) == null);
      require(peek() == '\n');
      lines();
    }
    at++;
    return members;
  }

  private List<Object> array() {
    List<Object> items = new ArrayList<>();
    at++;
    require(peek() == '\n');
    lines();
    while (peek() != ']') {
      items.add(value());
      require(peek() == '\n');
      lines();
    }
    at++;
    return items;
  }

  /** A number, or names, calls and members; kept as text with a mark before it. */
  private Object expression() {
    int start = at;
    word();
    while (peek() == '.' || peek() == '(') {
      if (peek() == '.') {
        at++;
        word();
      } else {
        at++;
        while (peek() != ')') {
          value();
          if (peek() == ',') {
            at++;
            blank();
          }
        }
        at++;
      }
    }
    return "=" + text.substring(start, at);
  }

  private String string() {
    require(peek() == '\'');
    at++;
    StringBuilder read = new StringBuilder();
    while (peek() != '\'') {
      char c = peek();
      require(c >= ' ' && !text.startsWith("${", at));
      at++;
      if (c == '\\') {
        escape(read);
      } else {
        read.append(c);
      }
    }
    at++;
    return read.toString();
  }

  private void escape(StringBuilder read) {
    char c = peek();
    at++;
    switch (c) {
      case '\\', '\'', '$' -> read.append(c);
      case 'n' -> read.append('\n');
      case 'r' -> read.append('\r');
      case 't' -> read.append('\t');
      case 'u' -> {
        int end = text.indexOf('}', at);
        require(peek() == '{' && end > at);
        read.appendCodePoint(Integer.parseInt(text.substring(at + 1, end), 16));
        at = end + 1;
      }
      default -> require(false);
    }
  }

  private String word() {
    int start = at;
    while (peek() == '_' || peek() < 128 && Character.isLetterOrDigit(peek())) {
      at++;
    }
    require(at > start);
    return text.substring(start, at);
  }

  private void blank() {
    require(peek() == ' ');
    at++;
  }

  private void lines() {
    while (peek() == '\n' || peek() == ' ') {
      at++;
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private void require(boolean condition) {
    if (!condition) {
      throw new AssertionError(
          "at " + at + ": " + text.substring(Math.max(0, at - 60), at) + " <here>");
    }
  }
}
