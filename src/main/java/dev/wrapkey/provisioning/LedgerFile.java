package dev.wrapkey.provisioning;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
  private static final String OTHER = "other.";

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
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Path draft = path.resolveSibling(path.getFileName() + ".draft");
      // Not a channel: a channel refuses to write for an interrupted thread, and cancelled jobs are
      // interrupted.
      try (FileOutputStream out = new FileOutputStream(draft.toFile())) {
        out.write(LedgerText.format(entry).getBytes(StandardCharsets.UTF_8));
        out.getFD().sync();
      }
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
