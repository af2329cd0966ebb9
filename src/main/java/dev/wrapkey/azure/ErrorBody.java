package dev.wrapkey.azure;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The service's own account of an error, in any of the envelopes that were seen: {@code
 * {"error":{"code",…}}}, without the envelope (Private DNS), and {@code
 * {"error":"…","error_description":"…"}} (token endpoint).
 *
 * @param code empty if there was none
 * @param inner Key Vault's more precise code; empty if there was none
 * @param message empty if there was none
 */
record ErrorBody(String code, String inner, String message) {

  private static final ErrorBody NONE = new ErrorBody("", "", "");

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
          new ErrorBody(text(error, "code"), inner(error), text(error, "message"));
      case String error -> new ErrorBody(error, "", text(map, "error_description"));
      case null, default -> new ErrorBody(text(map, "code"), "", text(map, "message"));
    };
  }

  private static String inner(Map<?, ?> error) {
    return error.get("innererror") instanceof Map<?, ?> inner ? text(inner, "code") : "";
  }

  private static String text(Map<?, ?> map, String name) {
    return map.get(name) instanceof String text ? text : "";
  }
}
