package dev.wrapkey.simulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.wrapkey.simulator.query.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads expressions. */
final class Expressions {

  private static final Map<String, UnaryOperator<JsonNode>> FUNCTIONS =
      Map.of(
          "tolower", value -> Expression.text(Expression.lower(Expression.text(value))),
          "toupper",
              value -> Expression.text(Expression.text(value).toUpperCase(java.util.Locale.ROOT)),
          "tostring", value -> Expression.text(Expression.text(value)),
          "isempty", value -> Expression.truth(Expression.text(value).isEmpty()),
          "isnotempty", value -> Expression.truth(!Expression.text(value).isEmpty()),
          "isnull", value -> Expression.truth(value.isNull() || value.isMissingNode()),
          "isnotnull", value -> Expression.truth(!value.isNull() && !value.isMissingNode()),
          "not", value -> Expression.truth(!value.asBoolean(false)));

  // Nobody writes so many brackets, and each costs a few frames of the stack.
  private static final int DEEPEST = 100;

  private final Words words;
  private int depth;

  Expressions(Words words) {
    this.words = words;
  }

  /**
   * Reads a whole expression.
   *
   * @param columns those it may name
   * @throws QueryRefused if it is not understood, or too deep
   */
  Expression read(Set<String> columns) {
    depth++;
    if (depth > DEEPEST) {
      throw QueryRefused.at(words.peek());
    }
    Expression whole = either(columns);
    depth--;
    return whole;
  }

  private Expression either(Set<String> columns) {
    Expression left = both(columns);
    while (words.take("or")) {
      Expression first = left;
      Expression right = both(columns);
      left = row -> Expression.truth(first.holds(row) || right.holds(row));
    }
    return left;
  }

  private Expression both(Set<String> columns) {
    Expression left = comparison(columns);
    while (words.take("and")) {
      Expression first = left;
      Expression right = comparison(columns);
      left = row -> Expression.truth(first.holds(row) && right.holds(row));
    }
    return left;
  }

  private Expression comparison(Set<String> columns) {
    Expression left = value(columns);
    String word = words.peek().text();
    boolean literal = words.peek().kind() == Kind.TEXT;
    if (!literal && Comparison.isTwo(word)) {
      words.next();
      return Comparison.two(word, left, value(columns));
    }
    if (!literal && Comparison.isMany(word)) {
      words.next();
      return Comparison.many(word, left, list(columns));
    }
    return left;
  }

  private List<Expression> list(Set<String> columns) {
    List<Expression> values = new ArrayList<>();
    words.expect("(");
    do {
      values.add(value(columns));
    } while (words.take(","));
    words.expect(")");
    return values;
  }

  private Expression value(Set<String> columns) {
    if (words.take("(")) {
      Expression inner = read(columns);
      words.expect(")");
      return inner;
    }
    Token token = words.next();
    return switch (token.kind()) {
      case TEXT -> row -> Expression.text(token.text());
      case NUMBER -> {
        JsonNode number = JsonNodeFactory.instance.numberNode(Double.parseDouble(token.text()));
        yield row -> number;
      }
      case NAME -> named(token, columns);
      default -> throw QueryRefused.at(token);
    };
  }

  private Expression named(Token token, Set<String> columns) {
    if (token.is("true") || token.is("false")) {
      return row -> Expression.truth(token.is("true"));
    }
    UnaryOperator<JsonNode> function = FUNCTIONS.get(token.text());
    if (words.peek().is("(")) {
      if (function == null) {
        throw QueryRefused.at(token);
      }
      words.next();
      Expression argument = read(columns);
      words.expect(")");
      return row -> function.apply(argument.of(row));
    }
    if (!columns.contains(token.text())) {
      throw new QueryRefused("UnknownColumn", token);
    }
    return path(token.text());
  }

  private Expression path(String column) {
    List<String> names = new ArrayList<>();
    while (true) {
      if (words.take(".")) {
        names.add(words.name());
      } else if (words.take("[")) {
        names.add(words.expect(Kind.TEXT));
        words.expect("]");
      } else {
        return row -> {
          JsonNode value = row.column(column);
          for (String name : names) {
            value = value.path(name);
          }
          return value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value;
        };
      }
    }
  }
}
