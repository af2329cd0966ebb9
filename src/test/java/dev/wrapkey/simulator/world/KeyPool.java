package dev.wrapkey.simulator.world;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Real keys, made once a run and handed to every landscape again: one of 4096 bits takes longer to
 * make than most tests to run. Within one landscape no two versions get the same.
 */
public final class KeyPool {

  private static final Map<Key.Kind, List<KeySafe.Given>> MADE = new HashMap<>();

  private KeyPool() {}

  /**
   * Gives a key to each version that has none yet; the cloud would make it when it is asked for.
   */
  public static void fill(World world, KeySafe safe, Store store) {
    Map<Key.Kind, Integer> taken = new HashMap<>();
    Stream<Key.Version> versions = world.keys().all().stream().flatMap(k -> k.versions().stream());
    for (Key.Version each : versions.filter(v -> isWithoutKey(store, v)).toList()) {
      int number = taken.merge(each.kind(), 1, Integer::sum);
      safe.adopt(each, copy(made(each.kind(), number).get(number - 1)));
    }
  }

  private static boolean isWithoutKey(Store store, Key.Version version) {
    return store.table("materials", KeySafe.Material.class).get(version.id()).isEmpty();
  }

  private static synchronized List<KeySafe.Given> made(Key.Kind kind, int number) {
    List<KeySafe.Given> pool = MADE.computeIfAbsent(kind, _ -> new ArrayList<>());
    KeyForge forge = new KeyForge(new SecureRandom());
    IntStream.range(pool.size(), number).forEach(_ -> pool.add(forge.make(kind)));
    return pool;
  }

  // What is stored is erased where it was.
  private static KeySafe.Given copy(KeySafe.Given key) {
    return new KeySafe.Given(key.algorithm(), key.publicKey().clone(), key.privateKey().clone());
  }
}
