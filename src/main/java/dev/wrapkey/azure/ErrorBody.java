package dev.wrapkey.azure;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The service's own account of an error, in any of the envelopes that were seen: {@code
 * {"error":{"code",…}}}, without the envelope (Private DNS), {@code {"Message":"…"}}
 * (DBforPostgreSQL), and {@code {"error":"…","error_description":"…"}} (token endpoint).
 *
 * @param code empty if there was none
 * @param inner Key Vault's more precise code; empty if there was none
 * @param message empty if there was none
 * @param detail the code of the first of the details, which may be more precise; empty if there was
 *     none
 */
record ErrorBody(String code, String inner, String message, String detail) {

  private static final ErrorBody NONE = new ErrorBody("", "", "");

  ErrorBody(String code, String inner, String message) {
    this(code, inner, message, "");
  }

  static ErrorBody read(@Nullable String body) {
    if (body == null || body.isBlank()) {
      return NONE;
    }
    try (JsonReader json = JsonProviders.createReader(body)) {
      return json.readUntyped() instanceof Map<?, ?> map ? of(map) : NONE;
    } catch (IOException _) {
      // A proxy's page in HTML, or half an answer: the status must tell.
      return NONE;
    }
  }

  static ErrorBody of(Map<?, ?> map) {
    return switch (map.get("error")) {
      case Map<?, ?> error ->
          new ErrorBody(text(error, "code"), inner(error), text(error, "message"), detail(error));
      case String error -> new ErrorBody(error, "", text(map, "error_description"));
      case null, default ->
          new ErrorBody(either(map, "code", "Code"), "", either(map, "message", "Message"));
    };
  }

  private static String inner(Map<?, ?> error) {
    return error.get("innererror") instanceof Map<?, ?> inner ? text(inner, "code") : "";
  }

  private static String detail(Map<?, ?> error) {
    return error.get("details") instanceof List<?> details
            && !details.isEmpty()
            && details.getFirst() instanceof Map<?, ?> first
        ? text(first, "code")
        : "";
  }

  private static String either(Map<?, ?> map, String name, String other) {
    String text = text(map, name);
    return text.isEmpty() ? text(map, other) : text;
  }

  private static String text(Map<?, ?> map, String name) {
    return map.get(name) instanceof String text ? text : "";
  }
}
