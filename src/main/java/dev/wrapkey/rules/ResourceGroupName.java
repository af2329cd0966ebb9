package dev.wrapkey.rules;

import java.util.Optional;

/**
 * The name of a resource group that is to be made: GROUP-1 and GROUP-2.
 *
 * <p>Source: Azure Resource Manager, naming rules for resource groups; letters are taken as ASCII,
 * which is narrower.
 */
public final class ResourceGroupName {

  private ResourceGroupName() {}

  /** The first rule that the name breaks. */
  public static Optional<Finding> check(String name) {
    if (!Ascii.within(name, 1, 90)) {
      return Optional.of(RulePack.finding("GROUP-1"));
    }
    if (!Ascii.only(name, ResourceGroupName::isAllowed) || name.endsWith(".")) {
      return Optional.of(RulePack.finding("GROUP-2"));
    }
    return Optional.empty();
  }

  private static boolean isAllowed(int c) {
    return Ascii.isLetterOrDigit(c) || "_-.()".indexOf(c) >= 0;
  }
}
