package dev.wrapkey.simulator.world;

import java.time.Instant;

/**
 * An entry of the activity log.
 *
 * @param id of the entry
 * @param at when it happened
 * @param resource identifier of what it happened to
 * @param act what happened
 * @param result how it went
 * @param origin who wanted it
 */
public record Activity(
    String id, Instant at, String resource, Act act, Result result, Origin origin) {

  /**
   * What happened.
   *
   * @param category {@code Administrative} or {@code ResourceHealth}
   * @param operation for example {@code Microsoft.DBforPostgreSQL/flexibleServers/write}
   * @param event {@code BeginRequest}, {@code EndRequest} or empty
   */
  public record Act(String category, String operation, String event) {}

  /**
   * How it went.
   *
   * @param status {@code Started}, {@code Accepted}, {@code Succeeded}, {@code Failed}, {@code
   *     Active}, {@code Resolved}
   * @param code HTTP status, or 0
   * @param message the service's code of a failure, or a sentence; empty for none
   */
  public record Result(String status, int code, String message) {

    /** {@code Error} or {@code Informational}. */
    public String level() {
      return switch (status) {
        case "Failed" -> "Error";
        case "Active" -> "Critical";
        default -> "Informational";
      };
    }
  }

  /**
   * Who wanted it.
   *
   * @param caller application id, or the name of the service
   * @param objectId of the caller, or empty
   * @param correlation shared by everything that one request brought about
   * @param method HTTP method, or empty
   */
  public record Origin(String caller, String objectId, String correlation, String method) {}
}
