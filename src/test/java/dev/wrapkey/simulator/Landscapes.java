package dev.wrapkey.simulator;

import dev.wrapkey.simulator.store.DurableStore;
import dev.wrapkey.simulator.store.FolderLocked;
import dev.wrapkey.simulator.store.Json;
import dev.wrapkey.simulator.store.RootKey;
import dev.wrapkey.simulator.world.KeyPool;
import dev.wrapkey.simulator.world.KeySafe;
import dev.wrapkey.simulator.world.Regions;
import dev.wrapkey.simulator.world.Roles;
import dev.wrapkey.simulator.world.World;
import dev.wrapkey.time.VirtualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * State folders that have the starter landscape already, with the keys that a practice cloud makes
 * only when they are asked for. They take seconds to make, so that is done once a run for each
 * moment of a first start, and every practice cloud begins with a copy of that folder.
 */
public final class Landscapes {

  private static final Map<Instant, Path> MADE = new HashMap<>();

  private Landscapes() {}

  /**
   * Lays the landscape into a folder that is missing or empty; a state that is there stays.
   *
   * @param start the moment of the first start
   */
  public static void into(Path folder, Instant start) {
    try {
      Files.createDirectories(folder);
      if (isEmpty(folder)) {
        copy(made(start), folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (StateInUse impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** The practice cloud of a folder, with the landscape in it. */
  public static PracticeCloud open(Path folder, VirtualTime time) throws StateInUse {
    into(folder, time.now());
    return PracticeCloud.open(folder, time, new SecureRandom());
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.findAny().isEmpty();
    }
  }

  private static synchronized Path made(Instant start) throws IOException, StateInUse {
    Path known = MADE.get(start);
    if (known != null) {
      return known;
    }
    Path made = Files.createTempDirectory("practice-landscape");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(made)));
    VirtualTime time = VirtualTime.standingAt(start);
    PracticeCloud.open(made, time, new SecureRandom()).close();
    fill(made, time);
    MADE.put(start, made);
    return made;
  }

  private static void fill(Path folder, VirtualTime time) throws StateInUse {
    SecureRandom random = new SecureRandom();
    try (DurableStore store = DurableStore.open(folder)) {
      World world =
          new World(
              store,
              time,
              Json.resource("regions.json", Regions.class),
              Json.resource("roles.json", Roles.class));
      KeyPool.fill(world, new KeySafe(store, RootKey.in(folder, false, random), random), store);
      store.commit(true);
    } catch (FolderLocked locked) {
      throw new StateInUse(folder, locked);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(from)) {
      all = walk.filter(each -> !each.equals(from)).toList();
    }
    for (Path each : all) {
      Files.copy(each, to.resolve(from.relativize(each).toString()));
    }
  }

  /** Deletes a folder with all that is in it. */
  public static void delete(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
