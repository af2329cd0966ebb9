package dev.wrapkey.provisioning;

import java.util.Locale;
import java.util.Optional;

/**
 * A region of Azure.
 *
 * @param name the short name, for example {@code eastus}
 * @param displayName the name the portal shows, for example {@code East US}
 * @param pair the short name of the paired region, if there is one
 */
public record Region(String name, String displayName, Optional<String> pair) {

  /** Azure answers "East US" where "eastus" was sent; both name the same region. */
  public static String shortName(String anyName) {
    return anyName.replace(" ", "").toLowerCase(Locale.ROOT);
  }

  public boolean is(String anyName) {
    return name.equals(shortName(anyName));
  }
}
