package dev.wrapkey.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The login of the server's administrator: LOGIN-1 to LOGIN-3. It cannot be changed later
 * (LOGIN-4).
 *
 * <p>Source: quickstart "Create an Azure Database for PostgreSQL flexible server", 11 December
 * 2024. Reserved names are compared without regard to letter case.
 */
public final class AdminLogin {

  private static final Set<String> RESERVED =
      Set.of(
          "azure_superuser", "azure_pg_admin", "admin", "administrator", "root", "guest", "public");

  private AdminLogin() {}

  /** The rule that the login breaks; of several, the one that tells most. */
  public static Optional<Finding> check(String login) {
    String lower = login.toLowerCase(Locale.ROOT);
    if (RESERVED.contains(lower)) {
      return Optional.of(RulePack.finding("LOGIN-3", lower));
    }
    if (lower.startsWith("pg_")) {
      return Optional.of(RulePack.finding("LOGIN-2"));
    }
    if (!Ascii.within(login, 1, 63) || !Ascii.only(login, Ascii::isLetterOrDigit)) {
      return Optional.of(RulePack.finding("LOGIN-1"));
    }
    return Optional.empty();
  }
}
