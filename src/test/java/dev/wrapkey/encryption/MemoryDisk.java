package dev.wrapkey.encryption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A disk that can lose its power between, and in the middle of, any two steps.
 *
 * <p>What was written since the last force may have reached the device or not, each write by
 * itself, and the half of it by itself: {@link #afterPowerCut} gives every such outcome.
 */
final class MemoryDisk implements Disk {

  /** Enough steps for everything a test does. */
  static final int FOREVER = Integer.MAX_VALUE;

  /** What was asked for when the power was gone. */
  static final class PowerCut extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    PowerCut() {
      super(new IOException("the power is gone"));
    }
  }

  /** A write that is in the cache but not forced. */
  record Write(long at, byte[] bytes) {}

  final List<Write> everyWrite = new ArrayList<>();
  private final List<Write> pending = new ArrayList<>();
  private byte[] durable;
  private byte[] cache;
  private int stepsLeft;

  MemoryDisk(byte[] image, int stepsLeft) {
    this.durable = image.clone();
    this.cache = image.clone();
    this.stepsLeft = stepsLeft;
  }

  static MemoryDisk of(byte[] image) {
    return new MemoryDisk(image, FOREVER);
  }

  /**
   * The program was killed and starts again: the cache is as it was, and what was pending still is.
   */
  void restart(int steps) {
    stepsLeft = steps;
  }

  byte[] image() {
    return cache.clone();
  }

  @Override
  public synchronized int read(long at, Span into) {
    int length = (int) Math.clamp(cache.length - at, 0, into.length());
    if (length > 0) {
      System.arraycopy(cache, (int) at, into.bytes(), into.at(), length);
    }
    return length;
  }

  @Override
  public synchronized void write(long at, Span from) {
    byte[] bytes = Arrays.copyOfRange(from.bytes(), from.at(), from.at() + from.length());
    Write write = new Write(at, bytes);
    everyWrite.add(write);
    pending.add(write);
    boolean cut = stepsLeft-- <= 0;
    cache = applied(cache, write, cut ? 1 : 2);
    if (cut) {
      throw new PowerCut();
    }
  }

  @Override
  public synchronized void force() {
    if (stepsLeft-- <= 0) {
      throw new PowerCut();
    }
    durable = cache.clone();
    pending.clear();
  }

  @Override
  public long size() {
    return cache.length;
  }

  @Override
  public void close() {}

  /** Every image that a power cut at this moment can leave. */
  List<byte[]> afterPowerCut() {
    List<byte[]> images = new ArrayList<>(List.of(durable));
    for (Write write : pending) {
      List<byte[]> more = new ArrayList<>();
      for (byte[] image : images) {
        more.add(applied(image, write, 1));
        more.add(applied(image, write, 2));
      }
      images.addAll(more);
    }
    return images;
  }

  /** One of the images that a power cut at this moment can leave. */
  byte[] afterOnePowerCut(Random chance) {
    byte[] image = durable;
    for (Write write : pending) {
      int halves = chance.nextInt(3);
      image = halves == 0 ? image : applied(image, write, halves);
    }
    return image.clone();
  }

  private static byte[] applied(byte[] image, Write write, int halves) {
    int length = write.bytes.length * halves / 2;
    byte[] next = Arrays.copyOf(image, (int) Math.max(image.length, write.at + length));
    System.arraycopy(write.bytes, 0, next, (int) write.at, length);
    return next;
  }
}
