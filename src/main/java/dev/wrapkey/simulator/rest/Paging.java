package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Cuts a list into pages that are chained by {@code nextLink}. */
final class Paging {

  static final int PAGE = 100;
  private static final String TOKEN = "$skiptoken";

  private Paging() {}

  /** A page of Azure Resource Manager: no {@code nextLink} on the last one. */
  static <T> ObjectNode page(Call call, List<T> all, Function<T, ? extends JsonNode> shape) {
    return page(call, all, PAGE, shape);
  }

  /** A page that is not empty is always followed by one, which may be empty. */
  static <T> ObjectNode trailing(Call call, List<T> all, Function<T, ? extends JsonNode> shape) {
    ObjectNode page = page(call, all, PAGE, shape);
    boolean more = page.path("value").size() > 0 && !page.has("nextLink");
    return more ? page.put("nextLink", link(call, all.size())) : page;
  }

  /** The first page is always followed by one, even if it is empty itself. */
  static <T> ObjectNode chained(Call call, List<T> all, Function<T, ? extends JsonNode> shape) {
    ObjectNode page = page(call, all, PAGE, shape);
    boolean first = call.query(TOKEN).isEmpty() && !page.has("nextLink");
    return first ? page.put("nextLink", link(call, all.size())) : page;
  }

  static <T> ObjectNode page(
      Call call, List<T> all, int size, Function<T, ? extends JsonNode> shape) {
    int from = Math.min(offset(call.query(TOKEN)), all.size());
    int to = Math.min(from + size, all.size());
    ObjectNode page = Tree.of("value", all.subList(from, to).stream().map(shape).toList());
    return to < all.size() ? page.put("nextLink", link(call, to)) : page;
  }

  private static int offset(String token) {
    if (token.isEmpty()) {
      return 0;
    }
    if (!token.matches("[0-9]{1,9}")) {
      throw ArmErrors.invalidParameter(TOKEN);
    }
    return Integer.parseInt(token);
  }

  private static String link(Call call, int offset) {
    Map<String, String> query = Call.query(call.request());
    query.put(TOKEN, String.valueOf(offset));
    return "https://"
        + call.request().uri().getHost()
        + call.request().uri().getRawPath()
        + "?"
        + query.entrySet().stream()
            .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%24", "$");
  }
}
