package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The functions of templates that depend on nothing but their arguments (Azure Resource Manager
 * template functions, documented).
 */
final class TemplateFunctions {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)(?::[^}]*)?}");

  private TemplateFunctions() {}

  /**
   * The value of a function.
   *
   * @return empty if it is none of these
   * @throws Refusal 400 InvalidTemplate if the arguments do not fit
   */
  static Optional<JsonNode> call(String name, List<JsonNode> arguments) {
    try {
      return text(name, arguments)
          .or(() -> logic(name, arguments))
          .or(() -> collection(name, arguments));
    } catch (IndexOutOfBoundsException
        | NoSuchElementException
        | NumberFormatException
        | ArithmeticException unfit) {
      throw Template.invalid("The arguments of the function '%s' do not fit.".formatted(name));
    }
  }

  private static Optional<JsonNode> text(String name, List<JsonNode> given) {
    return Optional.ofNullable(
        switch (name) {
          case "concat" -> concat(given);
          case "format" -> Tree.plain(format(given));
          case "tolower" -> Tree.plain(text(given, 0).toLowerCase(Locale.ROOT));
          case "toupper" -> Tree.plain(text(given, 0).toUpperCase(Locale.ROOT));
          case "trim" -> Tree.plain(text(given, 0).strip());
          case "replace" -> Tree.plain(text(given, 0).replace(text(given, 1), text(given, 2)));
          case "startswith" -> Tree.truth(lower(given, 0).startsWith(lower(given, 1)));
          case "endswith" -> Tree.truth(lower(given, 0).endsWith(lower(given, 1)));
          case "substring" -> Tree.plain(substring(given));
          case "split" ->
              Tree.array(
                  Arrays.stream(text(given, 0).split(Pattern.quote(text(given, 1)), -1))
                      .map(Tree::plain)
                      .toList());
          case "string" -> Tree.plain(written(given.getFirst()));
          case "base64" ->
              Tree.plain(
                  Base64.getEncoder()
                      .encodeToString(text(given, 0).getBytes(StandardCharsets.UTF_8)));
          case "uniquestring" -> Tree.plain(hash(given).replace("-", "").substring(0, 13));
          case "guid" -> Tree.plain(hash(given));
          default -> null;
        });
  }

  private static Optional<JsonNode> logic(String name, List<JsonNode> given) {
    return Optional.ofNullable(
        switch (name) {
          case "equals" -> Tree.truth(same(given.get(0), given.get(1)));
          case "not" -> Tree.truth(!given.getFirst().asBoolean());
          case "and" -> Tree.truth(given.stream().allMatch(JsonNode::asBoolean));
          case "or" -> Tree.truth(given.stream().anyMatch(JsonNode::asBoolean));
          case "if" -> given.get(given.get(0).asBoolean() ? 1 : 2);
          case "true" -> Tree.truth(true);
          case "false" -> Tree.truth(false);
          case "null" -> Tree.nothing();
          case "bool" -> Tree.truth(given.getFirst().asBoolean());
          case "int" -> Tree.number(Integer.parseInt(text(given, 0)));
          case "add" -> Tree.number(Math.addExact(number(given, 0), number(given, 1)));
          case "sub" -> Tree.number(Math.subtractExact(number(given, 0), number(given, 1)));
          case "mul" -> Tree.number(Math.multiplyExact(number(given, 0), number(given, 1)));
          case "coalesce" ->
              given.stream()
                  .filter(Predicate.not(TemplateFunctions::isNothing))
                  .findFirst()
                  .orElseGet(Tree::nothing);
          default -> null;
        });
  }

  private static Optional<JsonNode> collection(String name, List<JsonNode> given) {
    return Optional.ofNullable(
        switch (name) {
          case "createarray" -> Tree.array(given);
          case "empty" -> Tree.truth(isNothing(given.getFirst()) || length(given.getFirst()) == 0);
          case "length" -> Tree.number(length(given.getFirst()));
          case "first" -> part(given.getFirst(), 0);
          case "last" -> part(given.getFirst(), length(given.getFirst()) - 1);
          case "contains" -> Tree.truth(contains(given.get(0), given.get(1)));
          case "join" -> Tree.plain(join(given));
          case "take" -> slice(given.get(0), 0, number(given, 1));
          case "skip" -> slice(given.get(0), number(given, 1), Integer.MAX_VALUE);
          case "union" -> union(given);
          default -> null;
        });
  }

  private static JsonNode concat(List<JsonNode> given) {
    if (given.stream().allMatch(JsonNode::isArray)) {
      List<JsonNode> all = new ArrayList<>();
      given.forEach(array -> array.forEach(all::add));
      return Tree.array(all);
    }
    return Tree.plain(String.join("", given.stream().map(TemplateFunctions::written).toList()));
  }

  private static String format(List<JsonNode> given) {
    return PLACE
        .matcher(text(given, 0))
        .replaceAll(
            place ->
                java.util.regex.Matcher.quoteReplacement(
                    written(given.get(1 + Integer.parseInt(place.group(1))))));
  }

  private static String substring(List<JsonNode> given) {
    int from = number(given, 1);
    return given.size() > 2
        ? text(given, 0).substring(from, from + number(given, 2))
        : text(given, 0).substring(from);
  }

  private static String join(List<JsonNode> given) {
    List<String> parts = new ArrayList<>();
    given.getFirst().forEach(part -> parts.add(written(part)));
    return String.join(text(given, 1), parts);
  }

  private static JsonNode slice(JsonNode of, int from, int count) {
    int size = length(of);
    int begin = Math.clamp(from, 0, size);
    int end = begin + Math.clamp(count, 0, size - begin);
    if (!of.isArray()) {
      return Tree.plain(of.asText().substring(begin, end));
    }
    List<JsonNode> kept = new ArrayList<>();
    for (int i = begin; i < end; i++) {
      kept.add(of.path(i));
    }
    return Tree.array(kept);
  }

  private static JsonNode union(List<JsonNode> given) {
    if (given.stream().allMatch(JsonNode::isArray)) {
      List<JsonNode> all = new ArrayList<>();
      given.forEach(array -> array.forEach(each -> addOnce(all, each)));
      return Tree.array(all);
    }
    ObjectNode all = Tree.of();
    given.forEach(each -> each.properties().forEach(p -> all.set(p.getKey(), p.getValue())));
    return all;
  }

  private static void addOnce(List<JsonNode> all, JsonNode each) {
    if (!all.contains(each)) {
      all.add(each);
    }
  }

  private static JsonNode part(JsonNode of, int index) {
    return of.isArray()
        ? of.path(index)
        : Tree.plain(of.asText().isEmpty() ? "" : of.asText().substring(index, index + 1));
  }

  /** Letter case matters, but not that of an object's keys (documented). */
  private static boolean contains(JsonNode all, JsonNode one) {
    if (all.isArray()) {
      return StreamSupport.stream(all.spliterator(), false).anyMatch(one::equals);
    }
    return all.isObject()
        ? all.properties().stream().anyMatch(p -> p.getKey().equalsIgnoreCase(one.asText()))
        : all.asText().contains(one.asText());
  }

  private static boolean same(JsonNode one, JsonNode other) {
    return one.isTextual() && other.isTextual()
        ? one.asText().equalsIgnoreCase(other.asText())
        : one.equals(other);
  }

  private static boolean isNothing(JsonNode value) {
    return value.isNull() || value.isMissingNode();
  }

  private static int length(JsonNode value) {
    return value.isContainerNode() ? value.size() : value.asText().length();
  }

  private static String text(List<JsonNode> given, int place) {
    return given.get(place).asText();
  }

  private static String lower(List<JsonNode> given, int place) {
    return text(given, place).toLowerCase(Locale.ROOT);
  }

  private static int number(List<JsonNode> given, int place) {
    return Integer.parseInt(text(given, place));
  }

  private static String written(JsonNode value) {
    return value.isContainerNode() ? value.toString() : value.asText();
  }

  /** Depends on nothing but the arguments; Azure's own values differ. */
  private static String hash(List<JsonNode> given) {
    String seed = String.join("/", given.stream().map(JsonNode::asText).toList());
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
