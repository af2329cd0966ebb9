package dev.wrapkey.provisioning;

import java.time.Instant;
import java.util.Optional;

/**
 * A key vault or managed HSM that was deleted and can be recovered, with the keys in it.
 *
 * @param id the identifier it had and would have again
 * @param kind vault or managed HSM
 * @param region the short name of its region
 * @param purgeProtected nobody can purge it before the retention has passed
 * @param deleted when it was deleted, where the service tells
 * @param purges when the service destroys it for good unless it is recovered before; empty where
 *     the service does not tell
 */
public record DeletedStore(
    ResourceId id,
    KeyStore.Kind kind,
    String region,
    boolean purgeProtected,
    Optional<Instant> deleted,
    Optional<Instant> purges) {

  public String name() {
    return id.name();
  }
}
