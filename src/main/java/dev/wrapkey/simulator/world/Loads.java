package dev.wrapkey.simulator.world;

import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.simulator.storage.Cluster;
import java.util.Optional;

/** Writes rows into servers, a batch at a time, so that there is something to lose. */
public final class Loads {

  private final World world;
  private final KeyLife life;
  private final Backups backups;
  private final Volumes volumes;

  public Loads(World world, KeyLife life, Backups backups, Volumes volumes) {
    this.world = world;
    this.life = life;
    this.backups = backups;
    this.volumes = volumes;
  }

  /**
   * What a batch did.
   *
   * @param rows added, durably
   * @param pages that the table has grown by
   * @param refusal why nothing more can be added, in a sentence; empty if it can
   */
  public record Batch(long rows, long pages, String refusal) {

    static Batch refused(String words) {
      return new Batch(0, 0, words);
    }
  }

  /**
   * Adds a batch of rows.
   *
   * @param name name or identifier of the server
   */
  public Batch add(String name) {
    Optional<Server> found = world.serverNamed(name);
    if (found.isEmpty()) {
      return Batch.refused("There is no server " + name + ".");
    }
    Server server = found.get();
    String state = server.state(world.now());
    if (!state.equals("Ready")) {
      return Batch.refused(
          "%s is in state %s; rows can be written when it is Ready."
              .formatted(server.id().name(), state));
    }
    Optional<String> obstacle = life.obstacle(server);
    if (obstacle.isPresent()) {
      return Batch.refused(
          "%s is inaccessible: %s cannot be used.".formatted(server.id().name(), obstacle.get()));
    }
    try {
      return add(server);
    } catch (KeyUnavailable refused) {
      // What is in the log and not in the table is put there when the server opens again.
      volumes.stop(volume -> !volume.equals(server.status().volume()));
      return Batch.refused(words(server, refused));
    }
  }

  private Batch add(Server server) throws KeyUnavailable {
    Cluster cluster = backups.cluster(server);
    backups.catchUp(server);
    long before = cluster.pages();
    cluster.insert(server.id().name(), Cluster.BATCH, world.now());
    return new Batch(Cluster.BATCH, cluster.pages() - before, archived(server));
  }

  /** Why the log did not get to the backups, in a sentence; empty if it did. */
  private String archived(Server server) {
    try {
      backups.archive(server);
      return "";
    } catch (KeyUnavailable refused) {
      return words(server, refused);
    }
  }

  private static String words(Server server, KeyUnavailable refused) {
    return "The key of %s refused: %s".formatted(server.id().name(), refused.getMessage());
  }
}
