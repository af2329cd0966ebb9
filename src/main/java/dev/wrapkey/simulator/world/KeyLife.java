package dev.wrapkey.simulator.world;

import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.WrappedKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the PostgreSQL service believes of its servers' keys. It looks once an hour, at a minute
 * that differs from server to server: so a key that stops working is noticed within 60 minutes, and
 * a repaired one as well (Azure documentation of data encryption, 2 June 2026). A pure function of
 * the clock and the keys' history.
 */
public final class KeyLife {

  /** Between two looks. */
  public static final Duration PERIOD = Duration.ofMinutes(60);

  private final World world;
  private final KeyHealth health;
  private final ServerKeys keys;
  private final Volumes volumes;
  private final Table<KeyHistory> histories;

  public KeyLife(World world, Store store, KeyHealth health, ServerKeys keys, Volumes volumes) {
    this.world = world;
    this.health = health;
    this.keys = keys;
    this.volumes = volumes;
    this.histories = store.table("keyHistories", KeyHistory.class);
  }

  /** Writes down which keys have stopped or begun to work. To be called after every change. */
  public void observe() {
    for (Server server : world.serversWithin("/")) {
      for (Volumes.Part part : Volumes.Part.values()) {
        if (KeyHealth.lock(server, part).isCustomerManaged()) {
          KeyHistory before = stored(server, part);
          KeyHistory now = current(server, part);
          if (!now.equals(before)) {
            histories.put(now.id(), now);
          }
        }
      }
    }
  }

  /** Whether the service believes that a part of a server's storage can be opened. */
  public boolean isValid(Server server, Volumes.Part part) {
    return !KeyHealth.lock(server, part).isCustomerManaged()
        || current(server, part).at(lastLook(server));
  }

  /** Whether a server's data can be reached. */
  public boolean isAccessible(Server server) {
    return isValid(server, Volumes.Part.DATA) && isValid(server, Volumes.Part.GEO);
  }

  /** When the service will look next. */
  Instant nextLook(Server server) {
    return lastLook(server).plus(PERIOD);
  }

  /** When the service looked last. */
  Instant lastLook(Server server) {
    long period = PERIOD.toSeconds();
    long offset = Math.floorMod(server.status().volume().hashCode(), period);
    long past = Math.floorMod(world.now().getEpochSecond() - offset, period);
    return Instant.ofEpochSecond(world.now().getEpochSecond() - past);
  }

  private KeyHistory current(Server server, Volumes.Part part) {
    KeyHistory stored = stored(server, part);
    boolean works = health.works(server, part);
    return works == stored.latest()
        ? stored
        : stored.with(new KeyHistory.Turn(turnedAt(server, part, stored), works));
  }

  /** A key that changed by its own dates did so then, not when somebody noticed. */
  private Instant turnedAt(Server server, Volumes.Part part, KeyHistory stored) {
    Instant since =
        stored.turns().isEmpty() ? server.status().created() : stored.turns().getLast().at();
    return health
        .dates(server, part)
        .filter(d -> d.isAfter(since) && !d.isAfter(world.now()))
        .findFirst()
        .orElse(world.now());
  }

  private KeyHistory stored(Server server, Volumes.Part part) {
    String id = server.status().volume() + "/" + part.name();
    return histories.get(id).orElseGet(() -> new KeyHistory(id, List.of()));
  }

  /**
   * A versionless key: wraps the data key with the newest version, once the service has had a look
   * since that version was made. A refusal changes nothing; {@link #observe} notices it.
   */
  public void follow(Server server) {
    for (Volumes.Part part : Volumes.Part.values()) {
      Server.Encryption lock = KeyHealth.lock(server, part);
      Optional<KeyUri> uri = KeyUri.parse(String.valueOf(lock.key()));
      if (uri.isPresent() && uri.get().version().isEmpty()) {
        follow(server, part, uri.get());
      }
    }
  }

  private void follow(Server server, Volumes.Part part, KeyUri uri) {
    Optional<Key.Version> newest = health.newest(uri);
    Optional<WrappedKey> stored = volumes.wrapped(server, part);
    if (newest.isEmpty() || stored.isEmpty()) {
      return;
    }
    boolean seen = !newest.get().life().created().isAfter(lastLook(server));
    boolean same = stored.get().keyVersion().endsWith("/" + newest.get().id());
    if (seen && !same) {
      Server.Encryption lock = KeyHealth.lock(server, part);
      try {
        volumes.rotate(server, part, keys.unwrapping(lock, stored.get()), keys.wrapping(lock));
      } catch (KeyUnavailable refused) {
        observe();
      }
    }
  }
}
