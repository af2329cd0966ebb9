package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.ArmId;
import dev.wrapkey.simulator.world.FoundKey;
import dev.wrapkey.simulator.world.Key;
import dev.wrapkey.simulator.world.KeyStores;
import dev.wrapkey.simulator.world.Vault;
import dev.wrapkey.simulator.world.Vaults;
import dev.wrapkey.simulator.world.World;
import java.util.List;

/**
 * {@code Microsoft.KeyVault/vaults/keys}: keys as resources of the control plane. A PUT makes a key
 * once and never changes it (documented).
 */
final class VaultKeyHandler {

  private static final String KEYS =
      "/subscriptions/{sub}/resourceGroups/{rg}/providers/Microsoft.KeyVault/vaults/{name}/keys";
  private static final String ONE = KEYS + "/{key}";
  private static final String READ = "Microsoft.KeyVault/vaults/keys/read";
  private static final String WRITE = "Microsoft.KeyVault/vaults/keys/write";

  private final World world;
  private final Vaults vaults;
  private final KeyStores keys;

  VaultKeyHandler(World world, Vaults vaults, KeyStores keys) {
    this.world = world;
    this.vaults = vaults;
    this.keys = keys;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", KEYS, READ, this::list),
        new Route("GET", ONE, READ, this::get),
        new Route("PUT", ONE, WRITE, this::put));
  }

  private Vault vault(Call call) {
    Groups.require(world, call);
    ArmId id = call.id(Vault.VAULTS);
    return vaults.find(id).orElseThrow(() -> ArmErrors.notFound(id));
  }

  private WireAnswer list(Call call) {
    Vault vault = vault(call);
    List<Key> found = List.copyOf(keys.peekAll(vault).values());
    return WireAnswer.ok(Paging.page(call, found, k -> shape(vault, new FoundKey(k, k.newest()))));
  }

  private WireAnswer get(Call call) {
    Vault vault = vault(call);
    return WireAnswer.ok(shape(vault, keys.peek(vault, call.part("key"))));
  }

  private WireAnswer put(Call call) {
    Vault vault = vault(call);
    JsonNode properties = call.body().path("properties");
    ObjectNode order =
        Tree.of(
            "kty", Tree.text(properties, "kty"),
            "attributes", properties.path("attributes"),
            "key_ops", properties.path("keyOps"));
    if (properties.path("keySize").isNumber()) {
      order.set("key_size", properties.path("keySize"));
    }
    if (properties.has("curveName")) {
      order.set("crv", properties.path("curveName"));
    }
    String name = KeyCalls.legal(call.part("key"));
    return WireAnswer.ok(
        shape(vault, keys.createOnce(vault, name, KeyOrders.create(vault, order))));
  }

  private static ObjectNode shape(Vault vault, FoundKey found) {
    Key.Version version = found.version();
    ObjectNode attributes = KeyJson.attributes(vault, version, "7.1");
    attributes.remove("recoverableDays");
    boolean rsa = version.kind().isRsa();
    ObjectNode properties =
        Tree.of(
            "attributes", attributes,
            "kty", version.kind().type(),
            "keyOps", version.operations(),
            "keySize", rsa ? version.kind().bits() : null,
            "curveName", rsa ? null : version.kind().curve(),
            "keyUri", found.key().uri(),
            "keyUriWithVersion", found.uri());
    return Tree.of(
        "id",
        vault.id().text() + "/keys/" + found.key().name(),
        "name",
        found.key().name(),
        "type",
        "Microsoft.KeyVault/vaults/keys",
        "location",
        vault.region(),
        "tags",
        version.tags().isEmpty() ? null : version.tags(),
        "properties",
        properties);
  }
}
