package dev.wrapkey.simulator.world;

/**
 * Bytes on their way in or out of a key, with what authenticated encryption needs beside them.
 *
 * @param bytes the data
 * @param iv empty if the algorithm has none
 * @param tag empty if the algorithm has none
 * @param associated additional authenticated data, empty if there is none
 */
public record CipherText(byte[] bytes, byte[] iv, byte[] tag, byte[] associated) {

  private static final byte[] NONE = new byte[0];

  public static CipherText of(byte[] bytes) {
    return new CipherText(bytes, NONE, NONE, NONE);
  }
}
