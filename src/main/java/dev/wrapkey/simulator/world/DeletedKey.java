package dev.wrapkey.simulator.world;

import java.time.Instant;

/**
 * A key that was deleted and can still be recovered.
 *
 * @param key with all its versions
 * @param deleted when
 * @param settles from when on it is seen among the deleted keys
 * @param purge when it is destroyed if nobody recovers it
 */
public record DeletedKey(Key key, Instant deleted, Instant settles, Instant purge) {

  public String recoveryId() {
    return "https://" + key.host() + "/deletedkeys/" + key.name();
  }
}
