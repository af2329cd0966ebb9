package dev.wrapkey.simulator.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The clock as the control interface speaks of it, in JSON. */
final class ClockControl {

  private static final Duration FARTHEST = Duration.ofDays(366);
  private static final String NEXT = "next";

  private final ObjectMapper mapper = new ObjectMapper();
  private final Pace pace;

  ClockControl(Pace pace) {
    this.pace = pace;
  }

  ObjectNode tell() {
    ObjectNode clock = clock();
    clock.set(NEXT, shape(pace.next()));
    return clock;
  }

  /**
   * What is due, in order of time.
   *
   * @param kinds only these, by their ids; empty for all
   * @throws IllegalArgumentException for a kind that there is not
   */
  ObjectNode timeline(Set<String> kinds) {
    Set<Agenda.Kind> wanted = EnumSet.noneOf(Agenda.Kind.class);
    kinds.forEach(id -> wanted.add(Agenda.Kind.valueOf(id.toUpperCase(Locale.ROOT))));
    Instant now = pace.now();
    ArrayNode found = mapper.createArrayNode();
    pace.upcoming().stream()
        .filter(due -> wanted.isEmpty() || wanted.contains(due.kind()))
        .forEach(due -> found.add(due(due).put("in", Duration.between(now, due.at()).toString())));
    ObjectNode timeline = mapper.createObjectNode().put("now", now.toString());
    timeline.set("value", found);
    return timeline;
  }

  private ObjectNode clock() {
    return mapper
        .createObjectNode()
        .put("now", pace.now().toString())
        .put("speed", pace.speed().toString());
  }

  private JsonNode shape(Optional<Agenda.Due> due) {
    return due.<JsonNode>map(this::due).orElseGet(mapper::nullNode);
  }

  private ObjectNode due(Agenda.Due due) {
    return mapper
        .createObjectNode()
        .put("at", due.at().toString())
        .put("kind", due.kind().id())
        .put("what", due.what())
        .put("resource", due.resource());
  }

  /**
   * Does what an order says.
   *
   * @throws IllegalArgumentException for an order that says nothing, or too much
   * @throws java.time.DateTimeException for a moment or a length that is none
   */
  ObjectNode steer(JsonNode order) {
    boolean speeds = order.path("speed").isTextual();
    boolean advances = order.path("advance").isTextual();
    boolean jumps = order.path("until").isTextual();
    if (advances && jumps || !(speeds || advances || jumps)) {
      throw new IllegalArgumentException("nothing to do");
    }
    Speed speed = speeds ? Speed.of(order.path("speed").asText()) : pace.speed();
    Duration length = advances ? length(order.path("advance").asText()) : Duration.ZERO;
    String until = order.path("until").asText("");
    Duration wait = jumps && !until.equals(NEXT) ? wait(Instant.parse(until)) : length;
    pace.runAt(speed);
    if (until.equals(NEXT)) {
      return jumpToNext();
    }
    pace.advance(wait);
    return tell();
  }

  private ObjectNode jumpToNext() {
    Optional<Agenda.Due> due = pace.next();
    due.ifPresent(d -> pace.reach(d.at()));
    ObjectNode clock = clock();
    clock.set("event", shape(due));
    return clock;
  }

  private Duration wait(Instant until) {
    return inRange(Duration.between(pace.now(), until));
  }

  private static Duration length(String text) {
    return inRange(Duration.parse(text));
  }

  private static Duration inRange(Duration length) {
    if (length.isNegative() || length.compareTo(FARTHEST) > 0) {
      throw new IllegalArgumentException("out of range");
    }
    return length;
  }
}
