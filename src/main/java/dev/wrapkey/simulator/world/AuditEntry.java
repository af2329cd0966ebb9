package dev.wrapkey.simulator.world;

import java.time.Instant;

/**
 * A line of a vault's audit log.
 *
 * @param number counts up over all vaults
 * @param at when
 * @param operation for example {@code wrapKey}
 * @param key identifier of the key, with version where one was found
 * @param caller name of the principal
 * @param status HTTP status of the answer
 */
public record AuditEntry(
    long number, Instant at, String operation, String key, String caller, int status) {}
