package dev.wrapkey.provisioning;

import java.time.Instant;
import java.util.Optional;

/**
 * What Resource Health says of a resource for a time.
 *
 * @param state {@code Available}, {@code Unavailable}, {@code Degraded} or {@code Unknown}
 * @param title in a few words
 * @param summary in sentences
 * @param since when that began, where the service tells
 * @param reason the service's word for who caused it, for example {@code UserInitiated}; may be
 *     empty
 */
public record HealthNote(
    String state, String title, String summary, Optional<Instant> since, String reason) {

  /** Whether the resource cannot be reached. */
  public boolean isUnavailable() {
    return state.equalsIgnoreCase("Unavailable");
  }
}
