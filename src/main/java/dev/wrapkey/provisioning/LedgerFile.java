package dev.wrapkey.provisioning;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
        out.write(format(entry).getBytes(StandardCharsets.UTF_8));
        out.getFD().sync();
      }
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the file says; empty if it is not a ledger that this version can read. */
  Optional<Ledger.Entry> read() {
    try {
      return Optional.of(parse(Files.readAllLines(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException | DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static String format(Ledger.Entry entry) {
    StringBuilder text =
        new StringBuilder()
            .append(line("deployment", entry.deployment()))
            .append(line("id", entry.id()))
            .append(line("started", entry.started()))
            .append(line("phase", entry.phase()))
            .append(line("step", entry.step()))
            .append(line("group", entry.group()))
            .append(line("server", entry.server()));
    List<Ledger.Other> others = entry.made().others();
    for (int i = 0; i < others.size(); i++) {
      text.append(line(OTHER + i, others.get(i).presence() + " " + others.get(i).id()));
    }
    return text.toString();
  }

  private static String line(String name, Object value) {
    if (value.toString().lines().count() > 1) {
      throw new IllegalArgumentException("more than one line: " + name);
    }
    return name + "=" + value + "\n";
  }

  private static Ledger.Entry parse(List<String> lines) {
    Map<String, String> values =
        lines.stream()
            .filter(line -> line.contains("="))
            .collect(
                Collectors.toMap(
                    line -> line.substring(0, line.indexOf('=')),
                    line -> line.substring(line.indexOf('=') + 1)));
    return new Ledger.Entry(
        value(values, "deployment"),
        ResourceId.of(value(values, "id")),
        Instant.parse(value(values, "started")),
        Ledger.Phase.valueOf(value(values, "phase")),
        value(values, "step"),
        new Ledger.Made(
            Ledger.Presence.valueOf(value(values, "group")),
            Ledger.Presence.valueOf(value(values, "server")),
            others(values)));
  }

  private static List<Ledger.Other> others(Map<String, String> values) {
    List<Ledger.Other> others = new ArrayList<>();
    for (String line = values.get(OTHER + 0);
        line != null;
        line = values.get(OTHER + others.size())) {
      int space = line.indexOf(' ');
      if (space < 0) {
        throw new IllegalArgumentException("half a line: " + line);
      }
      others.add(
          new Ledger.Other(
              ResourceId.of(line.substring(space + 1)),
              Ledger.Presence.valueOf(line.substring(0, space))));
    }
    return List.copyOf(others);
  }

  private static String value(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return value;
  }
}
