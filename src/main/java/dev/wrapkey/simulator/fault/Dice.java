package dev.wrapkey.simulator.fault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Chance that can be had again: the n-th number of a fault follows from the seed, the fault's name
 * and n, and from nothing else. Never used where a secret is made.
 *
 * @param seed chosen by a person, or drawn and told
 * @param fault its name
 */
record Dice(long seed, String fault) {

  private static final double STEPS = 1L << 53;

  /** From 0, included, to 1, excluded. */
  double of(long number) {
    String draw = seed + "|" + fault + "|" + number;
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(draw.getBytes(StandardCharsets.US_ASCII));
      return (ByteBuffer.wrap(digest).getLong() >>> 11) / STEPS;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
