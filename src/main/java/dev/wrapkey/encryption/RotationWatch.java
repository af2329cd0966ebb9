package dev.wrapkey.encryption;

/** Sees a rotation go on and may end it. */
@FunctionalInterface
public interface RotationWatch {

  /** Lets it go on to the end. */
  RotationWatch TO_THE_END = (_, _) -> true;

  /**
   * Called after every data key, by one thread at a time but not always the same.
   *
   * @param done data keys that were wrapped anew and verified; those of the last moments are
   *     durable only when the rotation returns
   * @param of data keys that had to be
   * @return false to end the rotation here
   */
  boolean goesOn(int done, int of);
}
