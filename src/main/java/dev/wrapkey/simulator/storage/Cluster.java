package dev.wrapkey.simulator.storage;

import dev.wrapkey.encryption.KeyEncryptionKey;
import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.RekeyReport;
import dev.wrapkey.encryption.RotationWatch;
import dev.wrapkey.encryption.Volume;
import dev.wrapkey.encryption.VolumeOptions;
import dev.wrapkey.encryption.WrappedKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The database cluster of a running server: its volumes, open, with their data keys in memory.
 *
 * <p>A row is first in the write-ahead log, durably, and then in the table; opening does what the
 * log says and the table does not know. Closing zeroes the data keys.
 */
public final class Cluster implements AutoCloseable {

  /** Fills the table of a new server. */
  @FunctionalInterface
  public interface Origin {

    void fill(Volume empty) throws KeyUnavailable;
  }

  /** Rows of one durable batch: about 1 MiB. */
  public static final int BATCH = 8192;

  private static final Set<String> OPEN = Set.of(Place.DATA, Place.WAL, Place.TEMPORARY, Place.LOG);

  private final Place place;
  private final Volume data;
  private final Volume temporary;
  private final Volume messages;
  private final Volume logVolume;
  private final Ring log;

  private Cluster(Place place, Volume data, Volume logVolume, Volume temporary, Volume messages) {
    this.place = place;
    this.data = data;
    this.logVolume = logVolume;
    this.temporary = temporary;
    this.messages = messages;
    this.log = new Ring(logVolume, known(data));
  }

  /** Position in the log that a table has seen. */
  static long known(Volume data) {
    return data.pages() == 0 ? 0 : HeapPage.of(data.read(data.pages() - 1)).position();
  }

  /**
   * Makes the volumes of a new server. What a cut leaves behind is removed by the next attempt.
   *
   * @throws KeyUnavailable if the key refuses
   */
  public static void create(Place place, KeyEncryptionKey key, VolumeOptions options, Origin origin)
      throws KeyUnavailable {
    for (String kind : List.of(Place.DATA, Place.WAL, Place.LOG)) {
      Volume.delete(place.file(kind));
      try (Volume fresh = Volume.create(place.file(kind), place.id(kind), key, options)) {
        if (kind.equals(Place.DATA)) {
          origin.fill(fresh);
        }
      }
    }
  }

  /** Some pages of orders, for a server that is not made from another. */
  public static Origin fresh(String server, int pages) {
    return empty -> {
      Table table = new Table(0, page -> new byte[0]);
      long id = Row.FIRST;
      while (true) {
        Row row = Row.of(server, id);
        long page = table.pageFor(row);
        if (page == pages) {
          break;
        }
        table.apply(new LogPage.Insertion(id, Instant.EPOCH, page, row));
        id++;
      }
      Backup.flushed(table, empty);
    };
  }

  /**
   * Opens the volumes of a server, one unwrap each, and recovers what a crash interrupted.
   *
   * @throws KeyUnavailable if a key refuses; nothing stays open then
   */
  public static Cluster open(Place place, KeyEncryptionKey key, VolumeOptions options)
      throws KeyUnavailable {
    List<Volume> opened = new ArrayList<>();
    try {
      for (String kind : List.of(Place.DATA, Place.WAL, Place.LOG)) {
        if (!Files.exists(place.file(kind)) && !kind.equals(Place.DATA)) {
          Volume.create(place.file(kind), place.id(kind), key, options).close(); // of older servers
        }
        opened.add(Volume.open(place.file(kind), place.id(kind), key, options));
      }
      if (Files.exists(place.file(Place.TEMPORARY))) {
        Volume.delete(place.file(Place.TEMPORARY));
      }
      opened.add(
          Volume.create(place.file(Place.TEMPORARY), place.id(Place.TEMPORARY), key, options));
      Cluster cluster =
          new Cluster(place, opened.get(0), opened.get(1), opened.get(3), opened.get(2));
      cluster.recover();
      opened.clear();
      return cluster;
    } finally {
      opened.forEach(Volume::close);
    }
  }

  private void recover() throws KeyUnavailable {
    replay(log, data);
  }

  private static void replay(Ring log, Volume data) throws KeyUnavailable {
    Table table = new Table(data.pages(), data::read);
    long since = Math.max(1, known(data) / LogPage.SIZE);
    log.since(since).forEach(page -> page.insertions().forEach(table::apply));
    Backup.flushed(table, data);
  }

  /**
   * The table of a server that does not run, as the log says it is, into an empty volume; changes
   * nothing of the server.
   *
   * @throws KeyUnavailable if a key refuses
   */
  public static void copy(Place from, KeyEncryptionKey key, VolumeOptions options, Volume empty)
      throws KeyUnavailable {
    try (Volume data = Volume.open(from.file(Place.DATA), from.id(Place.DATA), key, options)) {
      Backup.copy(empty, 0, data.pages(), data::read);
      if (Files.exists(from.file(Place.WAL))) {
        try (Volume wal = Volume.open(from.file(Place.WAL), from.id(Place.WAL), key, options)) {
          replay(new Ring(wal, known(data)), empty);
        }
      }
    }
  }

  /** The table of this server into an empty volume. */
  public synchronized void copy(Volume empty) throws KeyUnavailable {
    Backup.copy(empty, 0, data.pages(), data::read);
  }

  /**
   * Adds rows, durably when this returns.
   *
   * @param server whose name the rows carry
   * @param count at most {@link #BATCH}
   */
  public synchronized void insert(String server, int count, Instant at) throws KeyUnavailable {
    Table table = new Table(data.pages(), data::read);
    List<LogPage> logged = new ArrayList<>(List.of(LogPage.of(log.newest().bytes())));
    List<Row> sorted = new ArrayList<>();
    long first = table.nextRow();
    for (long id = first; id < first + Math.min(count, BATCH); id++) {
      Row row = Row.of(server, id);
      if (!logged.getLast().takes(row)) {
        logged.add(LogPage.empty(logged.getLast().sequence() + 1));
      }
      LogPage.Insertion insertion =
          new LogPage.Insertion(logged.getLast().next(), at, table.pageFor(row), row);
      logged.getLast().add(at, insertion.page(), row);
      table.apply(insertion);
      sorted.add(row);
    }
    log.store(logged);
    Backup.flushed(table, data);
    spill(sorted);
  }

  /** What PostgreSQL does with a sort that does not fit its memory. */
  private void spill(List<Row> rows) throws KeyUnavailable {
    rows.sort(Comparator.comparingLong(row -> Long.reverse(row.id())));
    List<byte[]> pages = new ArrayList<>();
    byte[] page = new byte[Volume.PAGE];
    int used = 0;
    for (Row row : rows) {
      if (used + row.bytes().length > page.length) {
        pages.add(page);
        page = new byte[Volume.PAGE];
        used = 0;
      }
      System.arraycopy(row.bytes(), 0, page, used, row.bytes().length);
      used += row.bytes().length;
    }
    pages.add(page);
    temporary.write(0, pages);
  }

  /** Adds a line to the server's log. */
  public synchronized void say(Instant at, String line) throws KeyUnavailable {
    byte[] words = (at + " UTC [1] LOG:  " + line + "\n").getBytes(StandardCharsets.UTF_8);
    long last = messages.pages() - 1;
    byte[] page = last < 0 ? new byte[Volume.PAGE] : messages.read(last);
    int used = used(page);
    if (last < 0 || used + words.length > page.length) {
      page = new byte[Volume.PAGE];
      used = 0;
      last++;
    }
    System.arraycopy(words, 0, page, used, Math.min(words.length, page.length));
    messages.write(last, page);
  }

  private static int used(byte[] page) {
    int used = page.length;
    while (used > 0 && page[used - 1] == 0) {
      used--;
    }
    return used;
  }

  /** Takes a base backup. */
  public synchronized void backUp(BackupShelf shelf, Instant at, Instant retainedSince)
      throws KeyUnavailable {
    shelf.take(at, data.pages(), data::read, log.newest().sequence());
    shelf.retain(retainedSince);
  }

  /** Copies what is new in the log to the newest backup. */
  public synchronized void archive(BackupShelf shelf) throws KeyUnavailable {
    shelf.archive(log);
  }

  /** Pages of the table. */
  public synchronized long pages() {
    return data.pages();
  }

  /** Pages of a volume that is open; empty if there is no such volume or it is not open. */
  public synchronized OptionalLong pages(String kind) {
    return OPEN.contains(kind) ? OptionalLong.of(volume(kind).pages()) : OptionalLong.empty();
  }

  /** A page of a volume that is open, as PostgreSQL sees it. */
  public synchronized byte[] read(String kind, long page) {
    return volume(kind).read(page);
  }

  /** A page of a volume that is open, as it lies on disk. */
  public synchronized byte[] stored(String kind, long page) {
    return volume(kind).stored(page);
  }

  /**
   * Seals a segment of a volume that is open anew.
   *
   * @return empty if there is no such segment
   */
  public synchronized Optional<RekeyReport> rekey(String kind, int segment) throws KeyUnavailable {
    return segment < 0 || segment >= volume(kind).segments()
        ? Optional.empty()
        : Optional.of(volume(kind).rekey(segment));
  }

  /** Seals inherited segments of the table anew, as many as the watch lets pass. */
  public synchronized RekeyReport rekeyInherited(RotationWatch watch) throws KeyUnavailable {
    return data.rekeyInherited(watch);
  }

  /** Pages of a volume that is open which are not what was last written there. */
  public synchronized List<Long> damaged(String kind, long first, int count) {
    return volume(kind).damaged(first, count);
  }

  /** Number of rows in the table, counted by reading every page. */
  public synchronized long rows() {
    long rows = 0;
    for (long i = 0; i < data.pages(); i++) {
      rows += HeapPage.of(data.read(i)).rows();
    }
    return rows;
  }

  /** How the data keys of the open volumes are stored. */
  public synchronized List<WrappedKey> wrapped() {
    return open().stream().map(Volume::wrapped).toList();
  }

  private Volume volume(String kind) {
    return switch (kind) {
      case Place.DATA -> data;
      case Place.WAL -> logVolume;
      case Place.TEMPORARY -> temporary;
      case Place.LOG -> messages;
      default -> throw new IllegalArgumentException(place.file(kind) + " is not open");
    };
  }

  private List<Volume> open() {
    return Arrays.asList(data, logVolume, temporary, messages);
  }

  @Override
  public synchronized void close() {
    open().forEach(Volume::close);
  }
}
