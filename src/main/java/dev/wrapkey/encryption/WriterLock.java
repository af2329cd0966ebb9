package dev.wrapkey.encryption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds a volume for one writer, within this program and against other programs.
 *
 * <p>The lock is on a file beside the volume: on POSIX systems closing any channel of a file gives
 * up all locks that the program has on it, and the volume itself is also opened to read its facts.
 */
final class WriterLock implements AutoCloseable {

  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path held;
  private final FileChannel channel;

  private WriterLock(Path held, FileChannel channel) {
    this.held = held;
    this.channel = channel;
  }

  /**
   * Takes the volume.
   *
   * @throws VolumeBusy if another writer has it
   */
  static WriterLock take(Path file) {
    Path lockFile = beside(file);
    if (!HELD.add(lockFile)) {
      throw new VolumeBusy(file);
    }
    boolean taken = false;
    try {
      FileChannel channel =
          FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      taken = channel.tryLock() != null;
      if (!taken) {
        channel.close();
        throw new VolumeBusy(file);
      }
      return new WriterLock(lockFile, channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (!taken) {
        HELD.remove(lockFile);
      }
    }
  }

  static Path beside(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.resolveSibling(absolute.getFileName() + ".lock");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD.remove(held);
    }
  }
}
