package dev.wrapkey.simulator.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A query that was understood.
 *
 * @param table what it looks at
 * @param columns of its answer, in order
 * @param steps what is done, one after the other
 */
public record Query(String table, List<String> columns, List<UnaryOperator<List<Row>>> steps) {

  /**
   * Reads a query. One that begins with an operator looks at the first table ("Understanding the
   * Azure Resource Graph query language", read on 22 November 2026).
   *
   * @param tables the columns of each, by its name in lower case
   * @throws QueryRefused if it is not understood, though Azure may
   */
  public static Query read(String text, String usual, Map<String, List<String>> tables) {
    Words words = new Words(text);
    String table = usual;
    if (!Steps.isStep(words.peek().text())) {
      Token name = words.next();
      table = Expression.lower(name.text());
      if (name.kind() != Token.Kind.NAME || !tables.containsKey(table)) {
        throw QueryRefused.at(name);
      }
      if (!words.atEnd()) {
        words.expect("|");
      }
    }
    Steps steps = new Steps(words, tables.getOrDefault(table, List.of()));
    List<UnaryOperator<List<Row>>> all = new ArrayList<>();
    while (!words.atEnd()) {
      all.add(steps.read());
      if (!words.atEnd()) {
        words.expect("|");
      }
    }
    return new Query(table, steps.columns(), all);
  }

  /** Whether its answer has the column by which Azure goes on with the next page. */
  public boolean canBePaged() {
    return Set.copyOf(columns).contains("id");
  }

  public List<Row> run(List<Row> rows) {
    List<Row> left = rows;
    for (UnaryOperator<List<Row>> step : steps) {
      left = step.apply(left);
    }
    return left;
  }
}
