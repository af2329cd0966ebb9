package dev.wrapkey.health;

import java.time.Instant;

/**
 * When the server last took another version of its key.
 *
 * @param at when, in the words of {@link Source}
 * @param source who says so
 */
public record LastRotation(Instant at, Source source) {

  /** Who says so, the best first. */
  public enum Source {
    /** Wrapkey itself rotated it then. */
    WRAPKEY,
    /** Its data keys were wrapped by the version then; only the practice cloud shows that. */
    STORAGE,
    /** The version was made then, so it cannot have been before: Azure keeps no more. */
    NOT_BEFORE
  }
}
