package dev.wrapkey.simulator.world;

import dev.wrapkey.keyfile.KeyFileRefused;
import dev.wrapkey.keyfile.RsaMaterial;
import dev.wrapkey.keyfile.TransferBlob;
import java.time.Instant;
import java.util.function.Function;

/**
 * Import of a key that comes encrypted for a key exchange key of the same store ("Bring your own
 * key specification", 24 January 2023): an RSA-HSM key whose only operation is {@code import}. RSA
 * keys only; what the service says to a transfer file that it cannot use is not known.
 */
public final class KeyTransfer {

  private final World world;
  private final KeyShelf shelf;
  private final KeyDesk desk;
  private final KeySafe safe;

  KeyTransfer(World world, KeyShelf shelf, KeyDesk desk, KeySafe safe) {
    this.world = world;
    this.shelf = shelf;
    this.desk = desk;
    this.safe = safe;
  }

  /**
   * Opens a transfer file and keeps the key in it.
   *
   * @param order what the new version shall be, by the kind of the key that came out
   * @throws Refusal 400 if the file was not made for this store or is damaged
   */
  public FoundKey receive(KeyCall call, TransferBlob blob, Function<Key.Kind, KeyOrder> order) {
    return desk.serve(
        KeyAction.IMPORT,
        call,
        () -> {
          Key.Version exchange = exchangeKey(call.vault(), blob.keyExchangeKey());
          RsaMaterial material = opened(exchange, blob);
          Key.Kind kind = new Key.Kind("RSA-HSM", material.bits(), "");
          KeySafe.Given given =
              new KeySafe.Given(
                  "RSA", material.publicKey().getEncoded(), material.key().getEncoded());
          return shelf.add(call.vault(), call.name(), order.apply(kind), given);
        });
  }

  private Key.Version exchangeKey(Vault vault, String kid) {
    Key.Version found =
        KeyUri.parse(kid)
            .filter(uri -> uri.host().equals(vault.host()))
            .flatMap(
                uri ->
                    shelf
                        .look(vault, uri.name())
                        .flatMap(
                            k ->
                                uri.version().isEmpty()
                                    ? k.newestOnly()
                                    : k.version(uri.version())))
            .orElseThrow(() -> KeyRefusals.noExchangeKey(kid));
    if (!found.kind().type().equals("RSA-HSM") || !found.permits("import")) {
      throw KeyRefusals.notForExchange(kid);
    }
    Instant ends = found.life().expires();
    if (!found.life().enabled() || ends != null && !world.now().isBefore(ends)) {
      throw KeyRefusals.exchangeOver(kid);
    }
    return found;
  }

  private RsaMaterial opened(Key.Version exchange, TransferBlob blob) {
    try {
      return safe.receive(exchange, blob).orElseThrow(KeyRefusals::badTransfer);
    } catch (KeyFileRefused _) {
      throw KeyRefusals.unfitTransfer();
    }
  }
}
