package dev.wrapkey.simulator.world;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Makes the RSA keys that a request needs while nobody waits for that request: a pair of 4096 bits
 * takes up to seconds, and requests are served one at a time. A request that is run on the bench
 * stops where it needs a pair, before anything is changed; the pair is made, and the request begins
 * anew.
 */
public final class KeyBench {

  private static final ScopedValue<KeyBench> OF_REQUEST = ScopedValue.newInstance();

  private final Map<Key.Kind, KeySafe.Given> made = new HashMap<>();

  private KeyBench() {}

  /** Stops a request: it cannot go on without a pair of this kind. */
  private static final class Wanted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Key.Kind kind;
    private final transient Supplier<KeySafe.Given> making;

    Wanted(Key.Kind kind, Supplier<KeySafe.Given> making) {
      super("a key of kind " + kind + " is to be made first", null, false, false);
      this.kind = kind;
      this.making = making;
    }
  }

  /**
   * Runs a request until it needs no more pairs.
   *
   * @param request is run anew after each pair; a run that stopped must have left nothing behind
   */
  public static <T> T run(Supplier<T> request) {
    KeyBench bench = new KeyBench();
    while (true) {
      try {
        return ScopedValue.where(OF_REQUEST, bench).call(request::get);
      } catch (Wanted wanted) {
        bench.made.put(wanted.kind, wanted.making.get());
      }
    }
  }

  /** A pair of that kind: from the bench where there is one, else made on the spot. */
  static KeySafe.Given pair(Key.Kind kind, Supplier<KeySafe.Given> making) {
    if (!kind.isRsa() || !OF_REQUEST.isBound()) {
      return making.get();
    }
    KeySafe.Given ready = OF_REQUEST.get().made.remove(kind);
    if (ready == null) {
      throw new Wanted(kind, making);
    }
    return ready;
  }
}
