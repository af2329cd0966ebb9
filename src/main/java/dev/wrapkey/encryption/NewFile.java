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
final class NewFile {

  private NewFile() {}

  static void write(Path file, byte[] bytes) {
    Path absolute = file.toAbsolutePath();
    Path unfinished = absolute.resolveSibling(absolute.getFileName() + ".new");
    try {
      if (Files.exists(absolute)) {
        throw new FileAlreadyExistsException(file.toString());
      }
      Files.deleteIfExists(unfinished);
      try (FileDisk disk =
          new FileDisk(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        disk.write(0, bytes);
        disk.force();
      }
      Files.move(unfinished, absolute, StandardCopyOption.ATOMIC_MOVE);
      forceFolder(absolute.resolveSibling("."));
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
}
