package dev.wrapkey.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The log in files: five of a megabyte, the oldest goes. They are opened when there is something to
 * say. A second program that runs meanwhile has files of its own.
 */
final class LogFile extends Handler {

  private static final int BYTES = 1_000_000;
  private static final int FILES = 5;
  private static final String NAME = "wrapkey-%u.%g.log";

  private final Path folder;
  private @Nullable FileHandler files;
  private boolean broken;

  LogFile(Path folder) {
    this.folder = folder;
    setFormatter(new LogLine());
    setLevel(Level.INFO);
  }

  /** Has everything that the program logs written there too, and nothing secret at the terminal. */
  static LogFile begin(Path folder) {
    LogFile log = new LogFile(folder);
    Logger root = Logger.getLogger("");
    for (Handler each : root.getHandlers()) {
      each.setFormatter(new LogLine());
      each.setLevel(Level.WARNING);
    }
    root.addHandler(log);
    return log;
  }

  @Override
  public synchronized void publish(LogRecord said) {
    if (isLoggable(said)) {
      open().ifPresent(open -> open.publish(said));
    }
  }

  private Optional<FileHandler> open() {
    if (files == null && !broken) {
      try {
        prepare();
        String place = folder.toString().replace("%", "%%");
        FileHandler opened = new FileHandler(place + "/" + NAME, BYTES, FILES, true);
        opened.setEncoding(StandardCharsets.UTF_8.name());
        opened.setFormatter(getFormatter());
        opened.setLevel(Level.ALL);
        files = opened;
      } catch (IOException unusable) {
        broken = true;
        reportError("no log in " + folder, unusable, ErrorManager.OPEN_FAILURE);
      }
    }
    return Optional.ofNullable(files);
  }

  private void prepare() throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Files.createDirectories(folder);
    if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Override
  public synchronized void flush() {
    if (files != null) {
      files.flush();
    }
  }

  @Override
  public synchronized void close() {
    if (files != null) {
      files.close();
      files = null;
    }
  }

  /**
   * The last lines that any program has written into a folder of logs.
   *
   * @param most bytes
   */
  static String tail(Path folder, int most) {
    try (Stream<Path> all = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      List<Path> logs = all.filter(each -> each.toString().endsWith(".0.log")).toList();
      Optional<Path> newest = logs.stream().max(Comparator.comparingLong(LogFile::changed));
      if (newest.isEmpty()) {
        return "";
      }
      byte[] bytes = Files.readAllBytes(newest.get());
      int from = Math.max(0, bytes.length - most);
      String end = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
      return from == 0 ? end : end.substring(end.indexOf('\n') + 1); // the first line is torn
    } catch (IOException | UncheckedIOException unreadable) {
      return "the log cannot be read: " + unreadable.getClass().getName() + "\n";
    }
  }

  private static long changed(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException gone) {
      return 0;
    }
  }
}
