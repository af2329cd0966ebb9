package dev.wrapkey.rotation;

import dev.wrapkey.provisioning.KeyIdentifier;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which versions wrap a server's data keys.
 *
 * @param holdings one for each volume and version
 */
public record Wrapping(List<Holding> holdings) {

  /**
   * Data keys of one volume that one version wraps.
   *
   * @param volume what the volume holds, for example {@code data} or {@code backup-1}
   * @param version with its version
   * @param dataKeys how many
   * @param inherited whether they came with a restored backup, wrapped as there (CMK-32)
   * @param newest when the latest of them was wrapped
   */
  public record Holding(
      String volume, KeyIdentifier version, int dataKeys, boolean inherited, Instant newest) {}

  public Wrapping {
    holdings = List.copyOf(holdings);
  }

  /** What a version wraps. */
  public List<Holding> under(KeyIdentifier version) {
    return holdings.stream().filter(h -> Keys.isSameVersion(h.version(), version)).toList();
  }

  /** When a data key was last wrapped by a version; empty if none is. */
  public Optional<Instant> lastWrapped(KeyIdentifier version) {
    Stream<Instant> moments = under(version).stream().map(Holding::newest);
    return moments.max(Instant::compareTo);
  }
}
