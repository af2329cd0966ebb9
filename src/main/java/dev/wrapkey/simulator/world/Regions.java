package dev.wrapkey.simulator.world;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The regions the practice cloud knows.
 *
 * @param asOf date of the list, ISO
 * @param source the documents it was taken from
 * @param regions all of them
 */
public record Regions(String asOf, String source, List<Region> regions) {

  /** Finds by short or display name: {@code eastus} and {@code East US} are the same region. */
  public Optional<Region> find(String anyName) {
    String name = anyName.replace(" ", "").toLowerCase(Locale.ROOT);
    return regions.stream().filter(r -> r.name().equals(name)).findFirst();
  }

  /** The display name, or the name itself for a region that is not listed. */
  public String displayName(String name) {
    return find(name).map(Region::displayName).orElse(name);
  }
}
