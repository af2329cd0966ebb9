package dev.wrapkey.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Administrators from Microsoft Entra ID: AUTH-1, AUTH-2 and what makes one of them legal.
 *
 * <p>Source: quickstart "Create an Azure Database for PostgreSQL flexible server", 11 December
 * 2024; the length of a name is that of a PostgreSQL role (63 bytes, PostgreSQL's documentation).
 */
public final class EntraAdministrator {

  private static final int LONGEST_NAME = 63;
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private EntraAdministrator() {}

  /** What is wrong with an object id. */
  public static Optional<Finding> objectId(String objectId) {
    return GUID.matcher(objectId).matches() ? Optional.empty() : Optional.of(finding("AUTH-1.id"));
  }

  /** What is wrong with the name it signs in with. */
  public static Optional<Finding> name(String name) {
    return name.isBlank() || name.length() > LONGEST_NAME
        ? Optional.of(finding("AUTH-1.name"))
        : Optional.empty();
  }

  /** What is wrong with all of them together: none, or one twice. */
  public static Optional<Finding> all(List<String> objectIds) {
    if (objectIds.isEmpty()) {
      return Optional.of(RulePack.finding("AUTH-1"));
    }
    Set<String> seen = new HashSet<>();
    return objectIds.stream()
        .filter(id -> !seen.add(id.toLowerCase(Locale.ROOT)))
        .findFirst()
        .map(id -> finding("AUTH-1.twice", id));
  }

  private static Finding finding(String text, String... places) {
    return new Finding("AUTH-1", RulePack.rule("AUTH-1").severity(), RulePack.words(text, places));
  }
}
