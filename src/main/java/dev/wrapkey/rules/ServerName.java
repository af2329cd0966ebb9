package dev.wrapkey.rules;

import java.util.Optional;

/**
 * The name of a flexible server: NAME-1 and NAME-2. Whether it is still free (NAME-3) only Azure
 * knows.
 *
 * <p>Source: azure-cli, postgresql module, validators.py and help texts (2026).
 */
public final class ServerName {

  private ServerName() {}

  /** The first rule that the name breaks. */
  public static Optional<Finding> check(String name) {
    if (!Ascii.within(name, 3, 63)) {
      return Optional.of(RulePack.finding("NAME-1"));
    }
    if (!Ascii.only(name, ServerName::isAllowed) || name.startsWith("-") || name.endsWith("-")) {
      return Optional.of(RulePack.finding("NAME-2"));
    }
    return Optional.empty();
  }

  private static boolean isAllowed(int c) {
    return Ascii.isLower(c) || Ascii.isDigit(c) || c == '-';
  }
}
