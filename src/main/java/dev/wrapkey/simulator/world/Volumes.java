package dev.wrapkey.simulator.world;

import dev.wrapkey.encryption.KeyEncryptionKey;
import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.RekeyReport;
import dev.wrapkey.encryption.RotationReport;
import dev.wrapkey.encryption.Volume;
import dev.wrapkey.encryption.VolumeFacts;
import dev.wrapkey.encryption.VolumeId;
import dev.wrapkey.encryption.WrappedKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The servers' storage: below one folder, a folder a server, named by {@link Server.Status#volume}.
 */
public final class Volumes {

  /** What a server stores. */
  public enum Part {
    /** The data itself. */
    DATA,
    /** The copy of the backups in the paired region. */
    GEO;

    /** Its name in files, and in what its pages are bound to. */
    public String kind() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Path folder;
  private final SecureRandom random;
  // After every change the service asks for the keys of all servers: the files are ours alone.
  private final Map<Path, WrappedKey> wrapped = new ConcurrentHashMap<>();

  public Volumes(Path folder, SecureRandom random) {
    this.folder = folder;
    this.random = random;
  }

  /** Where a server's data lies. */
  public Path file(Server server) {
    return file(server, Part.DATA);
  }

  /** Where one part of a server's storage lies. */
  public Path file(Server server, Part part) {
    return folder.resolve(server.status().volume()).resolve(part.kind() + ".vol");
  }

  /** What can be seen from outside; empty if there is no storage. */
  public Optional<VolumeFacts> facts(Server server) {
    return facts(server, Part.DATA);
  }

  /** What can be seen from outside of one part; empty if there is no such storage. */
  public Optional<VolumeFacts> facts(Server server, Part part) {
    Path file = file(server, part);
    return Files.exists(file) ? Optional.of(Volume.facts(file)) : Optional.empty();
  }

  /** The data key of one part as it is stored; empty if there is no such storage. */
  public Optional<WrappedKey> wrapped(Server server, Part part) {
    Path file = file(server, part);
    WrappedKey known = wrapped.get(file);
    if (known != null) {
      return Optional.of(known);
    }
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Optional.of(wrapped.computeIfAbsent(file, f -> Volume.keys(f).getFirst().wrapped()));
  }

  /**
   * One page, plain and as stored.
   *
   * @return empty if there is no such page
   */
  public Optional<PageImage> page(Server server, Part part, KeyEncryptionKey key, long page)
      throws KeyUnavailable {
    try (Volume volume = Volume.open(file(server, part), id(server, part), key, random)) {
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

  /** The pages of a server that begins with data of its own. */
  List<byte[]> fresh(Server server) {
    return HeapPages.of(server.id().name());
  }

  /** All pages, decrypted. */
  List<byte[]> pages(Server server, Part part, KeyEncryptionKey key) throws KeyUnavailable {
    try (Volume volume = Volume.open(file(server, part), id(server, part), key, random)) {
      return LongStream.range(0, volume.pages()).mapToObj(volume::read).toList();
    }
  }

  void create(Server server, Part part, KeyEncryptionKey key, List<byte[]> pages)
      throws KeyUnavailable {
    Path file = file(server, part);
    wrapped.remove(file);
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    try (Volume volume = Volume.create(file, id(server, part), key, random)) {
      volume.write(0, pages);
    }
  }

  RotationReport rotate(Server server, Part part, KeyEncryptionKey from, KeyEncryptionKey to)
      throws KeyUnavailable {
    Path file = file(server, part);
    try {
      return Volume.rotate(file, id(server, part), from, to, random);
    } finally {
      wrapped.remove(file);
    }
  }

  /**
   * Seals a segment anew.
   *
   * @return empty if there is no such segment
   */
  public Optional<RekeyReport> rekey(Server server, Part part, KeyEncryptionKey key, int segment)
      throws KeyUnavailable {
    Path file = file(server, part);
    try (Volume volume = Volume.open(file, id(server, part), key, random)) {
      return segment < 0 || segment >= volume.segments()
          ? Optional.empty()
          : Optional.of(volume.rekey(segment));
    } finally {
      wrapped.remove(file);
    }
  }

  /** Removes the storage of everything but the servers named. */
  void keepOnly(Set<String> volumes) {
    wrapped.clear();
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

  private static VolumeId id(Server server, Part part) {
    return new VolumeId(server.id().text(), part.kind());
  }
}
