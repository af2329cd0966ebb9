package dev.wrapkey.simulator.world;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a client meets on its way into a server that has its key. */
final class Doorman {

  private static final List<String> ALWAYS = List.of("azure_maintenance", "azure_sys", "postgres");
  private static final Pattern PRIVATE =
      Pattern.compile("10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*");

  private final World world;
  private final Server server;

  Doorman(World world, Server server) {
    this.world = world;
    this.server = server;
  }

  /** A server without public access is out of reach from anywhere but its own network. */
  Optional<Connection> network(Connection.Attempt attempt) {
    boolean inside = isInside(attempt);
    return server.shape().publicAccess() || inside
        ? Optional.empty()
        : Optional.of(
            Connection.unanswered(
                "connection to server at \"%s.postgres.database.azure.com\", port 5432 failed: Connection timed out"
                    .formatted(server.id().name())));
  }

  private boolean isInside(Connection.Attempt attempt) {
    return !world.settings(server).network().subnet().isEmpty()
        && PRIVATE.matcher(attempt.from()).matches();
  }

  /** A server that does not run. */
  static Optional<Connection> state(String state) {
    return switch (state) {
      case "Starting", "Restarting" ->
          Optional.of(Connection.fatal("57P03", "the database system is starting up"));
      case "Stopping", "Dropping" ->
          Optional.of(Connection.fatal("57P03", "the database system is shutting down"));
      case "Stopped" ->
          Optional.of(
              Connection.unanswered(
                  "connection to server on port 5432 failed: Connection refused"));
      default -> Optional.empty();
    };
  }

  /** Address, login and database. */
  Optional<Connection> client(Connection.Attempt attempt) {
    String login = server.admin().login();
    String user = attempt.user().isEmpty() ? login : attempt.user();
    String database = attempt.database().isEmpty() ? "postgres" : attempt.database();
    String from = attempt.from().isEmpty() ? KeyGate.CLIENT_ADDRESS : attempt.from();
    if (!isInside(attempt) && !isLetIn(from)) {
      return Optional.of(
          Connection.fatal(
              "28000",
              "no pg_hba.conf entry for host \"%s\", user \"%s\", database \"%s\", SSL encryption"
                  .formatted(from, user, database)));
    }
    boolean known =
        user.equals(login)
            && (attempt.password().isEmpty()
                || server.admin().password().accepts(attempt.password()));
    if (!known) {
      return Optional.of(
          Connection.fatal(
              "28P01", "password authentication failed for user \"%s\"".formatted(user)));
    }
    return exists(database)
        ? Optional.empty()
        : Optional.of(
            Connection.fatal("3D000", "database \"%s\" does not exist".formatted(database)));
  }

  private boolean exists(String database) {
    ArmId id = server.id().child("databases", database);
    return ALWAYS.contains(database)
        || world.items().get(id.key()).filter(i -> i.isVisible(world.now())).isPresent();
  }

  private boolean isLetIn(String address) {
    return world.firewallRules().all().stream()
        .filter(r -> r.id().isWithin(server.id().text()) && !world.now().isBefore(r.from()))
        .anyMatch(r -> isBetween(address, r.start(), r.end()));
  }

  private static boolean isBetween(String address, String start, String end) {
    long number = number(address);
    return number >= number(start) && number <= number(end);
  }

  private static long number(String address) {
    return Arrays.stream(address.toLowerCase(Locale.ROOT).split("\\."))
        .mapToLong(Long::parseLong)
        .reduce(0, (sum, octet) -> sum << 8 | octet & 0xff);
  }
}
