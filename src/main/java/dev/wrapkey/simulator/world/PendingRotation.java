package dev.wrapkey.simulator.world;

/**
 * The intent to give a server another key, written before its storage is touched. Whoever finds one
 * after a crash looks at the storage to see how far it got.
 *
 * @param server identifier of the server
 * @param to what it shall be set to
 */
public record PendingRotation(ArmId server, Server.Encryption to) {}
