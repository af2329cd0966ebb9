package dev.wrapkey.provisioning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The right to work on what one ledger tells of. One run in one program has it at a time: a window
 * and a command line on the same folder would repeat each other's requests. It ends with the
 * program, however that ends.
 *
 * @param file the lock beside the ledger
 * @param channel closing it ends the lock
 */
public record Hold(Path file, FileChannel channel) implements AutoCloseable {

  /** The code of the refusal where somebody else works on it. */
  public static final String ELSEWHERE = "WorkedOnElsewhere";

  private static final Logger LOG = Logger.getLogger(Hold.class.getName());

  /**
   * Takes the right, if nobody has it, and has read again what another program may have written.
   *
   * @param ledger the file of the ledger
   * @param reread reads it
   * @throws UncheckedIOException if nothing can be written beside the ledger
   */
  public static Optional<Hold> take(Path ledger, Runnable reread) {
    Optional<Hold> taken = take(ledger);
    if (taken.isPresent() && Files.exists(ledger)) {
      reread.run();
    }
    return taken;
  }

  static Optional<Hold> take(Path ledger) {
    Path file = ledger.resolveSibling(ledger.getFileName() + ".lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isTaken(channel) && Files.exists(file)) { // it may have been given back in between
        return Optional.of(new Hold(file, channel));
      }
      channel.close();
      return Optional.empty();
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false; // by this very program
    }
  }

  /** What to say where it is not to be had. */
  public static CloudFailure elsewhere(String what) {
    return new CloudFailure(CloudFailure.Kind.BUSY, ELSEWHERE, what, "");
  }

  // What was done under it has been done, whatever becomes of an empty file: Windows deletes no
  // open
  // one. The lock itself ends with its channel, at the latest with the program.
  @Override
  public void close() {
    try (channel) {
      Files.deleteIfExists(file);
    } catch (IOException left) {
      LOG.log(Level.FINE, "an empty lock file stays: " + file, left);
    }
  }
}
