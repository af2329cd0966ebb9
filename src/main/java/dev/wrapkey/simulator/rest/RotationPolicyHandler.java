package dev.wrapkey.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.simulator.world.KeyRefusals;
import dev.wrapkey.simulator.world.RotationPolicies;
import dev.wrapkey.simulator.world.RotationPolicy;
import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rotation policy of a key (recorded, 7.3 and 7.4-preview.1). */
final class RotationPolicyHandler {

  private static final String POLICY = KeyCalls.KEY + "/rotationpolicy";

  private final KeyCalls calls;
  private final RotationPolicies policies;

  RotationPolicyHandler(KeyCalls calls, RotationPolicies policies) {
    this.calls = calls;
    this.policies = policies;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", POLICY, "", c -> WireAnswer.ok(shape(policies.get(calls.of(c))))),
        new Route("PUT", POLICY, "", this::put));
  }

  private WireAnswer put(Call call) {
    JsonNode body = call.body();
    List<RotationPolicy.Action> actions = new ArrayList<>();
    for (JsonNode action : body.path("lifetimeActions")) {
      actions.add(action(action));
    }
    String expiry = period(body.path("attributes"), "expiryTime");
    return WireAnswer.ok(shape(policies.set(calls.of(call), actions, expiry)));
  }

  private static RotationPolicy.Action action(JsonNode from) {
    String type = Tree.text(from, "action", "type");
    boolean rotate = type.equalsIgnoreCase("Rotate");
    String after = period(from.path("trigger"), "timeAfterCreate");
    String before = period(from.path("trigger"), "timeBeforeExpiry");
    boolean known = rotate || type.equalsIgnoreCase("Notify");
    if (!known || (after == null) == (before == null)) {
      throw KeyRefusals.badParameter("Property has invalid value\r\nlifetimeActions");
    }
    return new RotationPolicy.Action(rotate ? "Rotate" : "Notify", after, before);
  }

  private static @Nullable String period(JsonNode from, String name) {
    String text = Tree.text(from, name);
    if (text.isEmpty()) {
      return null;
    }
    try {
      Period length = Period.parse(text);
      long days = length.toTotalMonths() * 28 + length.getDays();
      if (length.isNegative() || days < 1 || days > 28L * 12 * 100) {
        throw KeyRefusals.badParameter("Property has invalid value\r\n" + name);
      }
      return text;
    } catch (DateTimeException | ArithmeticException malformed) {
      throw KeyRefusals.badParameter("Property has invalid value\r\n" + name);
    }
  }

  private static ObjectNode shape(RotationPolicies.Held held) {
    RotationPolicy policy = held.policy();
    ObjectNode attributes =
        held.own()
            ? Tree.of(
                "expiryTime", policy.expiry(),
                "created", policy.created().getEpochSecond(),
                "updated", policy.updated().getEpochSecond())
            : Tree.of();
    return Tree.of(
        "id",
        held.key().uri() + "/rotationpolicy",
        "lifetimeActions",
        policy.actions().stream().map(RotationPolicyHandler::shape).toList(),
        "attributes",
        attributes);
  }

  private static ObjectNode shape(RotationPolicy.Action action) {
    return Tree.of(
        "trigger",
        Tree.of("timeAfterCreate", action.afterCreate(), "timeBeforeExpiry", action.beforeExpiry()),
        "action",
        Tree.of("type", action.type()));
  }
}
