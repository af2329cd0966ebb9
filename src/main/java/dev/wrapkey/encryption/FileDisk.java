package dev.wrapkey.encryption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A real file. */
final class FileDisk implements Disk {

  private final FileChannel channel;

  FileDisk(Path file, OpenOption... options) {
    try {
      channel = FileChannel.open(file, options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FileDisk forReading(Path file) {
    return new FileDisk(file, StandardOpenOption.READ);
  }

  static FileDisk forWriting(Path file) {
    return new FileDisk(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  @Override
  public int read(long at, Span span) {
    ByteBuffer into = ByteBuffer.wrap(span.bytes(), span.at(), span.length());
    try {
      int read = 0;
      while (into.hasRemaining() && read >= 0) {
        read = channel.read(into, at + into.position() - span.at());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return into.position() - span.at();
  }

  @Override
  public void write(long at, Span span) {
    ByteBuffer from = ByteBuffer.wrap(span.bytes(), span.at(), span.length());
    try {
      while (from.hasRemaining()) {
        channel.write(from, at + from.position() - span.at());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void force() {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long size() {
    try {
      return channel.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
