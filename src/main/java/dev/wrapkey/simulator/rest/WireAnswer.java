package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer before it is sent.
 *
 * @param status HTTP status
 * @param headers names as Azure writes them
 * @param body empty if there is none
 */
public record WireAnswer(int status, Map<String, String> headers, byte[] body) {

  private static final byte[] NOTHING = new byte[0];

  static WireAnswer json(int status, JsonNode body) {
    return new WireAnswer(
        status,
        Map.of("Content-Type", "application/json; charset=utf-8"),
        body.toString().getBytes(StandardCharsets.UTF_8));
  }

  static WireAnswer ok(JsonNode body) {
    return json(200, body);
  }

  static WireAnswer text(String body) {
    return new WireAnswer(
        200, Map.of("Content-Type", "text/plain"), body.getBytes(StandardCharsets.UTF_8));
  }

  static WireAnswer empty(int status) {
    return new WireAnswer(status, Map.of(), NOTHING);
  }

  /** The same with one header more, or changed. */
  public WireAnswer with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new WireAnswer(status, more, body);
  }
}
