package dev.wrapkey.encryption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Makes a file that is there with all its bytes or not at all. */
final class NewFile implements AutoCloseable {

  private final Path file;
  private final Path unfinished;
  private final FileDisk disk;

  private NewFile(Path file, Path unfinished, FileDisk disk) {
    this.file = file;
    this.unfinished = unfinished;
    this.disk = disk;
  }

  static void write(Path file, byte[] bytes) {
    try (NewFile made = begin(file)) {
      made.disk.write(0, bytes);
      made.finish();
    }
  }

  /** An empty file of another name beside {@code file}, which must not exist. */
  static NewFile begin(Path file) {
    Path absolute = file.toAbsolutePath();
    Path unfinished = absolute.resolveSibling(absolute.getFileName() + ".new");
    try {
      if (Files.exists(absolute)) {
        throw new FileAlreadyExistsException(file.toString());
      }
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    FileDisk disk =
        new FileDisk(
            unfinished,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    return new NewFile(absolute, unfinished, disk);
  }

  Disk disk() {
    return disk;
  }

  /** Forces what was written and gives the file its name. */
  void finish() {
    disk.force();
    disk.close();
    try {
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      forceFolder(file.resolveSibling("."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Windows lets nobody open a folder; its file system keeps the order of names by itself. */
  private static void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (AccessDeniedException _) {
      return;
    }
  }

  /** Removes what was not finished. */
  @Override
  public void close() {
    disk.close();
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
