package dev.wrapkey.simulator.world;

import dev.wrapkey.encryption.KeyEncryptionKey;
import dev.wrapkey.encryption.KeyUnavailable;
import dev.wrapkey.encryption.VolumeOptions;
import dev.wrapkey.simulator.storage.Cluster;
import dev.wrapkey.simulator.storage.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The database clusters that are open, with their data keys in memory: a server that has opened its
 * storage once goes on using it until the service notices that its key is lost. One thread at a
 * time.
 */
final class Running {

  private final VolumeOptions options;
  private final Map<String, Cluster> open = new HashMap<>();

  Running(VolumeOptions options) {
    this.options = options;
  }

  Optional<Cluster> get(String volume) {
    return Optional.ofNullable(open.get(volume));
  }

  /**
   * Opens what is not open yet.
   *
   * @throws KeyUnavailable if the key refuses
   */
  Cluster start(String volume, Place place, KeyEncryptionKey key) throws KeyUnavailable {
    Cluster running = open.get(volume);
    if (running == null) {
      running = Cluster.open(place, key, options);
      open.put(volume, running);
      running.say(options.clock().instant(), "database system is ready to accept connections");
    }
    return running;
  }

  /** Closes all clusters but some; their data keys are zeroed. */
  void keepOnly(Predicate<String> wanted) {
    open.entrySet()
        .removeIf(
            entry -> {
              boolean ends = !wanted.test(entry.getKey());
              if (ends) {
                entry.getValue().close();
              }
              return ends;
            });
  }
}
