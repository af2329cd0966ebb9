package dev.wrapkey.health;

import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.provisioning.Server;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One key of one server, as tables and files list it; a server without a key of its own is one line
 * too.
 *
 * @param health the server
 * @param key the key; empty for a service-managed one
 */
public record HealthLine(ServerHealth health, Optional<KeyHealth> key) {

  /** The worst first; of equals that which breaks first; then by name. */
  public static final Comparator<HealthLine> BY_URGENCY =
      Comparator.comparing(HealthLine::urgency)
          .thenComparing(line -> line.breaks().orElse(Instant.MAX))
          .thenComparing(line -> line.server().name())
          .thenComparing(HealthLine::purpose);

  /** One for each key of a server. */
  public static List<HealthLine> of(ServerHealth health) {
    return health.keys().isEmpty()
        ? List.of(new HealthLine(health, Optional.empty()))
        : health.keys().stream().map(key -> new HealthLine(health, Optional.of(key))).toList();
  }

  public Server server() {
    return health.server();
  }

  /** What the key is for; that of the data where there is none. */
  public Purpose purpose() {
    return key.map(KeyHealth::purpose).orElse(Purpose.PRIMARY);
  }

  /** The gaps of this key; those of the server itself stand with the key of its data. */
  public List<Gap> gaps() {
    boolean second = purpose() == Purpose.GEO;
    return health.gaps().stream()
        .filter(gap -> (gap.purpose() == Purpose.GEO) == second || health.keys().size() < 2)
        .toList();
  }

  /** The worst of its gaps. */
  public Urgency urgency() {
    return gaps().stream().map(Gap::urgency).min(Comparator.naturalOrder()).orElse(Urgency.GOOD);
  }

  /** When the first of its worst gaps cuts the server off, where that is known. */
  public Optional<Instant> breaks() {
    Urgency worst = urgency();
    Stream<Gap> urgent = gaps().stream().filter(gap -> gap.urgency() == worst);
    return urgent.flatMap(gap -> gap.breaks().stream()).min(Comparator.naturalOrder());
  }
}
