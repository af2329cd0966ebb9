package dev.wrapkey.simulator.rest;

import dev.wrapkey.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How much each caller may still ask: 15 questions in 5 seconds ("Guidance for throttled requests
 * in Azure Resource Graph", read on 22 November 2026). It is told, not enforced: refusals are a
 * fault that somebody switches on.
 */
final class GraphQuota {

  private static final int MOST = 15;
  private static final Duration WINDOW = Duration.ofSeconds(5);

  private final World world;
  private final Map<String, Window> windows = new HashMap<>();

  GraphQuota(World world) {
    this.world = world;
  }

  private record Window(Instant ends, int used) {}

  /** An answer with what is left after it. */
  WireAnswer stamped(String principal, WireAnswer answer) {
    Instant now = world.now();
    Window window =
        windows.merge(
            principal,
            new Window(now.plus(WINDOW), 1),
            (old, fresh) ->
                old.ends().isAfter(now) ? new Window(old.ends(), old.used() + 1) : fresh);
    Duration left = Duration.between(now, window.ends());
    return answer
        .with("x-ms-user-quota-remaining", String.valueOf(Math.max(0, MOST - window.used())))
        .with("x-ms-user-quota-resets-after", "00:00:%02d".formatted(left.toSecondsPart()));
  }
}
