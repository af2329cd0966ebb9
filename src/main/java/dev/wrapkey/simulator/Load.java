package dev.wrapkey.simulator;

import dev.wrapkey.simulator.world.Loads;
import java.util.function.Supplier;

/** Fills a server with rows, batch after batch; others are served in between. */
public final class Load {

  /** The most that one call may write. */
  public static final int MOST_MEBIBYTES = 1024;

  private static final long PAGES_PER_MEBIBYTE = 128;

  private Load() {}

  /** Sees the load go on and may end it. */
  @FunctionalInterface
  public interface Watch {

    /** Lets it go on to the end. */
    Watch TO_THE_END = (_, _) -> true;

    /**
     * Called after every batch.
     *
     * @param done pages that the table has grown by
     * @param of pages that it shall grow by
     * @return false to end the load here
     */
    boolean goesOn(long done, long of);
  }

  /**
   * What became of a load.
   *
   * @param rows written, durably
   * @param pages of 8192 bytes that the table has grown by
   * @param complete whether that is as much as was asked for
   * @param refusal why it ended early, in a sentence; empty if nothing refused
   */
  public record Outcome(long rows, long pages, boolean complete, String refusal) {}

  static Outcome run(int mebibytes, Supplier<Loads.Batch> batches, Watch watch) {
    long of = mebibytes * PAGES_PER_MEBIBYTE;
    long rows = 0;
    long done = 0;
    while (done < of) {
      Loads.Batch batch = batches.get();
      rows += batch.rows();
      done += batch.pages();
      boolean refused = !batch.refusal().isEmpty();
      if (refused || !watch.goesOn(Math.min(done, of), of) && done < of) {
        return new Outcome(rows, done, false, batch.refusal());
      }
    }
    return new Outcome(rows, done, true, "");
  }
}
