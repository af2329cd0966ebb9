package dev.wrapkey.health;

import dev.wrapkey.provisioning.Key;
import java.util.Optional;

/**
 * The version that a server uses among the versions of its key.
 *
 * @param inUse the version that the server uses; empty where there is none or it cannot be seen
 * @param newest the newest version that could be used; empty where it cannot be seen
 * @param behind how many newer ones could be used; 0 where a server follows the newest
 */
public record Standing(Optional<Key> inUse, Optional<Key> newest, int behind) {}
