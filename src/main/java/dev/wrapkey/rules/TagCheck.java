package dev.wrapkey.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tags of a resource: TAG-1 to TAG-6.
 *
 * <p>Source: limits of Azure Resource Manager as in the portal specification, chapter 4.1 (inferred
 * there).
 */
public final class TagCheck {

  private static final int MOST = 50;
  private static final int LONGEST_NAME = 512;
  private static final int LONGEST_VALUE = 256;
  private static final String FORBIDDEN = "<>%&\\?/";

  private TagCheck() {}

  /** What is wrong with one row; a row of which nothing is filled in is no tag. */
  public static Optional<Finding> row(String name, String value) {
    if (name.isEmpty() && value.isEmpty()) {
      return Optional.empty();
    }
    if (name.isBlank()) {
      return Optional.of(RulePack.finding("TAG-6"));
    }
    if (name.length() > LONGEST_NAME) {
      return Optional.of(RulePack.finding("TAG-2"));
    }
    if (value.length() > LONGEST_VALUE) {
      return Optional.of(RulePack.finding("TAG-3"));
    }
    if (name.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0 || Character.isISOControl(c))) {
      return Optional.of(RulePack.finding("TAG-4"));
    }
    return Optional.empty();
  }

  /** What is wrong with the rows together: too many, or one name twice. */
  public static Optional<Finding> names(List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name.toLowerCase(Locale.ROOT))) {
        return Optional.of(RulePack.finding("TAG-5", name));
      }
    }
    return names.size() > MOST ? Optional.of(RulePack.finding("TAG-1")) : Optional.empty();
  }
}
