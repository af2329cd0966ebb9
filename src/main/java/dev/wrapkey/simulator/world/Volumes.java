package dev.wrapkey.simulator.world;

import dev.wrapkey.encryption.KeyEncryptionKey;
import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.RekeyReport;
import dev.wrapkey.encryption.RotationReport;
import dev.wrapkey.encryption.RotationWatch;
import dev.wrapkey.encryption.StoredKey;
import dev.wrapkey.encryption.Volume;
import dev.wrapkey.encryption.VolumeFacts;
import dev.wrapkey.encryption.VolumeOptions;
import dev.wrapkey.encryption.WrappedKey;
import dev.wrapkey.simulator.storage.BackupShelf;
import dev.wrapkey.simulator.storage.Cluster;
import dev.wrapkey.simulator.storage.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The servers' storage: below one folder, a folder a server, named by {@link Server.Status#volume},
 * with a volume for each {@linkplain Place kind} of content. One thread at a time.
 */
public final class Volumes {

  /** What is under one key. */
  public enum Part {
    /** Data, write-ahead log, temporary files, server log and backups. */
    DATA,
    /** The copy of the backups in the paired region. */
    GEO,
    /** Data keys inside the data volume that came with the backup that was restored. */
    ORIGINAL;

    boolean holds(String kind) {
      return this != ORIGINAL && kind.startsWith(Place.GEO) == (this == GEO);
    }

    /** The part that a kind of volume belongs to. */
    public static Part of(String kind) {
      return GEO.holds(kind) ? GEO : DATA;
    }
  }

  private final Path folder;
  private final VolumeOptions options;
  private final Running running;
  // After every change the service asks for the keys of all servers: the files are ours alone.
  private final Map<Path, Wrapping> wrapped = new ConcurrentHashMap<>();

  /**
   * By what the data keys of a volume are wrapped.
   *
   * @param volumeKey the one of the volume itself
   * @param inherited identifiers of the key versions that wrap inherited data keys
   */
  private record Wrapping(WrappedKey volumeKey, Set<String> inherited) {
    static Wrapping of(List<StoredKey> keys) {
      return new Wrapping(
          keys.getFirst().wrapped(),
          keys.stream()
              .filter(StoredKey::isInherited)
              .map(key -> key.wrapped().keyVersion())
              .collect(Collectors.toUnmodifiableSet()));
    }
  }

  /**
   * @param clock says when data keys are wrapped
   */
  public Volumes(Path folder, SecureRandom random, InstantSource clock) {
    this.folder = folder;
    this.options = VolumeOptions.of(random, clock);
    this.running = new Running(options);
  }

  private Place place(Server server) {
    return new Place(folder.resolve(server.status().volume()), server.id().text());
  }

  /** Where one volume of a server lies. */
  public Path file(Server server, String kind) {
    return place(server).file(kind);
  }

  /** The kinds of all volumes of a server, the data first; empty if there is no storage. */
  public List<String> kinds(Server server) {
    List<String> all = new ArrayList<>(place(server).kinds());
    all.sort(Comparator.comparing((String kind) -> !kind.equals(Place.DATA)));
    return all;
  }

  /** The kinds of a part; the one that stands for all comes last. */
  List<String> kinds(Server server, Part part) {
    return kinds(server).stream()
        .filter(part::holds)
        .sorted(Comparator.comparing(kind -> kind.equals(Place.DATA)))
        .toList();
  }

  /** What can be seen of a volume from outside; empty if there is no such volume. */
  public Optional<VolumeFacts> facts(Server server, String kind) {
    Path file = file(server, kind);
    return Files.exists(file) ? Optional.of(Volume.facts(file)) : Optional.empty();
  }

  /**
   * The volume key that stands for one part, as it is stored: that of the data, or of the newest
   * geo-redundant backup. A rotation wraps it last. Empty if there is no such storage.
   */
  public Optional<WrappedKey> wrapped(Server server, Part part) {
    return part == Part.DATA
        ? wrapped(server, Place.DATA)
        : kinds(server, part).reversed().stream().findFirst().flatMap(k -> wrapped(server, k));
  }

  /** The key of one volume as it is stored; empty if there is no such volume. */
  public Optional<WrappedKey> wrapped(Server server, String kind) {
    return wrapping(server, kind).map(Wrapping::volumeKey);
  }

  /** Identifiers of the key versions that wrap data keys which a volume inherited. */
  Set<String> inherited(Server server, String kind) {
    return wrapping(server, kind).map(Wrapping::inherited).orElse(Set.of());
  }

  private Optional<Wrapping> wrapping(Server server, String kind) {
    Path file = file(server, kind);
    Wrapping known = wrapped.get(file);
    if (known != null) {
      return Optional.of(known);
    }
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Optional.of(wrapped.computeIfAbsent(file, f -> Wrapping.of(Volume.keys(f))));
  }

  /** Whether a data key of one part is wrapped by some key version. */
  boolean anyWrapped(Server server, Part part, Predicate<String> version) {
    return kinds(server, part).stream()
        .flatMap(kind -> Volume.keys(file(server, kind)).stream())
        .anyMatch(key -> version.test(key.wrapped().keyVersion()));
  }

  /**
   * One page, plain and as stored.
   *
   * @param key not asked if the server has the volume open
   * @return empty if there is no such page
   */
  public Optional<PageImage> page(Server server, String kind, KeyEncryptionKey key, long page)
      throws KeyUnavailable {
    Optional<Cluster> cluster = running.get(server.status().volume());
    OptionalLong pages = cluster.map(c -> c.pages(kind)).orElse(OptionalLong.empty());
    if (cluster.isPresent() && pages.isPresent()) {
      return page < 0 || page >= pages.getAsLong()
          ? Optional.empty()
          : Optional.of(
              new PageImage(cluster.get().read(kind, page), cluster.get().stored(kind, page)));
    }
    try (Volume volume = open(server, kind, key)) {
      return page < 0 || page >= volume.pages()
          ? Optional.empty()
          : Optional.of(new PageImage(volume.read(page), volume.stored(page)));
    }
  }

  /**
   * A page twice.
   *
   * @param plain as PostgreSQL sees it
   * @param stored as it lies on disk
   */
  public record PageImage(byte[] plain, byte[] stored) {}

  /** A page as it lies on disk, without any key; empty if there is no such page. */
  public Optional<byte[]> stored(Server server, String kind, long page) {
    return Volume.stored(file(server, kind), page);
  }

  /**
   * What a look at some pages found.
   *
   * @param pages that there are
   * @param checked how many of them were looked at
   * @param damaged those that are not what was last written there
   */
  public record Checked(long pages, int checked, List<Long> damaged) {}

  /**
   * Opens neighbouring pages, as far as there are so many.
   *
   * @param key not asked if the server has the volume open
   */
  public Checked check(Server server, String kind, KeyEncryptionKey key, long first, int most)
      throws KeyUnavailable {
    Optional<Cluster> cluster =
        running.get(server.status().volume()).filter(c -> c.pages(kind).isPresent());
    if (cluster.isPresent()) {
      long pages = cluster.get().pages(kind).getAsLong();
      int count = (int) Math.clamp(pages - first, 0, most);
      return new Checked(pages, count, cluster.get().damaged(kind, first, count));
    }
    try (Volume volume = open(server, kind, key)) {
      int count = (int) Math.clamp(volume.pages() - first, 0, most);
      return new Checked(volume.pages(), count, volume.damaged(first, count));
    }
  }

  private Volume open(Server server, String kind, KeyEncryptionKey key) throws KeyUnavailable {
    return Volume.open(file(server, kind), place(server).id(kind), key, options);
  }

  /** The running server's cluster; opens it if need be. */
  Cluster start(Server server, KeyEncryptionKey key) throws KeyUnavailable {
    return running.start(server.status().volume(), place(server), key);
  }

  /** Whether a server holds its data keys in memory. */
  boolean isRunning(Server server) {
    return running.get(server.status().volume()).isPresent();
  }

  /** Closes the clusters of all servers but some. */
  void stop(Predicate<String> kept) {
    running.keepOnly(kept);
  }

  /** The table of a server as it is, into an empty volume. */
  void copy(Server server, KeyEncryptionKey key, Volume empty) throws KeyUnavailable {
    Optional<Cluster> cluster = running.get(server.status().volume());
    if (cluster.isPresent()) {
      cluster.get().copy(empty);
    } else {
      Cluster.copy(place(server), key, options, empty);
    }
  }

  /** The backups of a server in one region. */
  BackupShelf shelf(Server server, String series, KeyEncryptionKey key) {
    return new BackupShelf(place(server), series, key, options);
  }

  void create(Server server, KeyEncryptionKey key, Cluster.Origin origin) throws KeyUnavailable {
    wrapped.clear();
    try {
      Files.createDirectories(place(server).folder());
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    Cluster.create(place(server), key, options, origin);
  }

  /** Rewraps the data keys of one volume; the server is stopped first. */
  RotationReport rotate(Server server, String kind, KeyEncryptionKey from, KeyEncryptionKey to)
      throws KeyUnavailable {
    Path file = file(server, kind);
    running.keepOnly(volume -> !volume.equals(server.status().volume()));
    try {
      return Volume.rotate(
          file,
          place(server).id(kind),
          new Volume.Keys(from, to),
          options,
          RotationWatch.TO_THE_END);
    } finally {
      wrapped.remove(file);
    }
  }

  /**
   * Seals a segment anew; a server that runs goes on running.
   *
   * @param key not asked to unwrap if the server has the volume open
   * @return empty if there is no such segment
   */
  public Optional<RekeyReport> rekey(Server server, String kind, KeyEncryptionKey key, int segment)
      throws KeyUnavailable {
    Optional<Cluster> cluster =
        running.get(server.status().volume()).filter(c -> c.pages(kind).isPresent());
    try {
      if (cluster.isPresent()) {
        return cluster.get().rekey(kind, segment);
      }
      try (Volume volume = open(server, kind, key)) {
        return segment < 0 || segment >= volume.segments()
            ? Optional.empty()
            : Optional.of(volume.rekey(segment));
      }
    } finally {
      wrapped.remove(file(server, kind));
    }
  }

  /**
   * Seals inherited segments of the table anew, as many as the watch lets pass; a server that runs
   * goes on running.
   *
   * @param key not asked to unwrap if the server has its volumes open
   */
  public RekeyReport rekeyInherited(Server server, KeyEncryptionKey key, RotationWatch watch)
      throws KeyUnavailable {
    Optional<Cluster> cluster = running.get(server.status().volume());
    try {
      if (cluster.isPresent()) {
        return cluster.get().rekeyInherited(watch);
      }
      try (Volume volume = open(server, Place.DATA, key)) {
        return volume.rekeyInherited(watch);
      }
    } finally {
      wrapped.remove(file(server, Place.DATA));
    }
  }

  /** Removes one volume of a server that does not run. */
  void remove(Server server, String kind) {
    Path file = file(server, kind);
    Volume.delete(file);
    wrapped.remove(file);
  }

  /** Removes the storage of everything but the servers named. */
  void keepOnly(Set<String> volumes) {
    wrapped.clear();
    running.keepOnly(volumes::contains);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> found = Files.list(folder)) {
      found.filter(f -> !volumes.contains(f.getFileName().toString())).forEach(Volumes::delete);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException stuck) {
      throw new UncheckedIOException(stuck);
    }
  }
}
