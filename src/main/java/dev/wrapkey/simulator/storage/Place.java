package dev.wrapkey.simulator.storage;

import dev.wrapkey.encryption.VolumeId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the volumes of a server lie.
 *
 * @param folder of this server alone
 * @param serverId its resource identifier, to which every page is bound
 */
public record Place(Path folder, String serverId) {

  public static final String DATA = "data";
  public static final String WAL = "wal";
  public static final String TEMPORARY = "temp";
  public static final String LOG = "log";
  public static final String BACKUP = "backup";

  /** Backups in the paired region, under the second key. */
  public static final String GEO = "geo";

  private static final String SUFFIX = ".vol";

  /** The file of a kind of volume. */
  public Path file(String kind) {
    return folder.resolve(kind + SUFFIX);
  }

  /** What every page of a kind of volume is bound to. */
  public VolumeId id(String kind) {
    return new VolumeId(serverId, kind);
  }

  /** The kind of a backup: each has a volume of its own. */
  static String kind(String series, Instant at) {
    return "%s-%015d".formatted(series, at.toEpochMilli());
  }

  /** The kinds of the backups of a series, oldest first. */
  List<String> kinds(String series) {
    return kinds().stream().filter(kind -> kind.startsWith(series + "-")).toList();
  }

  /** The kinds of all volumes that are there, by name. */
  public List<String> kinds() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
