package dev.wrapkey.simulator.world;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A resource group.
 *
 * @param id its identifier
 * @param region short name of the region of its metadata
 * @param tags name to value
 * @param managedBy what the client says manages it, if anything
 */
public record ResourceGroup(
    ArmId id, String region, SortedMap<String, String> tags, @Nullable String managedBy) {

  /** Managed by nobody. */
  public ResourceGroup(ArmId id, String region, SortedMap<String, String> tags) {
    this(id, region, tags, null);
  }
}
