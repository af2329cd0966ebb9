package dev.wrapkey.azure;

import com.azure.core.http.HttpResponse;
import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.json.JsonWriter;
import dev.wrapkey.provisioning.CloudFailure;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of an answer whose shape no module of the SDK knows here: asking for what is not there
 * gives nothing, not an error.
 *
 * @param value a map, a list, a text, a number, a truth value, or null for nothing
 */
record Json(@Nullable Object value) {

  /** The body of an answer; one that is no JSON object counts as unreadable. */
  static Json read(HttpResponse answer) {
    String body = answer.getBodyAsBinaryData().toString();
    try (JsonReader json = JsonProviders.createReader(body)) {
      if (json.readUntyped() instanceof Map<?, ?> map) {
        return new Json(map);
      }
    } catch (IOException _) {
      // Told below, together with answers that are whole but no object.
    }
    throw new CloudFailure(
        CloudFailure.Kind.UNREACHABLE,
        "UnreadableAnswer",
        body,
        AzureFailures.correlationId(answer));
  }

  static String write(Map<String, ? extends @Nullable Object> body) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = JsonProviders.createWriter(text)) {
      json.writeUntyped(body).flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** Makes of an object what the SDK makes of the same object in an answer of its own. */
  interface Reader<T> {
    T read(JsonReader json) throws IOException;
  }

  <T> T as(Reader<T> reader) {
    try (JsonReader json =
        JsonProviders.createReader(value instanceof Map<?, ?> map ? write(texts(map)) : "{}")) {
      return reader.read(json);
    } catch (IOException unfit) {
      throw new CloudFailure(
          CloudFailure.Kind.UNREACHABLE, "UnreadableAnswer", Answer.text(unfit.getMessage()), "");
    }
  }

  private static Map<String, @Nullable Object> texts(Map<?, ?> map) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    map.forEach((name, each) -> named.put(String.valueOf(name), each));
    return named;
  }

  Json at(String... path) {
    Object here = value;
    for (String name : path) {
      here = here instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return new Json(here);
  }

  /** The text at a path, empty if there is none. */
  String string(String... path) {
    return at(path).value instanceof String text ? text : "";
  }

  /** The parts of the list at a path, none if there is none. */
  List<Json> items(String... path) {
    return at(path).value instanceof List<?> list
        ? list.stream().map(item -> new Json(item)).toList()
        : List.of();
  }

  /** The texts of the list at a path, none if there is none. */
  List<String> strings(String... path) {
    return items(path).stream().map(Json::string).filter(text -> !text.isEmpty()).toList();
  }
}
