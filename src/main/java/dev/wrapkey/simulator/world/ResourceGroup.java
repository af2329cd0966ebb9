package dev.wrapkey.simulator.world;

import java.util.SortedMap;

/**
 * A resource group.
 *
 * @param id its identifier
 * @param region short name of the region of its metadata
 * @param tags name to value
 */
public record ResourceGroup(ArmId id, String region, SortedMap<String, String> tags) {}
