package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrapkey.keyfile.TransferBlob;
import dev.wrapkey.simulator.world.FoundKey;
import dev.wrapkey.simulator.world.Key;
import dev.wrapkey.simulator.world.KeyCall;
import dev.wrapkey.simulator.world.KeyStores;
import dev.wrapkey.simulator.world.Vault;
import java.util.List;

/** Keys on the data plane of a vault or managed HSM: list, read, make, change. */
final class KeyHandler {

  private final KeyCalls calls;
  private final KeyStores keys;
  private final KeyJson json;

  KeyHandler(KeyCalls calls, KeyStores keys, KeyJson json) {
    this.calls = calls;
    this.keys = keys;
    this.json = json;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", "/keys", "", this::list),
        new Route("GET", KeyCalls.KEY + "/versions", "", this::versions),
        new Route("GET", KeyCalls.KEY, "", this::get),
        new Route("GET", KeyCalls.VERSION, "", this::get),
        new Route("PUT", KeyCalls.KEY, "", this::put),
        new Route("POST", KeyCalls.KEY + "/create", "", this::create),
        new Route("POST", KeyCalls.KEY + "/rotate", "", this::rotate),
        new Route("PATCH", KeyCalls.KEY, "", this::update),
        new Route("PATCH", KeyCalls.VERSION, "", this::update));
  }

  private WireAnswer list(Call call) {
    Vault vault = calls.vault(call);
    List<Key> found = keys.list(calls.of(call));
    return KeyCalls.page(call, found, k -> KeyJson.item(call, vault, k.uri(), k.newest()));
  }

  private WireAnswer versions(Call call) {
    Vault vault = calls.vault(call);
    Key key = keys.versions(calls.of(call));
    return KeyCalls.page(call, KeyCalls.sorted(key), v -> KeyJson.item(call, vault, key.uri(v), v));
  }

  private WireAnswer get(Call call) {
    return bundle(call, keys.get(calls.of(call)));
  }

  private WireAnswer create(Call call) {
    KeyCall about = calls.of(call);
    return bundle(call, keys.create(about, KeyOrders.create(about.vault(), call.body())));
  }

  private WireAnswer put(Call call) {
    KeyCall about = calls.of(call);
    JsonNode body = call.body();
    if (body.path("key").has("key_hsm")) {
      TransferBlob blob = JsonWebKey.transfer(body);
      return bundle(
          call, keys.transfer().receive(about, blob, kind -> KeyOrders.imported(kind, body)));
    }
    JsonWebKey key = JsonWebKey.read(about.vault(), body);
    return bundle(call, keys.importKey(about, KeyOrders.imported(key.kind(), body), key.given()));
  }

  private WireAnswer rotate(Call call) {
    return bundle(call, keys.rotate(calls.of(call)));
  }

  private WireAnswer update(Call call) {
    JsonNode body = call.body();
    return bundle(call, keys.update(calls.of(call), v -> KeyOrders.patched(v, body)));
  }

  private WireAnswer bundle(Call call, FoundKey found) {
    return WireAnswer.ok(json.bundle(call, calls.vault(call), found));
  }
}
