package installer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** What goes into the package beside its runtime: the jars, the licences, the bill of materials. */
final class Input {

  private static final String NATIVES = "com/sun/jna/";

  private Input() {}

  /**
   * The jars of {@code app/lib} without the caches beside them, which are of use to no other
   * runtime than the one they are from, and without JNA's libraries for other systems.
   */
  static void gather(Path lib, Path input) throws IOException {
    for (Path file : Folders.files(lib)) {
      if (file.toString().endsWith(".jar")) {
        Path to = input.resolve(lib.relativize(file).toString());
        if (file.getFileName().toString().matches("jna-\\d.*")) {
          Files.createDirectories(to.getParent());
          slim(file, to, ownNatives());
        } else {
          Folders.copy(file, to);
        }
      }
    }
  }

  private static String ownNatives() {
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String processor = arch.equals("amd64") || arch.equals("x86_64") ? "x86-64" : arch;
    return switch (Os.here()) {
      case LINUX -> "linux-" + processor + "/";
      case WINDOWS -> "win32-" + processor + "/";
      case MACOS -> "darwin-" + processor + "/";
    };
  }

  /** Copies a jar without the native libraries that are not below {@code own}. */
  static void slim(Path from, Path to, String own) throws IOException {
    try (ZipFile jar = new ZipFile(from.toFile());
        OutputStream file = Files.newOutputStream(to);
        ZipOutputStream slim = new ZipOutputStream(file)) {
      if (jar.stream().noneMatch(entry -> entry.getName().startsWith(NATIVES + own))) {
        throw new IllegalStateException("JNA has no library for " + own);
      }
      for (ZipEntry entry : Collections.list(jar.entries())) {
        if (!isNative(entry.getName()) || entry.getName().startsWith(NATIVES + own)) {
          ZipEntry copied = new ZipEntry(entry.getName());
          copied.setTime(entry.getTime());
          slim.putNextEntry(copied);
          try (InputStream in = jar.getInputStream(entry)) {
            in.transferTo(slim);
          }
          slim.closeEntry();
        }
      }
    }
    FileTime time = Files.getLastModifiedTime(from);
    Files.setLastModifiedTime(to, time);
  }

  /** Folders with a hyphen are a system's: linux-x86-64, win32-aarch64. */
  private static boolean isNative(String name) {
    return name.startsWith(NATIVES)
        && name.indexOf('/', NATIVES.length()) > 0
        && name.substring(NATIVES.length(), name.indexOf('/', NATIVES.length())).contains("-");
  }
}
