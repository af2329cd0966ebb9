package dev.wrapkey.simulator;

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
 * State folders that have the starter landscape already. Its keys take seconds to make, so a
 * practice cloud makes them once a run for each moment of a first start, and every other one begins
 * with a copy of that folder.
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
    PracticeCloud.open(made, VirtualTime.standingAt(start), new SecureRandom()).close();
    MADE.put(start, made);
    return made;
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
