package dev.wrapkey.simulator.world;

import java.time.Instant;

/** Uses of keys: encrypt, decrypt, wrap, unwrap, sign, verify. */
public final class KeyUses {

  private final World world;
  private final KeyShelf shelf;
  private final KeyDesk desk;
  private final KeySafe safe;

  KeyUses(World world, KeyShelf shelf, KeyDesk desk, KeySafe safe) {
    this.world = world;
    this.shelf = shelf;
    this.desk = desk;
    this.safe = safe;
  }

  /**
   * What came out.
   *
   * @param key which version was used
   * @param output the result
   */
  public record Used(FoundKey key, CipherText output) {}

  /**
   * Uses a key.
   *
   * @param action one of {@code WRAP}, {@code UNWRAP}, {@code ENCRYPT}, {@code DECRYPT}
   * @return the version used and the result
   * @throws Refusal 403 if the key may not be used so or now, 400 if algorithm, data and key do not
   *     fit
   */
  public Used use(KeyCall call, KeyAction action, String algorithm, CipherText input) {
    return desk.serve(
        action,
        call,
        meant(call),
        () -> {
          FoundKey found = usable(call, action);
          boolean forward = action == KeyAction.WRAP || action == KeyAction.ENCRYPT;
          CipherText result =
              forward
                  ? safe.encrypt(found.version(), algorithm, input)
                  : safe.decrypt(found.version(), algorithm, input);
          return new Used(found, result);
        });
  }

  /**
   * Signs a digest.
   *
   * @return the version used and the signature
   */
  public Used sign(KeyCall call, String algorithm, byte[] digest) {
    return desk.serve(
        KeyAction.SIGN,
        call,
        meant(call),
        () -> {
          FoundKey found = usable(call, KeyAction.SIGN);
          return new Used(found, CipherText.of(safe.sign(found.version(), algorithm, digest)));
        });
  }

  /** Whether a signature of a digest is right. */
  public boolean verify(KeyCall call, String algorithm, byte[] digest, byte[] signature) {
    return desk.serve(
        KeyAction.VERIFY,
        call,
        meant(call),
        () -> safe.verify(usable(call, KeyAction.VERIFY).version(), algorithm, digest, signature));
  }

  /**
   * Whether a principal could use a version now, without using it and without a line in the log.
   */
  public boolean usable(KeyCall call) {
    try {
      desk.check(KeyAction.GET, call);
      for (KeyAction action : new KeyAction[] {KeyAction.WRAP, KeyAction.UNWRAP}) {
        desk.check(action, call);
        usable(call, action);
      }
      return true;
    } catch (Refusal refused) {
      return false;
    }
  }

  private FoundKey usable(KeyCall call, KeyAction action) {
    FoundKey found = shelf.find(call);
    Key.Life life = found.version().life();
    if (!life.enabled()) {
      throw KeyRefusals.disabled(action);
    }
    Instant begins = life.notBefore();
    Instant ends = life.expires();
    if (action.beginsSomething() && begins != null && world.now().isBefore(begins)) {
      throw KeyRefusals.notYetValid(action);
    }
    if (action.beginsSomething() && ends != null && !world.now().isBefore(ends)) {
      throw KeyRefusals.expired(action);
    }
    if (!found.version().permits(action.permission())) {
      throw KeyRefusals.operationNotPermitted(action);
    }
    return found;
  }

  /** The identifier for the audit log, with the version that a versionless one stands for. */
  private String meant(KeyCall call) {
    return call.version().isEmpty()
        ? shelf.look(call.vault(), call.name()).map(k -> k.uri(k.newest())).orElse(call.uri())
        : call.uri();
  }
}
