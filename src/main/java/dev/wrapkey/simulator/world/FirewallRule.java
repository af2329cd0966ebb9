package dev.wrapkey.simulator.world;

import java.time.Instant;

/**
 * Addresses that may connect to a server.
 *
 * @param id its identifier, below the server's
 * @param start first IPv4 address
 * @param end last IPv4 address
 * @param from when it takes effect
 */
public record FirewallRule(ArmId id, String start, String end, Instant from) {}
