package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.query.Query;
import dev.wrapkey.simulator.query.QueryRefused;
import dev.wrapkey.simulator.query.Row;
import dev.wrapkey.simulator.world.Ids;
import dev.wrapkey.simulator.world.World;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** {@code Microsoft.ResourceGraph/resources}: one question about everything. */
final class GraphHandler {

  private static final int MOST = 1000;
  private static final String FIRST_OBJECTS = "2020-04-01-preview";

  private final World world;
  private final Ids ids;
  private final GraphTables tables;
  private final GraphQuota quota;

  GraphHandler(World world, Ids ids, GraphTables tables) {
    this.world = world;
    this.ids = ids;
    this.tables = tables;
    this.quota = new GraphQuota(world);
  }

  List<Route> routes() {
    return List.of(
        new Route("POST", "/providers/Microsoft.ResourceGraph/resources", "", this::answer));
  }

  private WireAnswer answer(Call call) {
    return quota.stamped(call.caller().objectId(), asked(call));
  }

  private WireAnswer asked(Call call) {
    JsonNode body = call.body();
    List<String> wanted = new ArrayList<>();
    body.path("subscriptions").forEach(each -> wanted.add(each.asText()));
    List<String> seen = tables.subscriptions(call.caller().objectId());
    List<String> scope =
        wanted.isEmpty()
            ? seen
            : seen.stream().filter(s -> wanted.stream().anyMatch(s::equalsIgnoreCase)).toList();
    if (scope.isEmpty()) {
      return refused(
          Tree.of(
              "code",
              "NoValidSubscriptionsInQueryRequest",
              "message",
              "There must be at least one subscription that is eligible to contain resources. Given: '%s'."
                  .formatted(String.join(",", wanted))));
    }
    String text = Tree.text(body, "query");
    try {
      Query query = Query.read(text, GraphTables.RESOURCES, GraphTables.ALL);
      List<Row> rows = query.run(tables.rows(query.table(), call.caller().objectId(), scope));
      return page(call, query, rows, Page.of(body.path("options"), text, call.apiVersion()));
    } catch (QueryRefused why) {
      return refused(invalid(), place(why));
    }
  }

  private WireAnswer page(Call call, Query query, List<Row> rows, Optional<Page> asked) {
    if (asked.isEmpty()) {
      return refused(
          Tree.of("code", "InvalidOptions", "message", "The options of the query are not valid."));
    }
    Page page = asked.get();
    int from = Math.min(page.from(), rows.size());
    int to = Math.min(from + page.size(), rows.size());
    List<ObjectNode> shown =
        rows.subList(from, to).stream().map(row -> row.shape(query.columns())).toList();
    boolean more = to < rows.size();
    ObjectNode answer =
        Tree.of(
            "totalRecords",
            rows.size(),
            "count",
            shown.size(),
            "data",
            page.table() ? table(query.columns(), shown) : shown,
            "facets",
            List.of(),
            "resultTruncated",
            String.valueOf(more && !query.canBePaged()));
    if (more && query.canBePaged()) {
      answer.put("$skipToken", Page.token(to, Tree.text(call.body(), "query")));
    }
    return WireAnswer.ok(answer);
  }

  private static ObjectNode table(List<String> columns, List<ObjectNode> rows) {
    return Tree.of(
        "columns",
        columns.stream().map(name -> Tree.of("name", name, "type", type(name, rows))).toList(),
        "rows",
        rows.stream().map(row -> Tree.array(columns.stream().map(row::path).toList())).toList());
  }

  private static String type(String column, List<ObjectNode> rows) {
    JsonNode first = rows.isEmpty() ? Tree.nothing() : rows.getFirst().path(column);
    return first.isNumber() ? "integer" : first.isTextual() ? "string" : "object";
  }

  /**
   * A page that is asked for.
   *
   * @param from how many rows come before it
   * @param size how many it has at most
   * @param table whether rows are lists instead of objects
   */
  private record Page(int from, int size, boolean table) {

    static Optional<Page> of(JsonNode options, String query, String version) {
      int size = options.path("$top").asInt(MOST);
      int skip = options.path("$skip").asInt(0);
      int from =
          Optional.of(Tree.text(options, "$skipToken"))
              .filter(t -> !t.isEmpty())
              .map(token -> place(token, query))
              .orElse(skip);
      String usual = version.compareTo(FIRST_OBJECTS) < 0 ? "table" : "objectArray";
      String format = Tree.text(options, "resultFormat");
      return size < 1 || size > MOST || from < 0
          ? Optional.empty()
          : Optional.of(new Page(from, size, (format.isEmpty() ? usual : format).equals("table")));
    }

    static String token(int from, String query) {
      return Base64.getEncoder()
          .encodeToString((from + " " + query.hashCode()).getBytes(StandardCharsets.UTF_8));
    }

    // A token of another query leads nowhere.
    private static int place(String token, String query) {
      if (!token.matches("[A-Za-z0-9+/]{4,64}={0,2}")) {
        return -1;
      }
      String[] parts = new String(decoded(token), StandardCharsets.UTF_8).split(" ");
      return parts.length == 2
              && parts[0].matches("\\d{1,9}")
              && parts[1].equals(String.valueOf(query.hashCode()))
          ? Integer.parseInt(parts[0])
          : -1;
    }

    private static byte[] decoded(String token) {
      try {
        return Base64.getDecoder().decode(token);
      } catch (IllegalArgumentException _) {
        return new byte[0];
      }
    }
  }

  private static ObjectNode invalid() {
    return Tree.of(
        "code",
        "InvalidQuery",
        "message",
        "Query is invalid. Please refer to the documentation for the Azure Resource Graph service"
            + " and fix the error before retrying.");
  }

  private static ObjectNode place(QueryRefused why) {
    return Tree.of(
        "code", why.code(),
        "message", why.code(),
        "line", why.line(),
        "characterPositionInLine", why.column(),
        "token", why.token());
  }

  private WireAnswer refused(ObjectNode... details) {
    String message =
        "Please provide below info when asking for support: timestamp = %s, correlationId = %s."
            .formatted(world.now(), ids.guid());
    return WireAnswer.json(
        400,
        Tree.of(
            "error",
            Tree.of("code", "BadRequest", "message", message, "details", List.of(details))));
  }
}
