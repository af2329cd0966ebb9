package dev.wrapkey.encryption;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A data key of a volume as the file tells it, without any key.
 *
 * @param segment from 0; empty for a volume key, which seals no page and proves the header
 * @param firstPage the first page of the segment; 0 for the volume key
 * @param id random identifier in lower-case hex
 * @param wrapped the data key as it is stored
 * @param wrappedAt when it was wrapped; the epoch if nobody said
 * @param seals seal numbers used or reserved, of 4294967295
 * @param inheritedFrom the volume that the data key came from with its pages, still wrapped as
 *     there; empty if it was drawn for this volume
 */
public record StoredKey(
    OptionalInt segment,
    long firstPage,
    String id,
    WrappedKey wrapped,
    Instant wrappedAt,
    long seals,
    Optional<VolumeId> inheritedFrom) {

  /** Whether it is still wrapped as in the volume that it came from. */
  public boolean isInherited() {
    return inheritedFrom.isPresent();
  }
}
