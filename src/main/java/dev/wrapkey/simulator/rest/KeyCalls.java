package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.Key;
import dev.wrapkey.simulator.world.KeyCall;
import dev.wrapkey.simulator.world.KeyRefusals;
import dev.wrapkey.simulator.world.Vault;
import dev.wrapkey.simulator.world.World;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** What all requests to a vault's data plane have in common. */
final class KeyCalls {

  static final String KEY = "/keys/{key}";
  static final String VERSION = "/keys/{key}/{version}";
  private static final int PAGE = 25;

  private final World world;

  KeyCalls(World world) {
    this.world = world;
  }

  /** Who asks for which key, by the request's host and path. */
  KeyCall of(Call call) {
    String name = call.part("key");
    return new KeyCall(
        call.caller(), vault(call), name.isEmpty() ? "" : legal(name), call.part("version"));
  }

  Vault vault(Call call) {
    return world.vaultAt(call.request().uri().getHost()).orElseThrow();
  }

  /** A key's name, if it can be one. */
  static String legal(String name) {
    if (!name.matches("[0-9A-Za-z-]{1,127}")) {
      throw KeyRefusals.badParameter("The request URI contains an invalid name: " + name);
    }
    return name;
  }

  /** Key Vault's last page says {@code "nextLink": null} (recorded). */
  static <T> WireAnswer page(Call call, List<T> all, Function<T, ObjectNode> shape) {
    String wanted = call.query("maxresults");
    if (!wanted.isEmpty() && !wanted.matches("[1-9]|1\\d|2[0-5]")) {
      throw KeyRefusals.badParameter("maxresults must be between 1 and 25.");
    }
    ObjectNode page =
        Paging.page(call, all, wanted.isEmpty() ? PAGE : Integer.parseInt(wanted), shape);
    if (!page.has("nextLink")) {
      page.putNull("nextLink");
    }
    return WireAnswer.ok(page);
  }

  /** Bytes in a body: base64url without padding; missing ones are empty. */
  static byte[] bytes(JsonNode body, String name) {
    try {
      return Base64.getUrlDecoder().decode(Tree.text(body, name));
    } catch (IllegalArgumentException malformed) {
      throw KeyRefusals.badParameter(
          "Property has invalid value\r\n%s: not base64url".formatted(name));
    }
  }

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Kind and versions are what a caller's tools compare; the newest comes last. */
  static List<Key.Version> sorted(Key key) {
    return key.versions().stream().sorted(java.util.Comparator.comparing(Key.Version::id)).toList();
  }
}
