package dev.wrapkey.catalog;

import java.util.Arrays;
import java.util.Optional;

/** The three families of compute sizes (portal specification §1.4). */
public enum Tier {
  BURSTABLE("Burstable"),
  GENERAL_PURPOSE("GeneralPurpose"),
  MEMORY_OPTIMIZED("MemoryOptimized");

  private final String word;

  Tier(String word) {
    this.word = word;
  }

  /** The API's word. */
  public String word() {
    return word;
  }

  public static Optional<Tier> of(String word) {
    return Arrays.stream(values()).filter(t -> t.word.equalsIgnoreCase(word)).findFirst();
  }
}
