package dev.wrapkey.simulator.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Files for the owner's eyes only, where the file system knows owners; elsewhere the folder's own
 * rules hold.
 */
final class OwnerOnly {

  private OwnerOnly() {}

  static void folder(Path folder) throws IOException {
    restrict(folder, "rwx------");
  }

  static void file(Path file) throws IOException {
    restrict(file, "rw-------");
  }

  private static void restrict(Path path, String permissions) throws IOException {
    if (Files.getFileAttributeView(path, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }
}
