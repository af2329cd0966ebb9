package dev.wrapkey.rehearsal;

import java.util.List;
import java.util.Set;

/**
 * What a look at the practice cloud says of a rehearsal.
 *
 * @param points what the goal consists of, and whether each is so now
 * @param detours what was done that is not the documented way, by their ids in the texts
 * @param stands whether the server is still there; not after the practice cloud was set back
 */
public record Verdict(List<Point> points, Set<String> detours, boolean stands) {

  /**
   * A part of the goal.
   *
   * @param id in the texts
   * @param met whether it is so now
   */
  public record Point(String id, boolean met) {}

  /** Whether the goal is reached. */
  public boolean isReached() {
    return points.stream().allMatch(Point::met);
  }
}
