package dev.wrapkey.simulator.world;

import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.simulator.storage.Cluster;
import java.time.Instant;
import java.util.Optional;

/**
 * Clients of servers: what an attempt to connect meets, from the network to the pages. Codes and
 * words are PostgreSQL's own (documentation, appendix "Error Codes") except those for a server that
 * has lost its key, which are invented.
 */
public final class Connections {

  private final World world;
  private final KeyLife life;
  private final Backups backups;
  private final Volumes volumes;
  private final Table<Denial> denials;

  public Connections(World world, Store store, KeyLife life, Backups backups, Volumes volumes) {
    this.world = world;
    this.life = life;
    this.backups = backups;
    this.volumes = volumes;
    this.denials = store.table("denials", Denial.class);
  }

  /** Tries to connect and, if let in, reads all pages. */
  public Connection attempt(Connection.Attempt attempt) {
    Optional<Server> found = world.serverNamed(attempt.server());
    if (found.isEmpty() || found.get().state(world.now()).equals("Provisioning")) {
      return Connection.unanswered(
          "could not translate host name \"%s.postgres.database.azure.com\" to address: Name or service not known"
              .formatted(attempt.server().replaceAll(".*/", "")));
    }
    Server server = found.get();
    Doorman doorman = new Doorman(world, server);
    return doorman
        .network(attempt)
        .or(() -> Doorman.state(server.state(world.now())))
        .or(() -> inaccessible(server))
        .or(() -> doorman.client(attempt))
        .orElseGet(() -> read(server));
  }

  private Optional<Connection> inaccessible(Server server) {
    Optional<String> obstacle = life.obstacle(server);
    if (obstacle.isEmpty()) {
      return Optional.empty();
    }
    Instant began = life.spells(server).getLast().from();
    String volume = server.status().volume();
    if (denials.get(volume).filter(d -> !d.at().isBefore(began)).isEmpty()) {
      denials.put(volume, new Denial(volume, world.now()));
    }
    return Optional.of(
        Connection.fatal(
            "57P03",
            "the server is inaccessible: %s is in an invalid state".formatted(obstacle.get())));
  }

  /** When a connection was denied first since a moment, if it was. */
  public Optional<Instant> firstDenial(Server server, Instant since) {
    return denials.get(server.status().volume()).map(Denial::at).filter(at -> !at.isBefore(since));
  }

  private Connection read(Server server) {
    try {
      Cluster cluster = backups.cluster(server);
      backups.catchUp(server);
      return new Connection(true, "", "connected", cluster.pages(), cluster.rows());
    } catch (KeyUnavailable refused) {
      return Connection.fatal(
          "57P03", "the server cannot start: the key that protects its data was refused");
    }
  }

  /** Zeroes the data keys of servers that run no more. To be called after every request. */
  public void forget() {
    volumes.stop(
        volume ->
            world.serversWithin("/").stream()
                .filter(s -> s.status().volume().equals(volume))
                .anyMatch(this::runs));
  }

  /** Zeroes all data keys. */
  public void forgetAll() {
    volumes.stop(_ -> false);
  }

  private boolean runs(Server server) {
    String state = server.state(world.now());
    return (state.equals("Ready") || state.equals("Updating")) && life.isAccessible(server);
  }
}
