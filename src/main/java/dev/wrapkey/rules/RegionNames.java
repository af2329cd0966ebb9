package dev.wrapkey.rules;

import dev.wrapkey.provisioning.Region;
import java.util.ResourceBundle;

/**
 * The names by which people know regions, for places where the cloud answers with short names only.
 *
 * <p>Source: "Azure regions" of Azure Database for PostgreSQL, 22 December 2025, and the list of
 * paired regions, 23 September 2025.
 */
public final class RegionNames {

  private static final ResourceBundle NAMES = ResourceBundle.getBundle("dev.wrapkey.regions");

  private RegionNames() {}

  /**
   * The display name of a region.
   *
   * @param name short or display name
   * @return the display name, or {@code name} itself for a region that is not in the list
   */
  public static String display(String name) {
    String key = Region.shortName(name);
    return NAMES.containsKey(key) ? NAMES.getString(key) : name;
  }
}
