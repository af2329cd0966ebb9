package dev.wrapkey.simulator.world;

import java.time.Instant;

/**
 * A vault that was deleted and can still be recovered, with the keys in it.
 *
 * @param vault as it was
 * @param deleted when
 * @param purge when it is destroyed if nobody recovers it
 */
public record DeletedVault(Vault vault, Instant deleted, Instant purge) {}
