package dev.wrapkey.simulator.world;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * By which rules servers live and die with their keys. They changed with the years (portal
 * specification §7.3).
 */
public enum Profile {
  /**
   * Documents of February 2025 to June 2026: noticed within 60 minutes, and a repaired key as well.
   */
  CURRENT("current", Duration.ofMinutes(60), true),

  /**
   * Documents of October 2022 to January 2025: noticed within 10 minutes; the server stays
   * inaccessible until its data encryption is revalidated.
   */
  OF_2023("2023", Duration.ofMinutes(10), false);

  private final String label;
  private final Duration period;
  private final boolean heals;

  Profile(String label, Duration period, boolean heals) {
    this.label = label;
    this.period = period;
    this.heals = heals;
  }

  /** The profile of a name: {@code current} or {@code 2023}. */
  public static Optional<Profile> named(String label) {
    return Arrays.stream(values()).filter(p -> p.label.equals(label)).findFirst();
  }

  /** Its name outside the program. */
  public String label() {
    return label;
  }

  /** Between two looks of the service at a key. */
  public Duration period() {
    return period;
  }

  /** Whether a server comes back by itself when its key works again. */
  public boolean heals() {
    return heals;
  }
}
