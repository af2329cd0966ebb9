package dev.wrapkey.simulator.world;

/**
 * A subscription.
 *
 * @param id GUID of the practice pattern
 * @param name display name, starts with "Practice"
 */
public record Subscription(String id, String name) {}
