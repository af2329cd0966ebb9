package dev.wrapkey.ui.key;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;

/** What each frame costs the screen's thread, on the clock and in time of the processor. */
public final class Frames extends AnimationTimer {

  private final List<Long> walls = new ArrayList<>();
  private final List<Long> works = new ArrayList<>();
  private long wall;
  private long work;

  /** Begins to count. */
  public void begin() {
    walls.clear();
    works.clear();
    wall = System.nanoTime();
    work = used();
    start();
  }

  @Override
  public void handle(long now) {
    long wallNow = System.nanoTime();
    long workNow = used();
    walls.add(wallNow - wall);
    works.add(workNow - work);
    wall = wallNow;
    work = workNow;
  }

  private static long used() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Ends counting and tells: how many frames, the longest, the one that took most work. */
  public String end() {
    stop();
    return "%d frames, longest %.1f ms on the clock, most work in one %.1f ms (99 of 100 below %.1f)"
        .formatted(walls.size(), most(walls), most(works), part(works, 0.99));
  }

  static double most(List<Long> nanos) {
    return nanos.stream().mapToLong(Long::longValue).max().orElse(0) / 1e6;
  }

  static double part(List<Long> nanos, double share) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return sorted.isEmpty()
        ? 0
        : sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * share))) / 1e6;
  }
}
