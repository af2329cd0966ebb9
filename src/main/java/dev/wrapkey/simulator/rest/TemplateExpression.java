package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.simulator.world.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads an expression of a template, for example {@code concat(parameters('name'), '-pg')}: calls,
 * texts in single quotes, whole numbers, {@code .property} and {@code [0]}.
 */
final class TemplateExpression {

  /** Knows the functions. */
  @FunctionalInterface
  interface Functions {
    JsonNode call(String name, List<JsonNode> arguments);
  }

  private final String text;
  private final Functions functions;
  private int at;

  private TemplateExpression(String text, Functions functions) {
    this.text = text;
    this.functions = functions;
  }

  /**
   * The value of an expression.
   *
   * @throws Refusal 400 InvalidTemplate
   */
  static JsonNode value(String text, Functions functions) {
    TemplateExpression expression = new TemplateExpression(text, functions);
    JsonNode value = expression.value();
    expression.blanks();
    if (expression.at < text.length()) {
      throw expression.malformed();
    }
    return value;
  }

  private JsonNode value() {
    blanks();
    JsonNode value = peek() == '\'' ? literal() : word();
    while (true) {
      blanks();
      if (peek() == '.') {
        at++;
        value = value.path(name());
      } else if (peek() == '[') {
        at++;
        JsonNode index = value();
        value = index.isInt() ? value.path(index.asInt()) : value.path(index.asText());
        expect(']');
      } else {
        return value;
      }
    }
  }

  private JsonNode literal() {
    StringBuilder found = new StringBuilder();
    at++;
    while (peek() != '\'' || ahead() == '\'') {
      if (peek() == 0) {
        throw malformed();
      }
      at += peek() == '\'' ? 1 : 0;
      found.append(peek());
      at++;
    }
    at++;
    return Tree.plain(found.toString());
  }

  private JsonNode word() {
    String word = name();
    if (word.matches("\\d{1,9}")) {
      return Tree.number(Integer.parseInt(word));
    }
    expect('(');
    List<JsonNode> arguments = new ArrayList<>();
    blanks();
    while (peek() != ')') {
      arguments.add(value());
      blanks();
      if (peek() == ',') {
        at++;
      } else if (peek() != ')') {
        throw malformed();
      }
    }
    at++;
    return functions.call(word, arguments);
  }

  private String name() {
    int start = at;
    while (Character.isLetterOrDigit(peek()) || peek() == '_') {
      at++;
    }
    if (at == start) {
      throw malformed();
    }
    return text.substring(start, at);
  }

  private void expect(char wanted) {
    blanks();
    if (peek() != wanted) {
      throw malformed();
    }
    at++;
  }

  private void blanks() {
    while (Character.isWhitespace(peek())) {
      at++;
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private char ahead() {
    return at + 1 < text.length() ? text.charAt(at + 1) : 0;
  }

  private Refusal malformed() {
    return Template.invalid(
        "The template language expression '%s' is not valid at position %d.".formatted(text, at));
  }
}
