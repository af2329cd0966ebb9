package dev.wrapkey.record;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps other programs from writing. Cancelled jobs are interrupted, and must be able to write down
 * what they did: an interruption is kept for later.
 */
final class RecordLock implements AutoCloseable {

  private final FileChannel channel;
  private final boolean interrupted;

  private RecordLock(FileChannel channel, boolean interrupted) {
    this.channel = channel;
    this.interrupted = interrupted;
  }

  static RecordLock on(Path file) throws IOException {
    boolean interrupted = false;
    while (true) {
      interrupted |= Thread.interrupted();
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        channel.lock();
        return new RecordLock(channel, interrupted);
      } catch (ClosedByInterruptException | FileLockInterruptionException _) {
        interrupted = true;
        channel.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
