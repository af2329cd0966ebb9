package dev.wrapkey.simulator.storage;

import dev.wrapkey.encryption.KeyEncryptionKey;
import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.Volume;
import dev.wrapkey.encryption.VolumeOptions;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** The backups of a server in one region: a volume for each base backup and its log. */
public final class BackupShelf {

  private final Place place;
  private final String series;
  private final KeyEncryptionKey key;
  private final VolumeOptions options;

  /**
   * @param series {@link Place#BACKUP} or {@link Place#GEO}
   * @param key wraps the data keys of new backups and unwraps those of old ones
   */
  public BackupShelf(Place place, String series, KeyEncryptionKey key, VolumeOptions options) {
    this.place = place;
    this.series = series;
    this.key = key;
    this.options = options;
  }

  /** When the base backups were taken, oldest first. */
  public List<Instant> times() {
    return place.kinds(series).stream()
        .map(kind -> Long.parseLong(kind.substring(series.length() + 1)))
        .map(Instant::ofEpochMilli)
        .toList();
  }

  /** Whether there is a whole base backup of a moment or a later one. */
  public boolean hasSince(Instant moment) throws KeyUnavailable {
    List<String> kinds = place.kinds(series);
    if (kinds.isEmpty() || times().getLast().isBefore(moment)) {
      return false;
    }
    try (Volume volume = open(kinds.getLast())) {
      return Backup.isWhole(volume);
    }
  }

  /** Takes the base backup of a server that is just being made. */
  public void begin(Instant at, Volume table) throws KeyUnavailable {
    take(at, table.pages(), table::read, Ring.behind(Cluster.known(table)));
  }

  /** Takes a base backup; one that was cut off before is taken again. */
  void take(Instant at, long pages, LongFunction<byte[]> table, long firstLog)
      throws KeyUnavailable {
    String kind = Place.kind(series, at);
    if (place.kinds(series).contains(kind)) {
      Volume.delete(place.file(kind));
    }
    try (Volume empty = Volume.create(place.file(kind), place.id(kind), key, options)) {
      Backup.take(empty, at, pages, table, firstLog);
    }
  }

  /** Adds what is new in the log to the newest backup. */
  void archive(Ring log) throws KeyUnavailable {
    List<String> kinds = place.kinds(series);
    if (!kinds.isEmpty()) {
      try (Volume volume = open(kinds.getLast())) {
        if (Backup.isWhole(volume)) {
          Backup newest = Backup.of(volume);
          newest.archive(log.since(newest.lastLog()));
        }
      }
    }
  }

  /**
   * The table as it was at a moment, into an empty volume, which inherits the data keys.
   *
   * @return false if no backup reaches back to it
   */
  public boolean restore(Volume target, Instant until) throws KeyUnavailable {
    for (String kind : place.kinds(series).reversed()) {
      try (Volume volume = open(kind)) {
        if (Backup.isWhole(volume) && !Backup.of(volume).at().isAfter(until)) {
          Backup.of(volume).restore(target, until);
          return true;
        }
      }
    }
    return restoreOldest(target);
  }

  /** Until November 2026 a server had one copy, made with it, without a log. */
  private boolean restoreOldest(Volume target) throws KeyUnavailable {
    if (!Files.exists(place.file(series))) {
      return false;
    }
    try (Volume volume = open(series)) {
      target.inherit(volume, volume.pages());
      return true;
    }
  }

  /** The first moment that can be restored; empty if there is no whole backup. */
  public Optional<Instant> earliest() throws KeyUnavailable {
    for (String kind : place.kinds(series)) {
      try (Volume volume = open(kind)) {
        if (Backup.isWhole(volume)) {
          return Optional.of(Backup.of(volume).at());
        }
      }
    }
    return Optional.empty();
  }

  /** Removes the backups that no moment since {@code oldest} needs. */
  void retain(Instant oldest) {
    List<String> kinds = place.kinds(series);
    List<Instant> times = times();
    for (int i = 0; i + 1 < kinds.size(); i++) {
      if (!times.get(i + 1).isAfter(oldest)) {
        Volume.delete(place.file(kinds.get(i)));
      }
    }
    if (!times.isEmpty() && !times.getFirst().isAfter(oldest) && Files.exists(place.file(series))) {
      Volume.delete(place.file(series));
    }
  }

  private Volume open(String kind) throws KeyUnavailable {
    return Volume.open(place.file(kind), place.id(kind), key, options);
  }
}
