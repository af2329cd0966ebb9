package dev.wrapkey.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What Resource Health knows of servers. It learns that one is inaccessible from the first
 * connection that is denied, not from the loss of the key (Azure documentation of data encryption,
 * 2 June 2026). Every server has an application that tries to connect every whole minute of the
 * cloud's time; who tries before that is denied first.
 */
public final class Health {

  private final World world;
  private final KeyLife life;
  private final Connections connections;

  public Health(World world, KeyLife life, Connections connections) {
    this.world = world;
    this.life = life;
    this.connections = connections;
  }

  /**
   * A time during which clients were kept out.
   *
   * @param from the first denial
   * @param until when the server was ready again; empty while it lasts
   */
  public record Outage(Instant from, Optional<Instant> until) {}

  /** When clients of a server were kept out by its key, in order of time. */
  public List<Outage> outages(Server server) {
    return life.spells(server).stream()
        .map(s -> new Outage(firstDenial(server, s.from()), Optional.ofNullable(s.until())))
        .filter(o -> !o.from().isAfter(world.now()))
        .filter(o -> o.until().isEmpty() || o.from().isBefore(o.until().get()))
        .toList();
  }

  private Instant firstDenial(Server server, Instant began) {
    Instant minute = began.truncatedTo(ChronoUnit.MINUTES);
    Instant byApplication = minute.equals(began) ? minute : minute.plus(Duration.ofMinutes(1));
    return connections
        .firstDenial(server, began)
        .filter(byApplication::isAfter)
        .orElse(byApplication);
  }

  /** The outage that lasts, if one does. */
  public Optional<Outage> outage(Server server) {
    List<Outage> all = outages(server);
    return all.isEmpty() || all.getLast().until().isPresent()
        ? Optional.empty()
        : Optional.of(all.getLast());
  }
}
