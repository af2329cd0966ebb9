package dev.wrapkey.provisioning;

/**
 * A subscription the signed-in account may see.
 *
 * @param id the GUID
 * @param name the display name
 */
public record Subscription(String id, String name) {}
