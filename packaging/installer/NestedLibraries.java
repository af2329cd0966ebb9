package installer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Signs macOS's libraries that lie within jars: Apple looks into jars before it notarizes, and
 * jpackage signs only what lies beside them.
 */
public final class NestedLibraries {

  /** Runs a command of this machine. */
  @FunctionalInterface
  public interface Tool {
    void run(List<String> command) throws IOException, InterruptedException;
  }

  private NestedLibraries() {}

  /**
   * Signs those of all jars in a folder; without a name to sign with it leaves them alone.
   *
   * @param tool runs {@code codesign}
   */
  public static void sign(Path input, Signing signing, Tool tool)
      throws IOException, InterruptedException {
    for (Path file : Folders.files(input)) {
      if (file.toString().endsWith(".jar") && !signing.library(file).isEmpty()) {
        within(file, signing, tool);
      }
    }
  }

  private static void within(Path jar, Signing signing, Tool tool)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("wrapkey-libraries");
    try {
      Map<String, Path> signed = new HashMap<>();
      try (ZipFile from = new ZipFile(jar.toFile())) {
        for (ZipEntry entry : Collections.list(from.entries())) {
          if (entry.getName().matches(".*\\.(dylib|jnilib)")) {
            String name = Path.of(entry.getName()).getFileName().toString();
            Path library = folder.resolve(signed.size() + "-" + name);
            try (InputStream in = from.getInputStream(entry)) {
              Files.copy(in, library);
            }
            tool.run(signing.library(library));
            signed.put(entry.getName(), library);
          }
        }
      }
      if (!signed.isEmpty()) {
        replace(jar, signed);
      }
    } finally {
      Folders.delete(folder);
    }
  }

  private static void replace(Path jar, Map<String, Path> signed) throws IOException {
    Path anew = jar.resolveSibling(jar.getFileName() + ".new");
    try (ZipFile from = new ZipFile(jar.toFile());
        OutputStream file = Files.newOutputStream(anew);
        ZipOutputStream to = new ZipOutputStream(file)) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        ZipEntry copied = new ZipEntry(entry.getName());
        copied.setTime(entry.getTime());
        to.putNextEntry(copied);
        Path library = signed.get(entry.getName());
        if (library != null) {
          Files.copy(library, to);
        } else {
          try (InputStream in = from.getInputStream(entry)) {
            in.transferTo(to);
          }
        }
        to.closeEntry();
      }
    }
    Files.move(anew, jar, StandardCopyOption.REPLACE_EXISTING);
  }
}
