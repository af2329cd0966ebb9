package dev.wrapkey.simulator.world;

/** Encrypts what must not lie readable in the state folder: private keys and the client secret. */
public interface Sealer {

  /**
   * Encrypts and authenticates.
   *
   * @param purpose bound to the result: it opens for the same purpose only
   */
  String seal(byte[] plain, String purpose);

  /**
   * The reverse of {@link #seal}.
   *
   * @throws IllegalStateException if the text was changed or belongs to another state folder
   */
  byte[] open(String sealed, String purpose);
}
