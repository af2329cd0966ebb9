package dev.wrapkey.simulator.world;

import dev.wrapkey.encryption.WrappedKey;
import dev.wrapkey.simulator.world.Agenda.Kind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the next looks of the service at a server's keys will bring, if nobody does anything. */
final class Outlook {

  private final KeyLife life;
  private final KeyHealth health;
  private final Volumes volumes;

  Outlook(KeyLife life, KeyHealth health, Volumes volumes) {
    this.life = life;
    this.health = health;
    this.volumes = volumes;
  }

  /**
   * A look that is known of.
   *
   * @param at when
   * @param kind what it brings
   */
  record Ahead(Instant at, Kind kind) {}

  /**
   * The next look, and the one that will notice that a version in use has expired by then.
   *
   * @param next the look after this moment
   */
  List<Ahead> of(Server server, Looks looks, Instant next) {
    if (!life.dependsOnCustomersKey(server)) {
      return List.of();
    }
    Optional<Instant> lost = expiry(server).map(looks::next).filter(at -> works(server));
    if (lost.filter(at -> !at.isAfter(next)).isPresent()) {
      return List.of(new Ahead(next, life.isAccessible(server) ? Kind.INACCESSIBLE : Kind.LOOK));
    }
    Stream<Ahead> later = lost.stream().map(at -> new Ahead(at, Kind.INACCESSIBLE));
    return Stream.concat(Stream.of(new Ahead(next, found(server))), later).toList();
  }

  private Kind found(Server server) {
    boolean works = works(server);
    if (life.isAccessible(server)) {
      return works ? followed(server) : Kind.INACCESSIBLE;
    }
    return works && life.profile().heals() ? Kind.ACCESSIBLE : Kind.LOOK;
  }

  private boolean works(Server server) {
    return parts().allMatch(part -> health.works(server, part));
  }

  private Optional<Instant> expiry(Server server) {
    return parts()
        .flatMap(part -> health.expiry(server, part).stream())
        .min(Comparator.naturalOrder());
  }

  private Kind followed(Server server) {
    boolean newer = parts().anyMatch(part -> isBehind(server, part));
    return newer ? Kind.FOLLOW : Kind.LOOK;
  }

  private boolean isBehind(Server server, Volumes.Part part) {
    if (part == Volumes.Part.ORIGINAL) {
      return false;
    }
    return KeyUri.parse(String.valueOf(KeyHealth.lock(server, part).key()))
        .filter(uri -> uri.version().isEmpty())
        .flatMap(health::newest)
        .filter(newest -> isOther(newest, volumes.wrapped(server, part)))
        .isPresent();
  }

  private static boolean isOther(Key.Version newest, Optional<WrappedKey> stored) {
    return stored.filter(w -> !w.keyVersion().endsWith("/" + newest.id())).isPresent();
  }

  private static Stream<Volumes.Part> parts() {
    return Stream.of(Volumes.Part.values());
  }
}
