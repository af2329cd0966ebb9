package dev.wrapkey.provisioning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A ledger on disk: one line a value, {@code name=value}, replaced as a whole or not at all.
 *
 * @param path the file
 */
record LedgerFile(Path path) {

  private static final String SUFFIX = ".ledger";

  static LedgerFile in(Path folder, String deployment) {
    return new LedgerFile(folder.resolve(deployment + SUFFIX));
  }

  static List<LedgerFile> allIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().endsWith(SUFFIX))
          .map(LedgerFile::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(Ledger.Entry entry) {
    WholeFile.write(path, LedgerText.format(entry));
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the file says; empty if it is not a ledger that this version can read. */
  Optional<Ledger.Entry> read() {
    try {
      return Optional.of(LedgerText.parse(Files.readAllLines(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException | DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
