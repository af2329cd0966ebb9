package dev.wrapkey.simulator.world;

/**
 * What became of an attempt to connect.
 *
 * @param accepted whether the server let the client in
 * @param sqlState PostgreSQL's code of five characters; empty if no server answered, and on success
 * @param message what the client reads
 * @param pages read and decrypted
 * @param rows found in them
 */
public record Connection(boolean accepted, String sqlState, String message, long pages, long rows) {

  /**
   * An attempt.
   *
   * @param server name or identifier
   * @param user login; empty for the administrator
   * @param password empty for none: then the login alone is checked
   * @param database empty for {@code postgres}
   * @param from IPv4 address; empty for the address that everybody here calls from
   */
  public record Attempt(String server, String user, String password, String database, String from) {

    /** Without the password. */
    @Override
    public String toString() {
      return "Attempt[" + server + ", " + user + ", " + database + ", " + from + "]";
    }
  }

  static Connection fatal(String sqlState, String words) {
    return new Connection(false, sqlState, "FATAL:  " + words, 0, 0);
  }

  /** Nobody answered; the words are those of PostgreSQL's client library. */
  static Connection unanswered(String words) {
    return new Connection(false, "", words, 0, 0);
  }
}
