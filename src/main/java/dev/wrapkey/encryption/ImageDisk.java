package dev.wrapkey.encryption;

import java.util.Arrays;

/** A file that is only in memory: the image of a new volume, and what the benchmark seals into. */
final class ImageDisk implements Disk {

  private static final int FIRST = 64 * 1024;

  private byte[] bytes;
  private int size;

  ImageDisk() {
    this(FIRST);
  }

  /** With room for {@code capacity} bytes before anything has to be moved. */
  ImageDisk(int capacity) {
    this.bytes = new byte[capacity];
  }

  byte[] image() {
    return Arrays.copyOf(bytes, size);
  }

  @Override
  public int read(long at, Span into) {
    int length = (int) Math.clamp(size - at, 0, into.length());
    if (length > 0) {
      System.arraycopy(bytes, (int) at, into.bytes(), into.at(), length);
    }
    return length;
  }

  @Override
  public synchronized void write(long at, Span from) {
    int place = makeRoom(at, from.length());
    if (from.bytes() != bytes || from.at() != place) {
      System.arraycopy(from.bytes(), from.at(), bytes, place, from.length());
    }
  }

  @Override
  public Span room(long at, Span scratch) {
    boolean there = at + scratch.length() <= bytes.length;
    return there ? new Span(bytes, (int) at, scratch.length()) : scratch;
  }

  @Override
  public Span view(long at, Span scratch) {
    boolean there = at + scratch.length() <= size;
    return there ? new Span(bytes, (int) at, scratch.length()) : Disk.super.view(at, scratch);
  }

  private int makeRoom(long at, int length) {
    int end = Math.toIntExact(at + length);
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, (int) Math.min(2L * bytes.length, 1 << 30)));
    }
    size = Math.max(size, end);
    return (int) at;
  }

  @Override
  public void force() {}

  @Override
  public long size() {
    return size;
  }

  @Override
  public void close() {}
}
