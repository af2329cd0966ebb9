package dev.wrapkey.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The record as it was read.
 *
 * @param lines those that could be read
 * @param verdict whether it is as it was written
 * @param hashes of all lines, in their order
 */
public record Reading(List<Line> lines, Verdict verdict, List<String> hashes) {

  /** The number of lines up to a fingerprint; empty if it is not in the record. */
  public Optional<Integer> linesUpTo(String fingerprint) {
    int at = hashes.indexOf(fingerprint.strip().toLowerCase(Locale.ROOT));
    return at < 0 ? Optional.empty() : Optional.of(at + 1);
  }

  /** Whether a fingerprint is in the record, and nothing before it was changed. */
  public boolean isSoundUpTo(String fingerprint) {
    return linesUpTo(fingerprint)
        .filter(lines -> verdict.faults().stream().noneMatch(each -> each.line() <= lines))
        .isPresent();
  }

  /**
   * @param texts the file's lines, without their ends
   * @param head what was last written, as the file beside it says
   */
  static Reading of(List<String> texts, Head head) {
    List<Line> lines = new ArrayList<>();
    List<String> hashes = new ArrayList<>();
    List<Verdict.Fault> faults = new ArrayList<>();
    String previous = Link.ORIGIN;
    for (int i = 0; i < texts.size(); i++) {
      Optional<Link> link = Link.parse(texts.get(i));
      Optional<Line> line = link.map(Link::json).flatMap(LineText::parse);
      if (line.isEmpty()) {
        faults.add(new Verdict.Fault(i + 1, Verdict.Flaw.UNREADABLE));
      } else if (!link.get().follows(previous) || line.get().number() != i + 1) {
        faults.add(new Verdict.Fault(i + 1, Verdict.Flaw.CHANGED));
      } else if (line.get().phase() == Phase.GAP) {
        faults.add(new Verdict.Fault(i + 1, Verdict.Flaw.GAP));
      }
      line.ifPresent(lines::add);
      previous = link.map(Link::hash).orElse(previous);
      hashes.add(previous);
    }
    if (!head.isIn(hashes)) {
      faults.add(new Verdict.Fault(texts.size() + 1, Verdict.Flaw.CUT));
    }
    return new Reading(
        List.copyOf(lines),
        new Verdict(texts.size(), previous, List.copyOf(faults)),
        List.copyOf(hashes));
  }

  /**
   * The line that says that the service accepted a change, if nobody has seen its end yet.
   *
   * @param id our correlation id or the service's
   */
  Optional<Line> accepted(String id) {
    Optional<Line> found =
        lines.stream()
            .filter(line -> line.phase() == Phase.ACCEPTED)
            .filter(line -> line.change().equals(id) || line.said().equals(id))
            .findFirst();
    return found.filter(line -> lines.stream().noneMatch(each -> ends(each, line.change())));
  }

  private static boolean ends(Line line, String change) {
    return line.change().equals(change)
        && switch (line.phase()) {
          case DONE, REFUSED, UNKNOWN -> true;
          default -> false;
        };
  }
}
