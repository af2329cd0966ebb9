package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.CipherText;
import dev.wrapkey.simulator.world.KeyAction;
import dev.wrapkey.simulator.world.KeyCall;
import dev.wrapkey.simulator.world.KeyUses;
import java.util.List;
import java.util.Locale;

/** Uses of a key on the data plane: encrypt, decrypt, wrap, unwrap, sign, verify. */
final class KeyUseHandler {

  private final KeyCalls calls;
  private final KeyUses uses;

  KeyUseHandler(KeyCalls calls, KeyUses uses) {
    this.calls = calls;
    this.uses = uses;
  }

  List<Route> routes() {
    return List.of(
        new Route("POST", KeyCalls.KEY + "/{use}", "", this::use),
        new Route("POST", KeyCalls.VERSION + "/{use}", "", this::use));
  }

  private WireAnswer use(Call call) {
    return switch (call.part("use").toLowerCase(Locale.ROOT)) {
      case "wrapkey" -> transform(call, KeyAction.WRAP);
      case "unwrapkey" -> transform(call, KeyAction.UNWRAP);
      case "encrypt" -> transform(call, KeyAction.ENCRYPT);
      case "decrypt" -> transform(call, KeyAction.DECRYPT);
      case "sign" -> sign(call);
      case "verify" -> verify(call);
      default -> throw ArmErrors.noSuchRoute("POST", call.request().uri().getRawPath());
    };
  }

  private WireAnswer transform(Call call, KeyAction action) {
    KeyCall about = calls.of(call);
    JsonNode body = call.body();
    String algorithm = Tree.text(body, "alg");
    CipherText input =
        new CipherText(
            KeyCalls.bytes(body, "value"),
            KeyCalls.bytes(body, "iv"),
            KeyCalls.bytes(body, "tag"),
            KeyCalls.bytes(body, "aad"));
    return used(uses.use(about, action, algorithm, input), algorithm);
  }

  /** A managed HSM's symmetric encryption tells more (recorded 2022). */
  private static WireAnswer used(KeyUses.Used used, String algorithm) {
    CipherText output = used.output();
    ObjectNode body = Tree.of("kid", used.key().uri(), "value", KeyCalls.text(output.bytes()));
    if (used.key().version().kind().isSymmetric()) {
      body.put("alg", algorithm);
    }
    add(body, "iv", output.iv());
    add(body, "tag", output.tag());
    add(body, "aad", output.associated());
    return WireAnswer.ok(body);
  }

  private static void add(ObjectNode body, String name, byte[] bytes) {
    if (bytes.length > 0) {
      body.put(name, KeyCalls.text(bytes));
    }
  }

  private WireAnswer sign(Call call) {
    KeyCall about = calls.of(call);
    JsonNode body = call.body();
    KeyUses.Used signed = uses.sign(about, Tree.text(body, "alg"), KeyCalls.bytes(body, "value"));
    return WireAnswer.ok(
        Tree.of("kid", signed.key().uri(), "value", KeyCalls.text(signed.output().bytes())));
  }

  private WireAnswer verify(Call call) {
    KeyCall about = calls.of(call);
    JsonNode body = call.body();
    boolean right =
        uses.verify(
            about,
            Tree.text(body, "alg"),
            KeyCalls.bytes(body, "digest"),
            KeyCalls.bytes(body, "value"));
    return WireAnswer.ok(Tree.of("value", right));
  }
}
