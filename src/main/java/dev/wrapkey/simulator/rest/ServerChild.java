package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.Problem;
import dev.wrapkey.simulator.world.Server;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A kind of resource within a server. Names of operations are recorded (2022-12-01), those of
 * virtual endpoints invented.
 *
 * @param segment in the path, for example {@code databases}
 * @param upsert name of the operation that makes or changes one
 * @param drop name of the operation that deletes one
 * @param reader what to keep of a client's properties
 * @param builtIn what every server has, by name
 * @param obstacle why an operation fails late
 */
record ServerChild(
    String segment,
    String upsert,
    String drop,
    Reader reader,
    Map<String, ObjectNode> builtIn,
    Obstacle obstacle) {

  private static final ScopedValue<Boolean> DEPENDENT = ScopedValue.newInstance();

  /** Checks and completes what a client sent. */
  @FunctionalInterface
  interface Reader {
    ObjectNode read(Server server, String name, JsonNode properties);
  }

  /** What the service finds out while it works. */
  @FunctionalInterface
  interface Obstacle {
    Optional<Problem> problem(Server server, Instant now);
  }

  /** The kinds that are played. */
  static List<ServerChild> all() {
    return List.of(databases(), administrators(), virtualEndpoints());
  }

  private static ServerChild databases() {
    Map<String, ObjectNode> always = new TreeMap<>();
    for (String name : List.of("azure_maintenance", "azure_sys", "postgres")) {
      always.put(
          name, Tree.of("properties", Tree.of("charset", "UTF8", "collation", "en_US.utf8")));
    }
    return new ServerChild(
        "databases",
        "UpsertServerDatabaseManagementOperation",
        "DropServerDatabaseManagementOperation",
        (server, name, sent) -> {
          require(name.matches("[A-Za-z_][A-Za-z0-9_-]{0,62}"), "databaseName");
          String charset = Tree.text(sent, "charset");
          String collation = Tree.text(sent, "collation");
          return Tree.of(
              "charset", charset.isEmpty() ? "UTF8" : charset.toUpperCase(Locale.ROOT),
              "collation", collation.isEmpty() ? "en_US.utf8" : collation);
        },
        always,
        ServerChild::unlessReady);
  }

  private static ServerChild administrators() {
    return new ServerChild(
        "administrators",
        "UpsertAadAuthPrincipalManagementOperation",
        "DropAadAuthPrincipalManagementOperation",
        (server, name, sent) -> {
          String type = Tree.text(sent, "principalType");
          require(List.of("User", "Group", "ServicePrincipal").contains(type), "principalType");
          require(!Tree.text(sent, "principalName").isEmpty(), "principalName");
          return Tree.of(
              "principalType",
              type,
              "principalName",
              Tree.text(sent, "principalName"),
              "objectId",
              name,
              "tenantId",
              Tree.text(sent, "tenantId"));
        },
        Map.of(),
        ServerChild::unlessReady);
  }

  private static ServerChild virtualEndpoints() {
    return new ServerChild(
        "virtualEndpoints",
        "UpsertServerVirtualEndpointManagementOperation",
        "DropServerVirtualEndpointManagementOperation",
        (server, name, sent) -> {
          require(Tree.text(sent, "endpointType").equals("ReadWrite"), "endpointType");
          String suffix = ".postgres.database.azure.com";
          return Tree.of(
              "endpointType",
              "ReadWrite",
              "members",
              sent.path("members").isArray() ? sent.path("members") : List.of(server.id().name()),
              "virtualEndpoints",
              List.of(name + ".writer" + suffix, name + ".reader" + suffix));
        },
        Map.of(),
        (server, now) ->
            server.state(now).equals("Ready")
                ? Optional.empty()
                : Optional.of(
                    new Problem(
                        "VirtualEndpointOwnerServerNotInReadyState",
                        "The server '%s' that owns the virtual endpoint is not ready."
                            .formatted(server.id().name()))));
  }

  /**
   * Orders a part of a deployment: it does not mind that the server it depends on is being made.
   */
  static <T> T asDependent(Supplier<T> order) {
    return ScopedValue.where(DEPENDENT, true).call(order::get);
  }

  private static Optional<Problem> unlessReady(Server server, Instant now) {
    return DEPENDENT.isBound() || server.state(now).equals("Ready")
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "ServerIsBusy",
                "Cannot complete operation while server '%s' is busy processing another operation. Try again later."
                    .formatted(server.id().name())));
  }

  private static void require(boolean legal, String parameter) {
    if (!legal) {
      throw ArmErrors.invalidParameter(parameter);
    }
  }
}
