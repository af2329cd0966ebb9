package dev.wrapkey.simulator.world;

import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.WrappedKey;
import dev.wrapkey.simulator.storage.Cluster;
import java.util.Optional;

/** Writes rows into servers, a batch at a time, so that there is something to lose. */
public final class Loads {

  private final World world;
  private final KeyLife life;
  private final ServerKeys keys;
  private final Volumes volumes;

  public Loads(World world, KeyLife life, ServerKeys keys, Volumes volumes) {
    this.world = world;
    this.life = life;
    this.keys = keys;
    this.volumes = volumes;
  }

  /**
   * What a batch did.
   *
   * @param rows added, durably
   * @param pages that the table has grown by
   * @param refusal why none was added, in a sentence; empty if they were
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
    if (!life.isAccessible(server)) {
      return Batch.refused(
          "%s is inaccessible: the key that protects its data cannot be used."
              .formatted(server.id().name()));
    }
    try {
      return add(server);
    } catch (KeyUnavailable refused) {
      // What is in the log and not in the table is put there when the server opens again.
      volumes.stop(volume -> !volume.equals(server.status().volume()));
      return Batch.refused(
          "The key of %s refused: %s".formatted(server.id().name(), refused.getMessage()));
    }
  }

  private Batch add(Server server) throws KeyUnavailable {
    WrappedKey stored = volumes.wrapped(server, Volumes.Part.DATA).orElseThrow();
    Cluster cluster = volumes.start(server, keys.unwrapping(server.encryption(), stored));
    long before = cluster.pages();
    cluster.insert(server.id().name(), Cluster.BATCH, world.now());
    return new Batch(Cluster.BATCH, cluster.pages() - before, "");
  }
}
