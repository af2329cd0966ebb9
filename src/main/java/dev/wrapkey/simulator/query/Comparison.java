package dev.wrapkey.simulator.query;

import static dev.wrapkey.simulator.query.Expression.lower;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** The comparisons of two values, by their signs and words. Only the tilde ignores letter case. */
final class Comparison {

  private static final Map<String, BiPredicate<JsonNode, JsonNode>> TWO =
      Map.ofEntries(
          Map.entry("==", (a, b) -> Expression.compare(a, b) == 0),
          Map.entry("!=", (a, b) -> Expression.compare(a, b) != 0),
          Map.entry("<", (a, b) -> Expression.compare(a, b) < 0),
          Map.entry("<=", (a, b) -> Expression.compare(a, b) <= 0),
          Map.entry(">", (a, b) -> Expression.compare(a, b) > 0),
          Map.entry(">=", (a, b) -> Expression.compare(a, b) >= 0),
          Map.entry("=~", Comparison::alike),
          Map.entry("!~", (a, b) -> !alike(a, b)),
          Map.entry("contains", Comparison::contains),
          Map.entry("!contains", (a, b) -> !contains(a, b)),
          Map.entry("contains_cs", (a, b) -> Expression.text(a).contains(Expression.text(b))),
          Map.entry("startswith", (a, b) -> low(a).startsWith(low(b))),
          Map.entry("endswith", (a, b) -> low(a).endsWith(low(b))));

  private static final Map<String, BiPredicate<JsonNode, JsonNode>> MANY =
      Map.of(
          "in", (a, b) -> Expression.text(a).equals(Expression.text(b)), "in~", Comparison::alike);

  private Comparison() {}

  /** Whether a word compares two values. */
  static boolean isTwo(String word) {
    return TWO.containsKey(word);
  }

  /** Whether a word looks for a value among many. */
  static boolean isMany(String word) {
    return MANY.containsKey(word.startsWith("!") ? word.substring(1) : word);
  }

  static Expression two(String word, Expression left, Expression right) {
    BiPredicate<JsonNode, JsonNode> test = TWO.getOrDefault(word, (a, b) -> false);
    return row -> Expression.truth(test.test(left.of(row), right.of(row)));
  }

  static Expression many(String word, Expression left, List<Expression> among) {
    boolean not = word.startsWith("!");
    BiPredicate<JsonNode, JsonNode> test =
        MANY.getOrDefault(not ? word.substring(1) : word, (a, b) -> false);
    return row ->
        Expression.truth(
            not != among.stream().anyMatch(each -> test.test(left.of(row), each.of(row))));
  }

  private static boolean alike(JsonNode a, JsonNode b) {
    return Expression.text(a).equalsIgnoreCase(Expression.text(b));
  }

  private static boolean contains(JsonNode a, JsonNode b) {
    return low(a).contains(low(b));
  }

  private static String low(JsonNode value) {
    return lower(Expression.text(value));
  }
}
