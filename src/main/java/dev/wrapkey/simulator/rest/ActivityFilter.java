package dev.wrapkey.simulator.rest;

import dev.wrapkey.simulator.world.Activity;
import dev.wrapkey.simulator.world.ArmId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code $filter} of the activity log: a start, and what else narrows it. Time and one or more
 * of resource, resource group, provider, correlation, caller, status (published API 2015-04-01).
 *
 * @param parts all must hold
 */
record ActivityFilter(List<Predicate<Activity>> parts) {

  private static final Pattern PART =
      Pattern.compile("(?i)\\s*(\\w+)\\s+(eq|ge|le)\\s+'?([^']*?)'?\\s*");

  /**
   * Reads a filter.
   *
   * @throws dev.wrapkey.simulator.world.Refusal 400 if it has no start or asks for something else
   */
  static ActivityFilter of(String text) {
    List<Predicate<Activity>> parts = new ArrayList<>();
    boolean starts = false;
    for (String clause : text.split("(?i)\\s+and\\s+")) {
      Matcher part = PART.matcher(clause);
      if (!part.matches()) {
        throw ActivityHandler.badFilter("The $filter is missing or malformed.");
      }
      String name = part.group(1).toLowerCase(Locale.ROOT);
      String operator = part.group(2).toLowerCase(Locale.ROOT);
      starts |= name.equals("eventtimestamp") && operator.equals("ge");
      parts.add(
          name.equals("eventtimestamp")
              ? time(operator, part.group(3))
              : field(name, operator, part.group(3)));
    }
    if (!starts) {
      throw ActivityHandler.badFilter("The $filter needs a start: eventTimestamp ge.");
    }
    return new ActivityFilter(parts);
  }

  private static Predicate<Activity> time(String operator, String text) {
    Instant moment = moment(text);
    return switch (operator) {
      case "ge" -> e -> !e.at().isBefore(moment);
      case "le" -> e -> !e.at().isAfter(moment);
      default -> e -> e.at().equals(moment);
    };
  }

  /** With an offset, as documented, or without one, which means UTC (azure-cli). */
  private static Instant moment(String text) {
    try {
      String zoned = text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$") ? text : text + "Z";
      return OffsetDateTime.parse(zoned.replace(' ', 'T'))
          .withOffsetSameInstant(ZoneOffset.UTC)
          .toInstant();
    } catch (DateTimeParseException malformed) {
      throw ActivityHandler.badFilter("The $filter holds no time: " + text + ".");
    }
  }

  private static Predicate<Activity> field(String name, String operator, String value) {
    if (!operator.equals("eq")) {
      throw ActivityHandler.badFilter("The $filter compares " + name + " with eq only.");
    }
    return switch (name) {
      case "resourceuri", "resourceid" -> e -> e.resource().equalsIgnoreCase(value);
      case "resourcegroupname" -> e -> new ArmId(e.resource()).group().equalsIgnoreCase(value);
      case "resourceprovider" -> e -> provider(e).equalsIgnoreCase(value);
      case "correlationid" -> e -> e.origin().correlation().equalsIgnoreCase(value);
      case "caller" -> e -> e.origin().caller().equalsIgnoreCase(value);
      case "status" -> e -> e.result().status().equalsIgnoreCase(value);
      case "eventchannels" -> _ -> true;
      default -> throw ActivityHandler.badFilter("The $filter does not know " + name + ".");
    };
  }

  /** The namespace of the resource's type. */
  static String provider(Activity entry) {
    String operation = entry.act().operation();
    return operation.startsWith("Microsoft.Resourcehealth")
        ? "Microsoft.DBforPostgreSQL"
        : operation.replaceAll("/.*", "");
  }

  boolean matches(Activity entry) {
    return parts.stream().allMatch(p -> p.test(entry));
  }
}
