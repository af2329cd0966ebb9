package dev.wrapkey.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One change: what the lines that belong to it tell together.
 *
 * @param id the correlation id that Wrapkey sent along
 * @param deed what was asked for
 * @param began on the cloud's clock
 * @param ended on the cloud's clock; empty while nobody has seen the end
 * @param state how it stands
 * @param before how it was; empty where it was not there or could not be read
 * @param wanted what was asked for
 * @param after how it is now; empty where it is gone or could not be read
 * @param said the service's words, where it refused
 */
public record Entry(
    String id,
    Deed deed,
    Instant began,
    Optional<Instant> ended,
    State state,
    Map<String, String> before,
    Map<String, String> wanted,
    Map<String, String> after,
    String said) {

  /** How a change stands. */
  public enum State {
    /** The end has not been seen: it goes on, or the program ended before. */
    OPEN,
    DONE,
    REFUSED,
    /** No answer came; it may be done or not. */
    UNKNOWN
  }

  /** Changes from lines, newest first. */
  public static List<Entry> of(List<Line> lines) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Line line : lines) {
      if (!line.change().isEmpty()) {
        entries.merge(line.change(), first(line), (entry, same) -> entry.with(line));
      }
    }
    return new ArrayList<>(entries.values()).reversed();
  }

  private static Entry first(Line line) {
    Entry entry =
        new Entry(
            line.change(),
            line.deed(),
            line.time(),
            Optional.empty(),
            State.OPEN,
            line.before(),
            line.after(),
            Map.of(),
            "");
    return line.phase() == Phase.BEGUN ? entry : entry.with(line);
  }

  private Entry with(Line line) {
    return switch (line.phase()) {
      case DONE -> ended(line, State.DONE);
      case REFUSED -> ended(line, State.REFUSED);
      case UNKNOWN -> ended(line, State.UNKNOWN);
      default -> this;
    };
  }

  private Entry ended(Line line, State newState) {
    return new Entry(
        id,
        deed,
        began,
        Optional.of(line.time()),
        newState,
        before,
        wanted,
        line.after(),
        line.said());
  }

  /** All names under which something is told before or after, in their order. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(wanted.keySet());
    names.addAll(after.keySet());
    return names;
  }

  /** Whether the value of that name is another one afterwards. */
  public boolean isChanged(String name) {
    return state == State.DONE
        && !before.getOrDefault(name, "").equals(after.getOrDefault(name, ""));
  }
}
