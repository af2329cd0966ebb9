package dev.wrapkey.rotation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Keeps waves from using a vault up: half of what it serves in ten seconds may come at once, and
 * half in every ten seconds after, so that no ten seconds see more than the vault serves; others
 * use it too, and what is refused is waited for. Thread-safe.
 */
final class VaultBudget {

  private static final double SHARE = 0.5;

  // Requests of ours about one server, and what its data keys take the service in the practice
  // cloud, rounded up: see docs/rotation.md.
  private static final int OPERATIONS = 60;

  private final Map<String, Instant> taken = new HashMap<>();

  /**
   * Takes the operations of one server.
   *
   * @param creations how many new versions it makes
   * @return how long to wait before it begins
   */
  synchronized Duration take(String host, VaultLimits limits, int creations, Instant now) {
    double part =
        (double) OPERATIONS / limits.operations() + (double) creations / limits.creations();
    Duration cost = Duration.ofMillis(Math.round(VaultLimits.WINDOW.toMillis() * part / SHARE));
    String vault = host.toLowerCase(Locale.ROOT);
    Instant before = taken.getOrDefault(vault, now);
    Instant from = before.isAfter(now) ? before : now;
    Instant until = from.plus(cost);
    taken.put(vault, until);
    Duration ahead = Duration.between(now, until).minus(longer(cost));
    return ahead.isNegative() ? Duration.ZERO : ahead;
  }

  private static Duration longer(Duration cost) {
    return cost.compareTo(VaultLimits.WINDOW) > 0 ? cost : VaultLimits.WINDOW;
  }
}
