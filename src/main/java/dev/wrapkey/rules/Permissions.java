package dev.wrapkey.rules;

import java.util.Collection;
import java.util.List;

/**
 * Names of key permissions, compared without regard to letter case as Azure does (portal
 * specification 6.1).
 */
final class Permissions {

  private Permissions() {}

  /** Of the needed ones those that are not granted, in the order they are needed. */
  static List<String> missing(Collection<String> granted, List<String> needed) {
    return needed.stream()
        .filter(name -> granted.stream().noneMatch(name::equalsIgnoreCase))
        .toList();
  }
}
