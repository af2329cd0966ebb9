package dev.wrapkey.simulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;

/** A row of a table. What a query does not ask for is never made. */
public final class Row {

  private final SequencedMap<String, Supplier<JsonNode>> columns;

  /**
   * @param columns in the order in which they are shown; each is asked as often as it is needed
   */
  public Row(SequencedMap<String, Supplier<JsonNode>> columns) {
    this.columns = columns;
  }

  JsonNode column(String name) {
    Supplier<JsonNode> column = columns.get(name);
    return column == null ? JsonNodeFactory.instance.nullNode() : column.get();
  }

  /** These columns only, each made by an expression. */
  Row project(SequencedMap<String, Expression> wanted) {
    SequencedMap<String, Supplier<JsonNode>> kept = new LinkedHashMap<>();
    wanted.forEach((name, expression) -> kept.put(name, () -> expression.of(this)));
    return new Row(kept);
  }

  Row extend(SequencedMap<String, Expression> more) {
    SequencedMap<String, Supplier<JsonNode>> all = new LinkedHashMap<>(columns);
    more.forEach((name, expression) -> all.put(name, () -> expression.of(this)));
    return new Row(all);
  }

  static Row of(SequencedMap<String, JsonNode> values) {
    SequencedMap<String, Supplier<JsonNode>> columns = new LinkedHashMap<>();
    values.forEach((name, value) -> columns.put(name, () -> value));
    return new Row(columns);
  }

  /** As an object of JSON. */
  public ObjectNode shape(List<String> names) {
    ObjectNode shape = JsonNodeFactory.instance.objectNode();
    names.forEach(name -> shape.set(name, column(name)));
    return shape;
  }
}
