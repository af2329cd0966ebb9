package dev.wrapkey.ui.recovery;

import dev.wrapkey.preflight.diagnosis.Suspect;
import dev.wrapkey.preflight.recovery.Step;
import dev.wrapkey.preflight.recovery.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ways back that a person is on. What was found once stays in sight, done, until the server is
 * ready.
 *
 * @param ways in the order in which they were found
 */
record Course(List<Way> ways) {

  static final Course NONE = new Course(List.of());

  Course {
    ways = List.copyOf(ways);
  }

  /** The same after another look. */
  Course after(Findings found) {
    return found.isTroubled() ? merged(found.ways()) : over();
  }

  private Course merged(List<Way> found) {
    List<Way> all = new ArrayList<>(ways.stream().map(old -> kept(old, found)).toList());
    found.stream().filter(one -> ways.stream().noneMatch(one::isOf)).forEach(all::add);
    return new Course(all);
  }

  private static Way kept(Way old, List<Way> found) {
    Optional<Way> again = found.stream().filter(old::isOf).findFirst();
    boolean chosen = old.chosen().isPresent() && !old.isMended();
    return again.map(fresh -> chosen ? old : fresh).orElseGet(old::mended);
  }

  private Course over() {
    return new Course(ways.stream().map(Way::over).toList());
  }

  /** The same with a way taken further. */
  Course with(Way further) {
    return new Course(ways.stream().map(way -> way.isOf(further) ? further : way).toList());
  }

  /** The same with a step done. */
  Course done(Way way, Step step) {
    return with(way.done(step));
  }

  boolean has(Suspect suspect) {
    return ways.stream().anyMatch(way -> way.suspect() == suspect);
  }

  /** Whether nothing is left to do but to wait. */
  boolean isMended() {
    return ways.stream().allMatch(Way::isMended);
  }
}
