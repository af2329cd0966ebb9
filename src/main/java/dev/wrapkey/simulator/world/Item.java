package dev.wrapkey.simulator.world;

import java.time.Instant;

/**
 * A resource that the practice cloud only stores and shows: a database, a virtual network, a lock …
 *
 * @param id its identifier
 * @param content what the client sent and the service added, as JSON
 * @param created when it was ordered first
 * @param changed when it was ordered last
 * @param from when it can be seen
 */
public record Item(ArmId id, String content, Instant created, Instant changed, Instant from) {}
