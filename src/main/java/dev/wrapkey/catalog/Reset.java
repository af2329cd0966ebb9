package dev.wrapkey.catalog;

/**
 * Something that had to be changed to be legal where the server will be.
 *
 * @param what which part
 * @param was what it was, in the API's words
 * @param is what it is now
 */
public record Reset(What what, String was, String is) {

  /** The parts that may have to be changed. */
  public enum What {
    SIZE,
    STORAGE_TYPE,
    STORAGE_SIZE,
    HIGH_AVAILABILITY,
    GEO_REDUNDANCY,
    VERSION
  }
}
