package dev.wrapkey.simulator.world;

import java.time.Instant;

/**
 * The first connection that a person was denied while a server was inaccessible.
 *
 * @param volume of the server
 * @param at when
 */
public record Denial(String volume, Instant at) {}
