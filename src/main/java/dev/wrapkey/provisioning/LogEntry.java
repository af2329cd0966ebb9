package dev.wrapkey.provisioning;

import java.time.Instant;

/**
 * An entry of the activity log.
 *
 * @param at when it happened
 * @param level {@code Critical}, {@code Error}, {@code Warning}, {@code Informational} …
 * @param category {@code Administrative}, {@code ResourceHealth} …
 * @param operation what happened, for example {@code
 *     Microsoft.DBforPostgreSQL/flexibleServers/write}
 * @param status {@code Started}, {@code Accepted}, {@code Succeeded}, {@code Failed}, {@code
 *     Active} …
 * @param caller who wanted it: a name, an application's id, or a service
 * @param correlation shared by all that one request brought about
 * @param message what is told besides; may be empty
 */
public record LogEntry(
    Instant at,
    String level,
    String category,
    String operation,
    String status,
    String caller,
    String correlation,
    String message) {

  /** Whether it tells of trouble. */
  public boolean isTrouble() {
    return level.equalsIgnoreCase("Critical") || level.equalsIgnoreCase("Error");
  }
}
