package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.encryption.KeyEncryptionKey;
import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.simulator.world.Identity;
import dev.wrapkey.simulator.world.KeyAccess;
import dev.wrapkey.simulator.world.World;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * A server's way to its key: requests to the vault's host through the same front door, as its
 * managed identity.
 */
final class WireKeyAccess implements KeyAccess {

  private static final String API = "?api-version=7.4";
  private static final byte[] NOTHING = new byte[0];

  private final Front front;
  private final Tokens tokens;
  private final World world;

  WireKeyAccess(Front front, Tokens tokens, World world) {
    this.front = front;
    this.tokens = tokens;
    this.world = world;
  }

  @Override
  public Description describe(Identity caller, String key) throws KeyUnavailable {
    JsonNode bundle = send(caller, "GET", key, NOTHING).path("key");
    String modulus = Tree.text(bundle, "n");
    int bits = modulus.isEmpty() ? 0 : Base64.getUrlDecoder().decode(modulus).length * 8;
    return new Description(Tree.text(bundle, "kid"), Tree.text(bundle, "kty"), bits);
  }

  @Override
  public KeyEncryptionKey use(Identity caller, String key) {
    return new WireKeyEncryptionKey(this, caller, key);
  }

  ObjectNode post(Identity caller, String uri, ObjectNode body) throws KeyUnavailable {
    return send(caller, "POST", uri, body.toString().getBytes(StandardCharsets.UTF_8));
  }

  private ObjectNode send(Identity caller, String method, String uri, byte[] body)
      throws KeyUnavailable {
    boolean hsm = String.valueOf(URI.create(uri).getHost()).endsWith(".managedhsm.azure.net");
    Audience audience = hsm ? Audience.HSM : Audience.VAULT;
    String token = tokens.issue(caller.asUsedByService(), audience.resource(), world.now());
    WireAnswer answer =
        front.handle(
            new WireRequest(
                method, URI.create(uri + API), Map.of("authorization", "Bearer " + token), body));
    ObjectNode content = Tree.read(answer.body());
    if (answer.status() != 200) {
      String inner = Tree.text(content, "error", "innererror", "code");
      String code = inner.isEmpty() ? Tree.text(content, "error", "code") : inner;
      throw new KeyUnavailable(code, Tree.text(content, "error", "message"));
    }
    return content;
  }
}
