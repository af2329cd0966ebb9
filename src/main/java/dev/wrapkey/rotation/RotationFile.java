package dev.wrapkey.rotation;

import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.provisioning.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The file of one rotation's ledger: JSON, replaced as a whole or not at all. */
record RotationFile(Path path) {

  private static final String SUFFIX = ".rotation.json";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** A file that is not there yet. */
  static RotationFile free(Path folder, ResourceId server, Instant now) {
    String name = server.name().toLowerCase(Locale.ROOT) + "-" + STAMP.format(now);
    Path path = folder.resolve(name + SUFFIX);
    for (int i = 2; Files.exists(path); i++) {
      path = folder.resolve(name + "-" + i + SUFFIX);
    }
    return new RotationFile(path);
  }

  static List<RotationFile> allIn(Path folder) {
    return in(folder).stream()
        .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
        .map(RotationFile::new)
        .toList();
  }

  static List<Path> foldersIn(Path folder) {
    return in(folder).stream().filter(Files::isDirectory).sorted().toList();
  }

  private static List<Path> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String id() {
    String name = path.getFileName().toString();
    return name.substring(0, name.length() - SUFFIX.length());
  }

  void write(RotationLedger.Entry entry) {
    WholeFile.write(path, RotationJson.text(entry));
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the file says; empty if it is not a ledger that this version can read. */
  Optional<RotationLedger.Entry> read() {
    try {
      return RotationJson.parse(id(), Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
