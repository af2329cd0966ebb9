package dev.wrapkey.preflight.recovery;

import dev.wrapkey.rules.Profile;
import java.time.Duration;

/**
 * How long a server takes to notice that its key works again.
 *
 * <p>Source: "Data encryption at rest", 2 June 2026: within 60 minutes, by itself; the same of
 * January 2023: 10 minutes, after the data encryption was revalidated (portal specification 7.3).
 */
public final class Revalidation {

  private static final Duration TODAY = Duration.ofMinutes(60);
  private static final Duration IN_2023 = Duration.ofMinutes(10);

  private Revalidation() {}

  /** At the most. */
  public static Duration period(Profile profile) {
    return profile == Profile.JANUARY_2023 ? IN_2023 : TODAY;
  }

  /** Whether nothing comes back by itself. */
  public static boolean isByHand(Profile profile) {
    return profile == Profile.JANUARY_2023;
  }
}
