package dev.wrapkey.simulator.gateway;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast the practice cloud's time runs.
 *
 * @param factor practice seconds per second of the wall clock
 * @param instant whether, besides, the clock jumps over every wait: what a request has begun is
 *     over when the next one arrives
 * @param paused whether the clock is held meanwhile
 */
public record Speed(double factor, boolean instant, boolean paused) {

  /** One that is not paused. */
  public Speed(double factor, boolean instant) {
    this(factor, instant, false);
  }

  public static final Speed REAL = new Speed(1, false);
  public static final Speed INSTANT = new Speed(1, true);

  /** The clock moves only when it is moved, and clients are told to wait in practice seconds. */
  public static final Speed STANDING = new Speed(0, false);

  /** The clock is held: it moves only when it is moved, and whoever waits on it waits. */
  public static final Speed PAUSED = new Speed(1, false, true);

  private static final Pattern FACTOR = Pattern.compile("(\\d{1,5}(?:\\.\\d{1,3})?)x");
  private static final double MOST = 86_400;

  /**
   * Reads {@code paused}, {@code instant}, {@code real} or a factor such as {@code 60x}.
   *
   * @throws IllegalArgumentException for anything else, with a sentence for a person
   */
  public static Speed of(String text) {
    return switch (text) {
      case "paused" -> PAUSED;
      case "instant" -> INSTANT;
      case "real" -> REAL;
      default -> new Speed(factor(text), false);
    };
  }

  private static double factor(String text) {
    Matcher matcher = FACTOR.matcher(text);
    double factor = matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
    if (factor <= 0 || factor > MOST) {
      throw new IllegalArgumentException(
          "A speed is paused, instant, real, or a factor up to 86400x such as 60x; '"
              + text
              + "' is not.");
    }
    return factor;
  }

  /**
   * How long a client has to wait on the wall clock.
   *
   * @param practiceSeconds what the practice cloud says
   * @return at least a second: some clients take 0 for no answer and wait half a minute
   */
  long wallSeconds(long practiceSeconds) {
    if (factor == 0) {
      return practiceSeconds;
    }
    return instant ? 1 : Math.max(1, (long) Math.ceil(practiceSeconds / factor));
  }

  /** As {@link #of} reads it. */
  @Override
  public String toString() {
    if (paused) {
      return "paused";
    }
    if (instant) {
      return "instant";
    }
    if (factor == 1) {
      return "real";
    }
    return factor == Math.rint(factor) ? (long) factor + "x" : factor + "x";
  }
}
