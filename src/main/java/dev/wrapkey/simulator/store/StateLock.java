package dev.wrapkey.simulator.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to write in a state folder. Beside the state's own lock, because the state's file is
 * replaced when it is rewritten.
 *
 * @param channel closing it ends the lock
 */
record StateLock(FileChannel channel) implements AutoCloseable {

  /**
   * Takes the lock.
   *
   * @throws FolderLocked if somebody has it
   */
  static StateLock take(Path folder) throws FolderLocked, IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("state.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new FolderLocked(new IOException("locked by another program"));
      }
      taken = true;
      return new StateLock(channel);
    } catch (OverlappingFileLockException twice) {
      throw new FolderLocked(twice);
    } finally {
      if (!taken) {
        channel.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
