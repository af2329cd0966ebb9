package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.Principal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request with what the router found out about it.
 *
 * @param request as it arrived
 * @param parts the variable parts of the path
 * @param caller whose token it carries
 */
record Call(WireRequest request, Map<String, String> parts, Principal caller) {

  /** A variable part of the path. */
  String part(String name) {
    return parts.getOrDefault(name, "");
  }

  /** A query parameter, or an empty text. */
  String query(String name) {
    return query(request).getOrDefault(name, "");
  }

  static Map<String, String> query(WireRequest request) {
    String raw = request.uri().getRawQuery();
    return raw == null ? Map.of() : pairs(raw);
  }

  /**
   * Names and values of a query or a form; letter case of names does not matter.
   *
   * @throws IllegalArgumentException if an escape is malformed
   */
  static Map<String, String> pairs(String encoded) {
    Map<String, String> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String pair : encoded.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        found.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return found;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  String apiVersion() {
    return query("api-version");
  }

  ObjectNode body() {
    return Tree.read(request.body());
  }

  /** The identifier of the resource the path names, in the path's letter case. */
  ArmId id(String type) {
    return ArmId.of(part("sub"), part("rg"), type, part("name"));
  }

  /** The subscription or resource group the path names. */
  String scope() {
    return part("rg").isEmpty()
        ? "/subscriptions/" + part("sub")
        : ArmId.group(part("sub"), part("rg")).text();
  }
}
