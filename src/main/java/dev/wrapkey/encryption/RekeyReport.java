package dev.wrapkey.encryption;

/**
 * What sealing segments anew under other data keys did.
 *
 * @param segments segments with another data key than before
 * @param keyOperations calls to the key encryption key
 * @param pagesRewritten pages that were sealed anew
 */
public record RekeyReport(int segments, int keyOperations, long pagesRewritten) {

  /** Both together. */
  public RekeyReport and(RekeyReport more) {
    return new RekeyReport(
        segments + more.segments,
        keyOperations + more.keyOperations,
        pagesRewritten + more.pagesRewritten);
  }
}
