package dev.wrapkey.record;

import java.util.List;

/**
 * Whether the record is as Wrapkey wrote it.
 *
 * @param lines how many there are
 * @param fingerprint hash of the last line; whoever keeps it elsewhere can prove later that nothing
 *     up to here was changed
 * @param faults what is not as it was written, in the order of the file; none if it is sound
 */
public record Verdict(long lines, String fingerprint, List<Fault> faults) {

  /** What can be wrong with a line. */
  public enum Flaw {
    /** It cannot be read. */
    UNREADABLE,
    /** It, or the one before, was changed, or lines between them were taken away or put in. */
    CHANGED,
    /** Lines at the end were taken away, after which Wrapkey wrote on and said so. */
    GAP,
    /** Lines at the end are missing now. */
    CUT
  }

  /**
   * What is wrong.
   *
   * @param line its place in the file, from 1
   * @param flaw what is wrong there
   */
  public record Fault(long line, Flaw flaw) {}

  public boolean isSound() {
    return faults.isEmpty();
  }
}
