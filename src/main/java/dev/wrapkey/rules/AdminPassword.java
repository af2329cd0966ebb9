package dev.wrapkey.rules;

import dev.wrapkey.provisioning.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The password of the server's administrator: PWD-1 to PWD-4. No finding contains any of it.
 *
 * <p>Source: azure-cli, postgresql module, and "Reset admin password", 8 August 2025. A part of the
 * login name is three or more of its characters in a row, without regard to letter case; a login
 * shorter than that has no parts.
 */
public final class AdminPassword {

  private static final int PART = 3;
  private static final int CATEGORIES = 3;
  private static final List<IntPredicate> CATEGORY =
      List.of(Ascii::isUpper, Ascii::isLower, Ascii::isDigit, c -> !Character.isLetterOrDigit(c));

  private AdminPassword() {}

  /** The first rule that the password breaks. */
  public static Optional<Finding> check(String login, Secret password) {
    String text = password.reveal();
    if (!Ascii.within(text, 8, 128)) {
      return Optional.of(RulePack.finding("PWD-1"));
    }
    if (CATEGORY.stream().filter(category -> text.codePoints().anyMatch(category)).count()
        < CATEGORIES) {
      return Optional.of(RulePack.finding("PWD-2"));
    }
    if (containsPartOf(login.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT))) {
      return Optional.of(RulePack.finding("PWD-3"));
    }
    return Optional.empty();
  }

  /** PWD-4: the password typed twice is the same. */
  public static Optional<Finding> confirm(Secret password, Secret again) {
    return password.equals(again) ? Optional.empty() : Optional.of(RulePack.finding("PWD-4"));
  }

  private static boolean containsPartOf(String login, String password) {
    for (int start = 0; start + PART <= login.length(); start++) {
      if (password.contains(login.substring(start, start + PART))) {
        return true;
      }
    }
    return false;
  }
}
