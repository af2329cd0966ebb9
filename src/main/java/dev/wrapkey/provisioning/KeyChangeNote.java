package dev.wrapkey.provisioning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * A key change that has begun, on disk from before its request until a person has been told how it
 * ended, so that the next start of the program can follow it up. One a server. Holds names of keys
 * and identities only; no secret is in it. Thread-safe.
 */
public final class KeyChangeNote {

  private static final String SUFFIX = ".keychange";
  private static final String GEO = "geo.";

  /**
   * What is written down.
   *
   * @param server the server that is changed
   * @param wanted the keys and identities it shall have
   * @param started when the change began
   * @param receipt of the request, once it was accepted
   */
  public record Entry(
      ResourceId server, DataEncryption wanted, Instant started, Optional<Receipt> receipt) {}

  private final Path path;
  private Entry entry;

  private KeyChangeNote(Path path, Entry entry) {
    this.path = path;
    this.entry = entry;
  }

  /**
   * Writes a change down before it is asked for. An older note of the same server is replaced.
   *
   * @throws UncheckedIOException if the folder cannot be written to
   */
  public static KeyChangeNote begin(
      Path folder, ResourceId server, DataEncryption wanted, Instant now) {
    Entry first = new Entry(server, wanted, now, Optional.empty());
    KeyChangeNote note = new KeyChangeNote(folder.resolve(server.name() + SUFFIX), first);
    WholeFile.write(note.path, LedgerText.text(written(first)));
    return note;
  }

  /** The changes that nobody was told the end of, oldest first. */
  public static List<KeyChangeNote> open(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .flatMap(file -> read(file).map(found -> new KeyChangeNote(file, found)).stream())
          .sorted(Comparator.comparing(note -> note.entry.started()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public synchronized Entry entry() {
    return entry;
  }

  /** The service has accepted the request. */
  public void accepted(Receipt receipt) {
    change(Optional.of(receipt));
  }

  /** What the service had accepted, if anything, has failed; it will be asked again. */
  public void rejected() {
    change(Optional.empty());
  }

  private synchronized void change(Optional<Receipt> receipt) {
    if (!receipt.equals(entry.receipt())) {
      Entry next = new Entry(entry.server(), entry.wanted(), entry.started(), receipt);
      WholeFile.write(path, LedgerText.text(written(next)));
      entry = next;
    }
  }

  /** To be called when a person has been told how it ended. */
  public synchronized void told() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SequencedMap<String, String> written(Entry entry) {
    SequencedMap<String, String> lines = new LinkedHashMap<>();
    lines.put("server", entry.server().toString());
    lines.put("started", entry.started().toString());
    entry.wanted().key().ifPresent(key -> lines.put("key", key.toString()));
    entry.wanted().identity().ifPresent(id -> lines.put("identity", id.toString()));
    entry
        .wanted()
        .geo()
        .ifPresent(
            geo -> {
              lines.put(GEO + "key", geo.key().toString());
              lines.put(GEO + "identity", geo.identity().toString());
            });
    entry.receipt().ifPresent(receipt -> LedgerText.put(receipt, lines));
    return lines;
  }

  /** Empty for a file that is none, or not whole. */
  private static Optional<Entry> read(Path file) {
    try {
      Map<String, String> lines = LedgerText.lines(Files.readAllLines(file));
      return Optional.of(
          new Entry(
              ResourceId.of(LedgerText.value(lines, "server")),
              DataEncryption.customerManaged(
                      KeyIdentifier.of(LedgerText.value(lines, "key")),
                      ResourceId.of(LedgerText.value(lines, "identity")))
                  .withGeo(geo(lines)),
              Instant.parse(LedgerText.value(lines, "started")),
              LedgerText.receipt(lines)));
    } catch (IllegalArgumentException | DateTimeParseException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<GeoEncryption> geo(Map<String, String> lines) {
    return Optional.ofNullable(lines.get(GEO + "key"))
        .map(
            key ->
                new GeoEncryption(
                    KeyIdentifier.of(key),
                    ResourceId.of(LedgerText.value(lines, GEO + "identity")),
                    Optional.empty()));
  }
}
