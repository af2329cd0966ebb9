package dev.wrapkey.simulator.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time during which the service took a key for lost.
 *
 * @param from when it noticed
 * @param until when it noticed that the key works again; none while it lasts
 */
public record Spell(Instant from, @Nullable Instant until) {

  /** Whether it lasts. */
  public boolean isOpen() {
    return until == null;
  }

  private boolean reaches(Instant moment) {
    return until == null || !until.isBefore(moment);
  }

  /** The times at which one or the other lasted, in order. */
  static List<Spell> union(List<Spell> one, List<Spell> other) {
    List<Spell> all = new ArrayList<>();
    Stream.concat(one.stream(), other.stream())
        .sorted(Comparator.comparing(Spell::from))
        .forEach(
            s -> {
              Spell last = all.isEmpty() ? null : all.getLast();
              if (last == null || !last.reaches(s.from())) {
                all.add(s);
              } else {
                all.set(all.size() - 1, new Spell(last.from(), later(last.until(), s.until())));
              }
            });
    return all;
  }

  private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
    if (a == null || b == null) {
      return null;
    }
    return a.isAfter(b) ? a : b;
  }
}
