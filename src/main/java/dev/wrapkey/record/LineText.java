package dev.wrapkey.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lines of the record as JSON, and back. */
final class LineText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private LineText() {}

  static String format(Line line) {
    ObjectNode tree = JSON.createObjectNode();
    tree.put("number", line.number());
    tree.put("time", line.time().toString());
    tree.put("written", line.written().toString());
    tree.put("change", line.change());
    tree.put("phase", line.phase().name());
    tree.put("act", line.deed().act());
    tree.put("operation", line.deed().operation());
    tree.put("target", line.deed().target());
    tree.put("account", line.deed().account().name());
    tree.put("accountId", line.deed().account().objectId());
    tree.put("cloud", line.deed().cloud());
    put(tree, "before", line.before());
    put(tree, "after", line.after());
    tree.put("said", line.said());
    try {
      return JSON.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(ObjectNode tree, String name, Map<String, String> values) {
    ObjectNode part = tree.putObject(name);
    values.forEach(part::put);
  }

  /** Empty if it is not a line that this version can read. */
  static Optional<Line> parse(String text) {
    try {
      JsonNode tree = JSON.readTree(text);
      return Optional.of(
          new Line(
              tree.path("number").asLong(),
              Instant.parse(tree.path("time").asText()),
              Instant.parse(tree.path("written").asText()),
              tree.path("change").asText(),
              Phase.valueOf(tree.path("phase").asText()),
              deed(tree),
              values(tree.path("before")),
              values(tree.path("after")),
              tree.path("said").asText()));
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Deed deed(JsonNode tree) {
    return new Deed(
        tree.path("act").asText(),
        tree.path("operation").asText(),
        tree.path("target").asText(),
        new Deed.Account(tree.path("account").asText(), tree.path("accountId").asText()),
        tree.path("cloud").asText());
  }

  private static Map<String, String> values(JsonNode tree) {
    Map<String, String> values = new LinkedHashMap<>();
    tree.properties().forEach(each -> values.put(each.getKey(), each.getValue().asText()));
    return values;
  }
}
