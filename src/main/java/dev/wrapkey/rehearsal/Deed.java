package dev.wrapkey.rehearsal;

import java.time.Instant;

/**
 * Something that the practice cloud's activity log tells.
 *
 * @param resource identifier of what it happened to
 * @param operation for example {@code Microsoft.DBforPostgreSQL/flexibleServers/write}
 * @param status {@code Started}, {@code Accepted}, {@code Succeeded}, {@code Failed}; of the health
 *     of a resource {@code Active} or {@code Resolved}
 */
public record Deed(Instant at, String resource, String operation, String status) {

  private static final String SERVER_WRITE = "Microsoft.DBforPostgreSQL/flexibleServers/write";

  /** Whether a change of a server was accepted. */
  boolean changesServer() {
    return operation.equalsIgnoreCase(SERVER_WRITE) && status.equals("Accepted");
  }

  /** Whether clients are kept out from then on. */
  boolean darkens() {
    return status.equals("Active");
  }

  /** Whether clients are let in again from then on. */
  boolean lightens() {
    return status.equals("Resolved");
  }
}
