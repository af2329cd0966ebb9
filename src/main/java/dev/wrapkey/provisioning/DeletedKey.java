package dev.wrapkey.provisioning;

import java.time.Instant;
import java.util.Optional;

/**
 * A key that was deleted and can be recovered, with all its versions.
 *
 * @param id the versionless identifier it had and would have again
 * @param deleted when it was deleted, where the store tells
 * @param purges when the store destroys it for good unless it is recovered before; empty where the
 *     store does not tell
 */
public record DeletedKey(KeyIdentifier id, Optional<Instant> deleted, Optional<Instant> purges) {}
