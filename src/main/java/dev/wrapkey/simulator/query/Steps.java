package dev.wrapkey.simulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads the operators of a query, and knows which columns there are after each. */
final class Steps {

  private static final Set<String> NAMES =
      Set.of(
          "where",
          "project",
          "extend",
          "order",
          "sort",
          "limit",
          "take",
          "top",
          "summarize",
          "count",
          "distinct");

  private final Words words;
  private final Expressions expressions;
  private SequencedSet<String> columns;

  Steps(Words words, List<String> columns) {
    this.words = words;
    this.expressions = new Expressions(words);
    this.columns = new LinkedHashSet<>(columns);
  }

  static boolean isStep(String word) {
    return NAMES.contains(word);
  }

  List<String> columns() {
    return List.copyOf(columns);
  }

  UnaryOperator<List<Row>> read() {
    Token name = words.next();
    return switch (name.text()) {
      case "where" -> where();
      case "project" -> project();
      case "extend" -> extend();
      case "order", "sort" -> {
        words.expect("by");
        yield order();
      }
      case "limit", "take" -> limit();
      case "top" -> top();
      case "summarize" -> summarize();
      case "count" -> count();
      case "distinct" -> distinct();
      default -> throw QueryRefused.at(name);
    };
  }

  private UnaryOperator<List<Row>> where() {
    Expression test = expressions.read(columns);
    return rows -> rows.stream().filter(test::holds).toList();
  }

  private UnaryOperator<List<Row>> project() {
    SequencedMap<String, Expression> wanted = named();
    columns = new LinkedHashSet<>(wanted.sequencedKeySet());
    return rows -> rows.stream().map(row -> row.project(wanted)).toList();
  }

  private UnaryOperator<List<Row>> extend() {
    SequencedMap<String, Expression> more = named();
    columns.addAll(more.sequencedKeySet());
    return rows -> rows.stream().map(row -> row.extend(more)).toList();
  }

  private SequencedMap<String, Expression> named() {
    SequencedMap<String, Expression> found = new LinkedHashMap<>();
    do {
      String name = words.follows("=") ? words.name() : "";
      if (!name.isEmpty()) {
        words.next();
      }
      int start = words.position();
      Expression expression = expressions.read(columns);
      found.put(name.isEmpty() ? words.namedSince(start) : name, expression);
    } while (words.take(","));
    return found;
  }

  private UnaryOperator<List<Row>> order() {
    List<Comparator<Row>> all = new ArrayList<>();
    do {
      Expression by = expressions.read(columns);
      Comparator<Row> rising = (a, b) -> Expression.compare(by.of(a), by.of(b));
      boolean up = words.take("asc");
      if (!up) {
        words.take("desc");
      }
      all.add(up ? rising : rising.reversed());
    } while (words.take(","));
    Comparator<Row> order = all.stream().reduce(Comparator::thenComparing).orElseThrow();
    return rows -> rows.stream().sorted(order).toList();
  }

  private UnaryOperator<List<Row>> limit() {
    int most =
        (int) Math.min(Integer.MAX_VALUE, Double.parseDouble(words.expect(Token.Kind.NUMBER)));
    return rows -> rows.subList(0, Math.min(most, rows.size()));
  }

  private UnaryOperator<List<Row>> top() {
    UnaryOperator<List<Row>> first = limit();
    words.expect("by");
    UnaryOperator<List<Row>> order = order();
    return rows -> first.apply(order.apply(rows));
  }

  private UnaryOperator<List<Row>> count() {
    columns = new LinkedHashSet<>(List.of("Count"));
    return rows -> {
      SequencedMap<String, JsonNode> one = new LinkedHashMap<>();
      one.put("Count", JsonNodeFactory.instance.numberNode(rows.size()));
      return List.of(Row.of(one));
    };
  }

  private UnaryOperator<List<Row>> distinct() {
    SequencedMap<String, Expression> by = named();
    columns = new LinkedHashSet<>(by.sequencedKeySet());
    return rows -> List.copyOf(groups(rows, by).sequencedKeySet().stream().map(Row::of).toList());
  }

  private UnaryOperator<List<Row>> summarize() {
    String name = "count_";
    if (words.follows("=")) {
      name = words.name();
      words.next();
    }
    words.expect("count");
    words.expect("(");
    words.expect(")");
    SequencedMap<String, Expression> by = words.take("by") ? named() : new LinkedHashMap<>();
    columns = new LinkedHashSet<>(by.sequencedKeySet());
    columns.add(name);
    String counted = name;
    return rows -> {
      List<Row> found = new ArrayList<>();
      groups(rows, by)
          .forEach(
              (key, size) -> {
                SequencedMap<String, JsonNode> values = new LinkedHashMap<>(key);
                values.put(counted, JsonNodeFactory.instance.numberNode(size));
                found.add(Row.of(values));
              });
      return found;
    };
  }

  private static SequencedMap<SequencedMap<String, JsonNode>, Integer> groups(
      List<Row> rows, SequencedMap<String, Expression> by) {
    SequencedMap<SequencedMap<String, JsonNode>, Integer> groups = new LinkedHashMap<>();
    for (Row row : rows) {
      SequencedMap<String, JsonNode> key = new LinkedHashMap<>();
      by.forEach((column, expression) -> key.put(column, expression.of(row)));
      groups.merge(key, 1, Integer::sum);
    }
    return groups;
  }
}
