package dev.wrapkey.encryption;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What a volume takes from its surroundings.
 *
 * @param random draws data keys, their ids and the salts
 * @param clock says when a data key is wrapped
 * @param pagesPerSegment pages that share a data key in a volume that is made; one that is opened
 *     has its own
 * @param sealLimit how many pages a data key may seal, 4294967295 at most
 * @param threads how many threads seal and open a large batch, the caller's among them
 */
public record VolumeOptions(
    SecureRandom random, InstantSource clock, int pagesPerSegment, long sealLimit, int threads) {

  /** 8192 pages: 64 MiB. */
  public static final int PAGES_PER_SEGMENT = 8192;

  public VolumeOptions {
    if (pagesPerSegment < 1 || sealLimit < 1 || sealLimit > SealNumbers.LIMIT || threads < 1) {
      throw new IllegalArgumentException("an option of a volume is out of its range");
    }
  }

  /** Everything as usual; nobody says the time, so keys seem to be wrapped in 1970. */
  public static VolumeOptions of(SecureRandom random) {
    return of(random, () -> Instant.EPOCH);
  }

  /** Everything as usual, with a clock. */
  public static VolumeOptions of(SecureRandom random, InstantSource clock) {
    return new VolumeOptions(random, clock, PAGES_PER_SEGMENT, SealNumbers.LIMIT, 2);
  }

  /** With segments of another size. */
  public VolumeOptions withPagesPerSegment(int pages) {
    return new VolumeOptions(random, clock, pages, sealLimit, threads);
  }

  /** With data keys that end earlier. */
  public VolumeOptions withSealLimit(long limit) {
    return new VolumeOptions(random, clock, pagesPerSegment, limit, threads);
  }

  /** With another number of threads. */
  public VolumeOptions withThreads(int count) {
    return new VolumeOptions(random, clock, pagesPerSegment, sealLimit, count);
  }
}
