package dev.wrapkey.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A data file of the catalog: what it says, where from, and of which day. A bad one fails loudly.
 */
record Dated(JsonNode root) {

  static Dated read(String name) {
    String path = "/dev/wrapkey/catalog/" + name + ".json";
    try (InputStream in = Dated.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no file " + path);
      }
      return new Dated(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  String string(String field) {
    return root.required(field).asText();
  }

  <T> List<T> list(String field, Function<JsonNode, T> reader) {
    return list(root, field, reader);
  }

  static <T> List<T> list(JsonNode node, String field, Function<JsonNode, T> reader) {
    List<T> read = new ArrayList<>();
    node.required(field).forEach(each -> read.add(reader.apply(each)));
    return List.copyOf(read);
  }
}
