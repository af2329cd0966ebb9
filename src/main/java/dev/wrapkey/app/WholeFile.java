package dev.wrapkey.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A small file that is there whole or not at all, whenever the computer stops. Only its owner can
 * read it, where the file system knows owners.
 */
final class WholeFile {

  private static final Logger LOG = Logger.getLogger(WholeFile.class.getName());

  private WholeFile() {}

  /** Puts a text in the place of what was there; makes the folder if it is the first file in it. */
  static void write(Path file, String text) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.createDirectories(draft.toAbsolutePath().getParent());
    Files.deleteIfExists(draft); // it may be somebody else's to read
    Files.createFile(draft);
    if (Files.getFileAttributeView(draft, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
    }
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Optional.ofNullable(file.toAbsolutePath().getParent()).ifPresent(WholeFile::settle);
  }

  // That the file has its name now must last too; Windows opens no folder for that.
  private static void settle(Path folder) {
    try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true);
    } catch (IOException notHere) {
      LOG.log(Level.FINE, "a folder cannot be forced to the disk here", notHere);
    }
  }
}
