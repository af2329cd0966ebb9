package dev.wrapkey.simulator.world;

/**
 * A database of a server.
 *
 * @param id its identifier, below the server's
 */
public record Database(ArmId id, String charset, String collation) {}
