package dev.wrapkey.simulator.world;

import dev.wrapkey.encryption.KeyEncryptionKey;
import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.RotationReport;
import dev.wrapkey.encryption.Volume;
import dev.wrapkey.encryption.VolumeFacts;
import dev.wrapkey.encryption.VolumeId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The servers' storage: below one folder, a folder a server, named by {@link Server.Status#volume}.
 */
public final class Volumes {

  private static final String DATA = "data.vol";

  private final Path folder;
  private final SecureRandom random;

  public Volumes(Path folder, SecureRandom random) {
    this.folder = folder;
    this.random = random;
  }

  /** Where a server's data lies. */
  public Path file(Server server) {
    return folder.resolve(server.status().volume()).resolve(DATA);
  }

  /** What can be seen from outside; empty if there is no storage. */
  public Optional<VolumeFacts> facts(Server server) {
    Path file = file(server);
    return Files.exists(file) ? Optional.of(Volume.facts(file)) : Optional.empty();
  }

  /**
   * One page, plain and as stored.
   *
   * @return empty if there is no such page
   */
  public Optional<PageImage> page(Server server, KeyEncryptionKey key, long page)
      throws KeyUnavailable {
    try (Volume volume = Volume.open(file(server), id(server), key, random)) {
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

  void create(Server server, KeyEncryptionKey key) throws KeyUnavailable {
    Path file = file(server);
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    try (Volume volume = Volume.create(file, id(server), key, random)) {
      volume.write(0, HeapPages.of(server.id().name()));
    }
  }

  RotationReport rotate(Server server, KeyEncryptionKey from, KeyEncryptionKey to)
      throws KeyUnavailable {
    return Volume.rotate(file(server), id(server), from, to);
  }

  /** Removes the storage of everything but the servers named. */
  void keepOnly(Set<String> volumes) {
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

  private static VolumeId id(Server server) {
    return new VolumeId(server.id().text(), "data");
  }
}
