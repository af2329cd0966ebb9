package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.Key;
import dev.wrapkey.simulator.world.KeyAction;
import dev.wrapkey.simulator.world.KeyRefusals;
import dev.wrapkey.simulator.world.KeyStores;
import dev.wrapkey.simulator.world.Principal;
import dev.wrapkey.simulator.world.Vault;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

/** The keys of one vault or managed HSM, on its data plane. */
final class KeyHandler {

  private static final int PAGE = 25;
  private static final String KEY = "/keys/{key}";
  private static final String VERSION = "/keys/{key}/{version}";

  private final KeyStores keys;
  private final KeyJson json;
  private final Vault vault;

  KeyHandler(KeyStores keys, KeyJson json, Vault vault) {
    this.keys = keys;
    this.json = json;
    this.vault = vault;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", "/keys", "", this::list),
        new Route("GET", KEY + "/versions", "", this::versions),
        new Route("GET", KEY, "", this::get),
        new Route("GET", VERSION, "", this::get),
        new Route("POST", KEY + "/create", "", this::create),
        new Route("POST", KEY + "/rotate", "", this::rotate),
        new Route("PATCH", KEY, "", this::update),
        new Route("PATCH", VERSION, "", this::update),
        new Route("POST", KEY + "/{use}", "", this::use),
        new Route("POST", VERSION + "/{use}", "", this::use));
  }

  private WireAnswer list(Call call) {
    List<Key> found = keys.list(call.caller(), vault);
    return WireAnswer.ok(page(call, found, k -> json.item(vault, k.uri(), k.newest())));
  }

  private WireAnswer versions(Call call) {
    Key key = keys.versions(call.caller(), vault, name(call));
    List<Key.Version> sorted =
        key.versions().stream().sorted(Comparator.comparing(Key.Version::id)).toList();
    return WireAnswer.ok(page(call, sorted, v -> json.item(vault, key.uri(v), v)));
  }

  /** Key Vault's last page says {@code "nextLink": null} (recorded). */
  private static <T> ObjectNode page(
      Call call, List<T> all, java.util.function.Function<T, ObjectNode> shape) {
    String wanted = call.query("maxresults");
    if (!wanted.isEmpty() && !wanted.matches("[1-9]|1\\d|2[0-5]")) {
      throw KeyRefusals.badParameter("maxresults must be between 1 and 25.");
    }
    ObjectNode page =
        Paging.page(call, all, wanted.isEmpty() ? PAGE : Integer.parseInt(wanted), shape);
    if (!page.has("nextLink")) {
      page.putNull("nextLink");
    }
    return page;
  }

  private WireAnswer get(Call call) {
    return bundle(keys.get(call.caller(), vault, name(call), call.part("version")));
  }

  private WireAnswer create(Call call) {
    JsonNode body = call.body();
    return bundle(keys.create(call.caller(), vault, name(call), KeyJson.order(vault, body)));
  }

  private WireAnswer rotate(Call call) {
    return bundle(keys.rotate(call.caller(), vault, name(call)));
  }

  private WireAnswer update(Call call) {
    JsonNode body = call.body();
    return bundle(
        keys.update(
            call.caller(), vault, name(call), call.part("version"), v -> KeyJson.patched(v, body)));
  }

  private WireAnswer bundle(KeyStores.Found found) {
    return WireAnswer.ok(json.bundle(vault, found));
  }

  private WireAnswer use(Call call) {
    KeyAction action =
        switch (call.part("use").toLowerCase(java.util.Locale.ROOT)) {
          case "wrapkey" -> KeyAction.WRAP;
          case "unwrapkey" -> KeyAction.UNWRAP;
          case "encrypt" -> KeyAction.ENCRYPT;
          case "decrypt" -> KeyAction.DECRYPT;
          default -> throw ArmErrors.noSuchRoute("POST", call.request().uri().getRawPath());
        };
    JsonNode body = call.body();
    KeyStores.Input input =
        new KeyStores.Input(Tree.text(body, "alg"), bytes(Tree.text(body, "value")));
    Principal caller = call.caller();
    KeyStores.Used used = keys.use(caller, vault, name(call), call.part("version"), action, input);
    return WireAnswer.ok(
        Tree.of(
            "kid", used.key().uri(),
            "value", Base64.getUrlEncoder().withoutPadding().encodeToString(used.bytes())));
  }

  private static String name(Call call) {
    String name = call.part("key");
    if (!name.matches("[0-9A-Za-z-]{1,127}")) {
      throw KeyRefusals.badParameter("The request URI contains an invalid name: " + name);
    }
    return name;
  }

  private static byte[] bytes(String value) {
    try {
      return Base64.getUrlDecoder().decode(value);
    } catch (IllegalArgumentException malformed) {
      throw KeyRefusals.badParameter("Property has invalid value\r\nvalue: not base64url");
    }
  }
}
