package dev.wrapkey.simulator.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.fault.Aim;
import dev.wrapkey.simulator.fault.Fault;
import dev.wrapkey.simulator.fault.FaultOrder;
import dev.wrapkey.simulator.fault.FaultRefused;
import dev.wrapkey.simulator.fault.FaultReport;
import dev.wrapkey.simulator.fault.Faults;
import dev.wrapkey.simulator.fault.Rhythm;
import java.util.Optional;
import java.util.Set;

/** Faults as the control interface speaks of them, in JSON. */
final class FaultControl {

  private static final Set<String> FIELDS =
      Set.of(
          "method",
          "host",
          "path",
          "operation",
          "probability",
          "every",
          "times",
          "after",
          "seconds",
          "target");

  private final ObjectMapper mapper = new ObjectMapper();
  private final Faults faults;

  FaultControl(Faults faults) {
    this.faults = faults;
  }

  /** What is on and what there is. */
  ObjectNode list() {
    ObjectNode all = mapper.createObjectNode().put("seed", faults.seed());
    ArrayNode on = all.putArray("value");
    faults.on().forEach(report -> on.add(shape(report)));
    ArrayNode known = all.putArray("known");
    for (Fault fault : Fault.values()) {
      known.addObject().put("name", fault.id()).put("what", fault.words());
    }
    return all;
  }

  /**
   * Switches on.
   *
   * @throws FaultRefused if the order makes no sense
   */
  ObjectNode switchOn(Fault fault, JsonNode order) {
    return shape(faults.switchOn(fault, read(fault, order)));
  }

  /** Switches off; empty if it was not on. */
  Optional<ObjectNode> switchOff(Fault fault) {
    return faults
        .switchOff(fault)
        .map(words -> mapper.createObjectNode().put("name", fault.id()).put("outcome", words));
  }

  private static FaultOrder read(Fault fault, JsonNode order) {
    if (!order.isObject()) {
      throw refusal("content", "an object, at least {}");
    }
    order
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!FIELDS.contains(name)) {
                throw refusal(name, "no parameter of a fault; there are " + sorted());
              }
            });
    FaultOrder usual = FaultOrder.usual(fault);
    return new FaultOrder(
        new Aim(
            text(order, "method"),
            text(order, "host"),
            text(order, "path"),
            text(order, "operation")),
        new Rhythm(
            probability(order),
            number(order, "every", usual.rhythm().every()),
            number(order, "times", usual.rhythm().times()),
            number(order, "after", usual.rhythm().after())),
        number(order, "seconds", usual.seconds()),
        text(order, "target"));
  }

  private static String sorted() {
    return String.join(", ", FIELDS.stream().sorted().toList());
  }

  private static String text(JsonNode order, String name) {
    JsonNode value = order.path(name);
    if (!value.isMissingNode() && !value.isTextual()) {
      throw refusal(name, "a text");
    }
    return value.asText("");
  }

  private static int number(JsonNode order, String name, int otherwise) {
    JsonNode value = order.path(name);
    if (!value.isMissingNode() && !(value.isIntegralNumber() && value.canConvertToInt())) {
      throw refusal(name, "a whole number");
    }
    return value.asInt(otherwise);
  }

  private static double probability(JsonNode order) {
    JsonNode value = order.path("probability");
    if (!value.isMissingNode() && !value.isNumber()) {
      throw refusal("probability", "a number from 0 to 1");
    }
    return value.asDouble(1);
  }

  private static FaultRefused refusal(String field, String what) {
    return new FaultRefused(field, field + " is " + what + ".");
  }

  private ObjectNode shape(FaultReport report) {
    FaultOrder order = report.order();
    ObjectNode shape = mapper.createObjectNode().put("name", report.fault().id());
    put(shape, "method", order.aim().method());
    put(shape, "host", order.aim().host());
    put(shape, "path", order.aim().path());
    put(shape, "operation", order.aim().operation());
    shape
        .put("probability", order.rhythm().probability())
        .put("every", order.rhythm().every())
        .put("times", order.rhythm().times())
        .put("after", order.rhythm().after());
    if (order.seconds() > 0) {
      shape.put("seconds", order.seconds());
    }
    put(shape, "target", order.target());
    return shape
        .put("met", report.met())
        .put("struck", report.struck())
        .put("spent", report.isSpent());
  }

  private static void put(ObjectNode shape, String name, String value) {
    if (!value.isEmpty()) {
      shape.put(name, value);
    }
  }
}
