package dev.wrapkey.encryption;

import static dev.wrapkey.encryption.Given.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/**
 * The power goes, or the program is killed, at every step of every change: what is found is the old
 * or the new.
 */
class VolumeCrashTest {

  private static final int PAGES = 3;

  private final PracticeKek first = new PracticeKek("https://v.vault.azure.net/keys/k/1");
  private final PracticeKek second = new PracticeKek("https://v.vault.azure.net/keys/k/2");
  private final Map<String, PracticeKek> keys = Map.of("1", first, "2", second);

  /** Something that changes a volume. */
  interface Change {
    void on(MemoryDisk disk) throws KeyUnavailable;
  }

  /** How often each outcome was found. */
  private final Map<String, Integer> found = new HashMap<>();

  private void rewritePages(MemoryDisk disk) throws KeyUnavailable {
    try (Volume volume = Given.open(disk, first)) {
      volume.write(1, List.of(page(101), page(102)));
    }
  }

  private void rewriteOne(MemoryDisk disk) throws KeyUnavailable {
    try (Volume volume = Given.open(disk, first)) {
      volume.write(1, page(101));
    }
  }

  private void append(MemoryDisk disk) throws KeyUnavailable {
    try (Volume volume = Given.open(disk, first)) {
      volume.write(PAGES, page(103));
    }
  }

  private void rotate(MemoryDisk disk) throws KeyUnavailable {
    Given.rotate(disk, first, second);
  }

  /** Opens what is left with the key its header names and says which state it is in. */
  private String stateOf(MemoryDisk disk) throws KeyUnavailable {
    String key = new VolumeFile(Given.PATH, disk).keys().get(0).wrapped().keyVersion();
    try (Volume volume = Given.open(disk, keys.get(key.substring(key.length() - 1)))) {
      StringBuilder state =
          new StringBuilder("key ").append(key.substring(key.length() - 1)).append(", pages");
      for (int number = 0; number < volume.pages(); number++) {
        state.append(' ').append(nameOf(number, volume.read(number)));
      }
      return state.toString();
    }
  }

  private static String nameOf(int number, byte[] plain) {
    if (Arrays.equals(plain, page(number))) {
      return "old";
    }
    return Arrays.equals(plain, page(100 + number)) ? "new" : "neither";
  }

  /** Cuts {@code change} at every step; says at how many. */
  private int cutEverywhere(byte[] start, Change change, String before, String after)
      throws KeyUnavailable {
    for (int steps = 0; ; steps++) {
      MemoryDisk disk = new MemoryDisk(start, steps);
      boolean acknowledged = runs(change, disk);
      for (byte[] image : disk.afterPowerCut()) {
        check(MemoryDisk.of(image), acknowledged, before, after);
      }
      check(MemoryDisk.of(disk.image()), acknowledged, before, after);
      if (acknowledged) {
        return steps;
      }
    }
  }

  private void check(MemoryDisk disk, boolean acknowledged, String before, String after)
      throws KeyUnavailable {
    String state = stateOf(disk);
    found.merge(state, 1, Integer::sum);
    assertThat(state).isIn(acknowledged ? List.of(after) : List.of(before, after));
    assertThat(stateOf(disk)).as("once more, after what opening mended").isEqualTo(state);
  }

  private static boolean runs(Change change, MemoryDisk disk) throws KeyUnavailable {
    try {
      change.on(disk);
      return true;
    } catch (MemoryDisk.PowerCut _) {
      return false;
    }
  }

  @Test
  void aBatchOfPagesIsWrittenAsAWholeOrNotAtAll() throws KeyUnavailable {
    String before = "key 1, pages old old old";
    String after = "key 1, pages old new new";
    int cuts = cutEverywhere(Given.image(PAGES, first), this::rewritePages, before, after);
    assertThat(cuts).as("steps of the change").isGreaterThan(8);
    assertThat(found).containsOnlyKeys(before, after);
  }

  @Test
  void anAppendedPageIsThereAsAWholeOrNotAtAll() throws KeyUnavailable {
    String before = "key 1, pages old old old";
    String after = "key 1, pages old old old new";
    cutEverywhere(Given.image(PAGES, first), this::append, before, after);
    assertThat(found).containsOnlyKeys(before, after);
  }

  @Test
  void theFirstPageOfAVolumeIsThereAsAWholeOrNotAtAll() throws KeyUnavailable {
    cutEverywhere(
        Given.image(0, first),
        disk -> {
          try (Volume volume = Given.open(disk, first)) {
            volume.write(0, page(0));
          }
        },
        "key 1, pages",
        "key 1, pages old");
    assertThat(found).hasSize(2);
  }

  @Test
  void aRotationIsDoneOrNotBegun() throws KeyUnavailable {
    String before = "key 1, pages old old old";
    String after = "key 2, pages old old old";
    int cuts = cutEverywhere(Given.image(PAGES, first), this::rotate, before, after);
    assertThat(cuts).as("steps of the change").isGreaterThanOrEqualTo(4);
    assertThat(found).containsOnlyKeys(before, after);
  }

  @Test
  void aRotationOfAnOpenVolumeIsDoneOrNotBegun() throws KeyUnavailable {
    String before = "key 1, pages old old old";
    String after = "key 2, pages old old old";
    cutEverywhere(
        Given.image(PAGES, first),
        disk -> {
          try (Volume volume = Given.open(disk, first)) {
            volume.rewrap(second);
          }
        },
        before,
        after);
    assertThat(found).containsOnlyKeys(before, after);
  }

  @Test
  void aRotationThatWasCutIsDoneByAskingAgain() throws KeyUnavailable {
    byte[] start = Given.image(PAGES, first);
    boolean done = false;
    for (int steps = 0; !done; steps++) {
      MemoryDisk disk = new MemoryDisk(start, steps);
      done = runs(this::rotate, disk);
      for (byte[] image : disk.afterPowerCut()) {
        MemoryDisk left = MemoryDisk.of(image);
        if (stateOf(left).startsWith("key 1")) {
          rotate(left);
        }
        assertThat(stateOf(left)).isEqualTo("key 2, pages old old old");
      }
    }
  }

  /**
   * First the power goes during a change, then again while what it left is opened, mended and
   * changed.
   */
  @Test
  void twoPowerCutsInARowLeaveTheOldOrTheNew() throws KeyUnavailable {
    String before = "key 1, pages old old old";
    String after = "key 1, pages old new old";
    byte[] start = Given.image(PAGES, first);
    Set<String> seen = new HashSet<>();
    boolean done = false;
    for (int steps = 0; !done; steps++) {
      MemoryDisk disk = new MemoryDisk(start, steps);
      done = runs(this::rewriteOne, disk);
      for (byte[] image : disk.afterPowerCut()) {
        if (seen.add(Arrays.hashCode(Arrays.copyOf(image, 2 * 8192)) + " " + image.length)) {
          cutEverywhere(image, this::rewriteOne, stateOf(MemoryDisk.of(image)), after);
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(10);
    assertThat(found).containsOnlyKeys(before, after);
  }

  /**
   * The program is killed, starts again on what the cache of the system holds, and then the power
   * goes.
   */
  @Test
  void aKillAndThenAPowerCutLeaveTheOldOrTheNew() throws KeyUnavailable {
    byte[] start = Given.image(PAGES, first);
    for (Change change : List.<Change>of(this::rewritePages, this::rotate)) {
      int all = stepsOf(start, change);
      for (int kill = 0; kill <= all; kill++) {
        int killed = kill;
        untilDone(steps -> killedThenCut(start, change, killed, steps));
      }
    }
    assertThat(found)
        .containsOnlyKeys(
            "key 1, pages old old old", "key 1, pages old new new", "key 2, pages old old old");
  }

  private boolean killedThenCut(byte[] start, Change change, int kill, int steps) {
    try {
      MemoryDisk disk = new MemoryDisk(start, kill);
      runs(change, disk);
      disk.restart(steps);
      boolean done = runs(again -> stateOf(again), disk);
      for (byte[] image : disk.afterPowerCut()) {
        found.merge(stateOf(MemoryDisk.of(image)), 1, Integer::sum);
      }
      return done;
    } catch (KeyUnavailable e) {
      throw new AssertionError(e);
    }
  }

  private static void untilDone(IntPredicate doneWith) {
    int steps = 0;
    while (!doneWith.test(steps)) {
      steps++;
    }
  }

  private static int stepsOf(byte[] start, Change change) throws KeyUnavailable {
    int steps = 0;
    while (!runs(change, new MemoryDisk(start, steps))) {
      steps++;
    }
    return steps;
  }
}
