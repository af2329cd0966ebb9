package dev.wrapkey.export.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.language.Phrases;
import dev.wrapkey.provisioning.KeyIdentifier;
import dev.wrapkey.provisioning.ResourceId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** An object in a plan file, with its place. What nobody has asked for is refused at the end. */
final class Part {

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final ObjectNode json;
  private final String path;
  private final Set<String> asked = new HashSet<>();

  private Part(ObjectNode json, String path) {
    this.json = json;
    this.path = path;
  }

  static Part root(String text) throws PlanUnreadable {
    JsonNode json;
    try {
      json = STRICT.readTree(text);
    } catch (JsonProcessingException malformed) {
      // The parser's own words would repeat a piece of the file.
      throw new PlanUnreadable(
          "",
          Phrases.say(
              "plan.json",
              malformed.getLocation().getLineNr(),
              malformed.getLocation().getColumnNr()));
    }
    if (!(json instanceof ObjectNode object) || !object.has(PlanFile.MARK)) {
      throw new PlanUnreadable("", Phrases.say("plan.mark", PlanFile.MARK));
    }
    Part root = new Part(object, "");
    int version = root.whole(PlanFile.MARK);
    if (version > PlanFile.VERSION) {
      throw new PlanUnreadable(PlanFile.MARK, Phrases.say("plan.newer", version, PlanFile.VERSION));
    }
    if (version < 1) {
      throw new PlanUnreadable(PlanFile.MARK, Phrases.say("plan.version", version));
    }
    return root;
  }

  Part part(String name) throws PlanUnreadable {
    return new Part(object(name), at(name));
  }

  Optional<Part> optionalPart(String name) throws PlanUnreadable {
    asked.add(name);
    return json.has(name) ? Optional.of(part(name)) : Optional.empty();
  }

  List<Part> parts(String name) throws PlanUnreadable {
    JsonNode list = value(name);
    if (!list.isArray()) {
      throw bad(name, "list");
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      String place = name + "[" + i + "]";
      if (!(list.get(i) instanceof ObjectNode object)) {
        throw bad(place, "object");
      }
      parts.add(new Part(object, at(place)));
    }
    return parts;
  }

  String string(String name) throws PlanUnreadable {
    return string(name, value(name));
  }

  private String string(String name, JsonNode found) throws PlanUnreadable {
    if (!found.isTextual()) {
      throw bad(name, "text");
    }
    if (found.textValue().chars().anyMatch(Character::isISOControl)) {
      throw bad(name, "control");
    }
    return found.textValue();
  }

  int whole(String name) throws PlanUnreadable {
    JsonNode found = value(name);
    if (!found.isInt() || found.intValue() < 0) {
      throw bad(name, "whole");
    }
    return found.intValue();
  }

  boolean truth(String name) throws PlanUnreadable {
    JsonNode found = value(name);
    if (!found.isBoolean()) {
      throw bad(name, "truth");
    }
    return found.booleanValue();
  }

  <E extends Enum<E>> E word(String name, Class<E> words) throws PlanUnreadable {
    String found = string(name);
    return Arrays.stream(words.getEnumConstants())
        .filter(w -> w.name().equals(found))
        .findFirst()
        .orElseThrow(() -> bad(name, "word", all(words)));
  }

  private static String all(Class<? extends Enum<?>> words) {
    return String.join(", ", Arrays.stream(words.getEnumConstants()).map(Enum::name).toList());
  }

  ResourceId resource(String name, String type) throws PlanUnreadable {
    return ResourceId.parse(string(name))
        .filter(id -> id.type().toLowerCase(Locale.ROOT).equals(type.toLowerCase(Locale.ROOT)))
        .orElseThrow(() -> bad(name, "resource", type));
  }

  Instant moment(String name) throws PlanUnreadable {
    try {
      return Instant.parse(string(name));
    } catch (DateTimeParseException malformed) {
      throw bad(name, "moment", "2026-03-02T08:00:00Z");
    }
  }

  KeyIdentifier key(String name) throws PlanUnreadable {
    return KeyIdentifier.parse(string(name)).orElseThrow(() -> bad(name, "key"));
  }

  /** Names and texts, of any name. */
  SortedMap<String, String> texts(String name) throws PlanUnreadable {
    SortedMap<String, String> texts = new TreeMap<>();
    for (var one : object(name).properties()) {
      texts.put(one.getKey(), string(name + "." + one.getKey(), one.getValue()));
    }
    return texts;
  }

  /** To be called when everything is read that is known. */
  void end() throws PlanUnreadable {
    for (var one : json.properties()) {
      if (!asked.contains(one.getKey())) {
        throw bad(one.getKey(), "unknown");
      }
    }
  }

  boolean has(String name) {
    return json.has(name);
  }

  PlanUnreadable bad(String name, String reason, Object... places) {
    return new PlanUnreadable(at(name), Phrases.say("plan." + reason, places));
  }

  private ObjectNode object(String name) throws PlanUnreadable {
    if (value(name) instanceof ObjectNode object) {
      return object;
    }
    throw bad(name, "object");
  }

  private JsonNode value(String name) throws PlanUnreadable {
    asked.add(name);
    JsonNode found = json.get(name);
    if (found == null) {
      throw bad(name, "missing");
    }
    return found;
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
