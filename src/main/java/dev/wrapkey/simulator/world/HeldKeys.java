package dev.wrapkey.simulator.world;

import dev.wrapkey.encryption.KeyEncryptionKey;
import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.WrappedKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The data keys that running servers hold in memory: a server that has opened its storage once goes
 * on reading it until the service notices that its key is lost. In memory only. One thread at a
 * time.
 */
public final class HeldKeys {

  private record Slot(String volume, WrappedKey wrapped) {}

  private final Map<Slot, byte[]> held = new HashMap<>();

  /**
   * A key encryption key that is asked only if the data key is not held.
   *
   * @param volume whose data key it unwraps
   */
  KeyEncryptionKey before(String volume, KeyEncryptionKey real) {
    return new KeyEncryptionKey() {
      @Override
      public WrappedKey wrap(byte[] dataKey) throws KeyUnavailable {
        return real.wrap(dataKey);
      }

      @Override
      public byte[] unwrap(WrappedKey wrapped) throws KeyUnavailable {
        Slot slot = new Slot(volume, wrapped);
        byte[] known = held.get(slot);
        if (known == null) {
          known = real.unwrap(wrapped);
          held.put(slot, known);
        }
        return known.clone();
      }
    };
  }

  /** Zeroes and forgets the data keys of all volumes but some. */
  void keepOnly(Predicate<String> wanted) {
    held.entrySet()
        .removeIf(
            e -> {
              boolean lost = !wanted.test(e.getKey().volume());
              if (lost) {
                Arrays.fill(e.getValue(), (byte) 0);
              }
              return lost;
            });
  }

  /** How many are held. */
  int count() {
    return held.size();
  }
}
