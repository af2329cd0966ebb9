package dev.wrapkey.rotation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.provisioning.CloudFailure;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.KeyUser.Purpose;
import dev.wrapkey.provisioning.Receipt;
import dev.wrapkey.provisioning.Refusal;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rotation.RotationLedger.Direction;
import dev.wrapkey.rotation.RotationLedger.Done;
import dev.wrapkey.rotation.RotationLedger.Entry;
import dev.wrapkey.rotation.RotationLedger.Made;
import dev.wrapkey.rotation.RotationLedger.Phase;
import dev.wrapkey.rotation.RotationLedger.Stand;
import dev.wrapkey.rotation.RotationLedger.Told;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A ledger as JSON. */
final class RotationJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int FORMAT = 1;

  private RotationJson() {}

  static String text(Entry entry) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.put("format", FORMAT);
    all.put("begun", entry.begun().toString());
    all.set("order", order(entry.order()));
    all.set("stand", stand(entry.stand()));
    all.set("made", made(entry.made()));
    ArrayNode done = all.putArray("done");
    for (Done each : entry.done()) {
      ObjectNode one = done.addObject();
      one.put("step", each.step().name());
      one.put("started", each.started().toString());
      put(one, "ended", each.ended());
    }
    return pretty(all);
  }

  static String pretty(JsonNode node) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static ObjectNode order(RotationOrder order) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("server", order.server().toString());
    node.put("region", order.region());
    node.set("base", EncryptionJson.node(order.base()));
    node.set("wanted", EncryptionJson.node(order.wanted()));
    ArrayNode purposes = node.putArray("newVersions");
    order.newVersions().stream().sorted().forEach(purpose -> purposes.add(purpose.name()));
    return node;
  }

  private static ObjectNode stand(Stand stand) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("phase", stand.phase().name());
    node.put("direction", stand.direction().name());
    put(node, "step", stand.step().map(RotationStep::name));
    put(node, "ended", stand.ended());
    node.put("told", stand.told().outcome());
    node.put("settled", stand.told().settled());
    stand
        .refusal()
        .ifPresent(
            refusal -> {
              ObjectNode why = node.putObject("refusal");
              why.put("kind", refusal.kind().name());
              why.put("code", refusal.code());
              why.put("details", refusal.details());
              why.put("correlationId", refusal.correlationId());
              why.put("body", refusal.body());
            });
    return node;
  }

  private static ObjectNode made(Made made) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("noted", keys(made.noted()));
    node.set("versions", keys(made.versions()));
    made.receipt()
        .ifPresent(
            receipt -> {
              ObjectNode slip = node.putObject("receipt");
              slip.put("correlationId", receipt.correlationId());
              slip.put("url", receipt.url());
              slip.put("statusInBody", receipt.statusInBody());
            });
    put(node, "rewrapped", made.rewrapped());
    put(node, "disabled", made.disabled());
    node.put("dark", made.dark());
    return node;
  }

  private static ObjectNode keys(Map<Purpose, KeyIdentifier> keys) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    keys.forEach((purpose, key) -> node.put(purpose.name(), key.toString()));
    return node;
  }

  private static void put(ObjectNode node, String name, Optional<?> value) {
    value.ifPresent(there -> node.put(name, there.toString()));
  }

  /** Empty if it is not a ledger, not whole, or of a later version of the program. */
  static Optional<Entry> parse(String id, String text) {
    try {
      JsonNode all = MAPPER.readTree(text);
      if (all.path("format").asInt() != FORMAT) {
        return Optional.empty();
      }
      return Optional.of(
          new Entry(
              id,
              order(all.path("order")),
              Instant.parse(all.path("begun").asText()),
              stand(all.path("stand")),
              made(all.path("made")),
              done(all.path("done"))));
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeParseException _) {
      return Optional.empty();
    }
  }

  static RotationOrder order(JsonNode node) {
    Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
    node.path("newVersions").forEach(purpose -> purposes.add(Purpose.valueOf(purpose.asText())));
    return new RotationOrder(
        ResourceId.of(node.path("server").asText()),
        node.path("region").asText(),
        EncryptionJson.read(node.path("base")),
        EncryptionJson.read(node.path("wanted")),
        purposes);
  }

  private static Stand stand(JsonNode node) {
    return new Stand(
        Phase.valueOf(node.path("phase").asText()),
        Direction.valueOf(node.path("direction").asText()),
        text(node, "step").map(RotationStep::valueOf),
        text(node, "ended").map(Instant::parse),
        node.has("refusal") ? Optional.of(refusal(node.path("refusal"))) : Optional.empty(),
        new Told(node.path("told").asBoolean(), node.path("settled").asBoolean()));
  }

  private static Refusal refusal(JsonNode node) {
    return new Refusal(
        CloudFailure.Kind.valueOf(node.path("kind").asText()),
        node.path("code").asText(),
        node.path("details").asText(),
        node.path("correlationId").asText(),
        node.path("body").asText());
  }

  private static Made made(JsonNode node) {
    JsonNode slip = node.path("receipt");
    return new Made(
        readKeys(node.path("noted")),
        readKeys(node.path("versions")),
        slip.isObject()
            ? Optional.of(
                new Receipt(
                    slip.path("correlationId").asText(),
                    slip.path("url").asText(),
                    slip.path("statusInBody").asBoolean()))
            : Optional.empty(),
        text(node, "rewrapped").map(Instant::parse),
        text(node, "disabled").map(Instant::parse),
        node.path("dark").asBoolean());
  }

  private static Map<Purpose, KeyIdentifier> readKeys(JsonNode node) {
    Map<Purpose, KeyIdentifier> keys = new EnumMap<>(Purpose.class);
    node.properties()
        .forEach(
            each ->
                keys.put(
                    Purpose.valueOf(each.getKey()), KeyIdentifier.of(each.getValue().asText())));
    return keys;
  }

  private static List<Done> done(JsonNode node) {
    List<Done> all = new ArrayList<>();
    for (JsonNode each : node) {
      all.add(
          new Done(
              RotationStep.valueOf(each.path("step").asText()),
              Instant.parse(each.path("started").asText()),
              text(each, "ended").map(Instant::parse)));
    }
    return all;
  }

  static Optional<String> text(JsonNode node, String name) {
    return node.hasNonNull(name) ? Optional.of(node.path(name).asText()) : Optional.empty();
  }
}
