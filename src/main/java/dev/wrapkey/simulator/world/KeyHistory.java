package dev.wrapkey.simulator.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a server's key stopped and began to work, and what the service noticed of it.
 *
 * @param id which key of which server
 * @param turns in order of time; before the first one the key worked
 * @param spells in order of time; only the last one may last
 * @param looked looks up to then have been taken into account; none for none
 */
public record KeyHistory(
    String id, List<Turn> turns, List<Spell> spells, @Nullable Instant looked) {

  private static final int MOST = 500;

  /** The history of a key that always worked. */
  static KeyHistory blank(String id) {
    return new KeyHistory(id, List.of(), List.of(), null);
  }

  /**
   * A change for the worse or the better.
   *
   * @param at when
   * @param works from then on
   */
  public record Turn(Instant at, boolean works) {}

  /** Whether the service takes the key for good. */
  public boolean isValid() {
    return spells.isEmpty() || !spells.getLast().isOpen();
  }

  /** Whether the key worked at a moment. */
  boolean at(Instant moment) {
    return turns.stream()
        .filter(t -> !t.at().isAfter(moment))
        .reduce((earlier, later) -> later)
        .map(Turn::works)
        .orElse(true);
  }

  boolean latest() {
    return turns.isEmpty() || turns.getLast().works();
  }

  KeyHistory with(Turn turn) {
    return new KeyHistory(id, append(turns, turn), spells, looked);
  }

  /** The same after all looks up to a moment. */
  KeyHistory after(Instant moment, Looks looks) {
    KeyHistory history = this;
    Optional<Instant> next = history.noticed(moment, looks);
    while (next.isPresent()) {
      history = history.isValid() ? history.lost(next.get()) : history.found(next.get());
      next = history.noticed(moment, looks);
    }
    return history;
  }

  /** The look that brings the next change of mind, if there was one by now. */
  private Optional<Instant> noticed(Instant moment, Looks looks) {
    boolean finding = !isValid();
    if (finding && !looks.profile().heals()) {
      return Optional.empty();
    }
    Stream<Instant> turning = turns.stream().filter(t -> t.works() == finding).map(Turn::at);
    Stream<Instant> since = Stream.ofNullable(looked).map(l -> l.plusSeconds(1));
    return Stream.concat(turning, since)
        .map(looks::next)
        .filter(l -> !l.isAfter(moment) && (looked == null || l.isAfter(looked)))
        .filter(l -> at(l) == finding)
        .min(Comparator.naturalOrder());
  }

  private KeyHistory lost(Instant moment) {
    return new KeyHistory(id, turns, append(spells, new Spell(moment, null)), moment);
  }

  /** The service knows from a moment on that the key works. */
  KeyHistory found(Instant moment) {
    List<Spell> ended = new ArrayList<>(spells);
    ended.add(new Spell(ended.removeLast().from(), moment));
    return new KeyHistory(id, turns, List.copyOf(ended), moment);
  }

  /** Looks up to a moment count no more: other rules are in force after it. */
  KeyHistory lookedUntil(Instant moment) {
    return new KeyHistory(id, turns, spells, moment);
  }

  private static <T> List<T> append(List<T> list, T last) {
    List<T> longer = new ArrayList<>(list);
    longer.add(last);
    return List.copyOf(longer.subList(Math.max(0, longer.size() - MOST), longer.size()));
  }
}
