package dev.wrapkey.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Text files of the project, by path. */
final class Sources {

  private Sources() {}

  /** The files under a folder whose name ends so; the paths begin with the folder. */
  static Map<Path, List<String>> lines(String folder, String ending) {
    Map<Path, List<String>> files = new TreeMap<>();
    Path root = Path.of(folder);
    if (!Files.isDirectory(root)) {
      return files;
    }
    try (Stream<Path> found = Files.walk(root)) {
      found
          .filter(path -> path.toString().endsWith(ending))
          .forEach(path -> files.put(path, read(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static List<String> read(Path path) {
    try {
      return Files.readAllLines(path);
    } catch (IOException e) {
      throw new UncheckedIOException(path.toString(), e);
    }
  }
}
