package dev.wrapkey.provisioning;

/**
 * A resource group.
 *
 * @param subscription the subscription's GUID
 * @param name the name, unique in its subscription without regard to letter case
 * @param region the short name of the region that keeps its metadata
 */
public record ResourceGroup(String subscription, String name, String region) {}
