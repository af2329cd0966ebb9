package dev.wrapkey.ui.vault;

import dev.wrapkey.rules.Loss;
import java.util.List;
import java.util.function.Supplier;

/**
 * Something that could be broken.
 *
 * @param kind what it is
 * @param id its identifier
 * @param words what a person chooses it by
 * @param acts what could be done to it; blocks
 */
record BreakingThing(Kind kind, String id, String words, Supplier<List<Loss>> acts) {

  /** What there is to break. */
  enum Kind {
    STORE,
    KEY,
    IDENTITY
  }
}
