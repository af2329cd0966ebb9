package dev.wrapkey.provisioning;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are replaced as a whole or not at all, and are on the disk when that is said. */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Writes a file, with its folder if that is missing.
   *
   * @throws UncheckedIOException if that cannot be done; what was there before stays then
   */
  public static void write(Path path, String text) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Path draft = path.resolveSibling(path.getFileName() + ".draft");
      // Not a channel: a channel refuses to write for an interrupted thread, and cancelled jobs are
      // interrupted.
      try (FileOutputStream out = new FileOutputStream(draft.toFile())) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.getFD().sync();
      }
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
