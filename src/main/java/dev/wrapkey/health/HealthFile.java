package dev.wrapkey.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrapkey.preflight.Purpose;
import dev.wrapkey.provisioning.Key;
import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.report.Sheet;
import dev.wrapkey.rules.Moments;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a survey has found, as a file. Names that are there stay what they are.
 *
 * @param at when it was looked
 * @param lines what was found, in the order of the file
 * @param unseen subscriptions whose servers could not be listed
 */
public record HealthFile(Instant at, List<HealthLine> lines, List<HealthReport.Unseen> unseen) {

  private static final Set<String> NUMBERS = Set.of("behind", "daysLeft", "retentionDays");

  /** All of a survey, the most urgent first. */
  public static HealthFile of(HealthReport report) {
    return new HealthFile(report.at(), report.lines(), report.unseen());
  }

  /** Comma-separated values, a line for each key. */
  public String csv() {
    return sheet().csv();
  }

  /** A page that needs nothing but itself. */
  public String html() {
    return sheet().html("Key health, " + Moments.text(at), summary());
  }

  /** For programs, as JSON. */
  public String json() {
    return json(Map.of());
  }

  /**
   * The same.
   *
   * @param more facts that are told beside it, by their names
   */
  public String json(Map<String, String> more) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("at", at.toString());
    all.putAll(more);
    all.put("keys", lines.stream().map(this::object).toList());
    all.put("unseen", unseen.stream().map(HealthFile::object).toList());
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** How many servers there are of each urgency, in words. */
  public String summary() {
    Map<ResourceId, Urgency> worst = new LinkedHashMap<>();
    lines.forEach(line -> worst.put(line.server().id(), line.health().urgency()));
    StringBuilder text = new StringBuilder(worst.size() + " servers");
    for (Urgency urgency : Urgency.values()) {
      long number = worst.values().stream().filter(each -> each == urgency).count();
      if (number > 0) {
        text.append(", ").append(number).append(' ').append(word(urgency));
      }
    }
    unseen.forEach(
        why ->
            text.append("; the servers of ")
                .append(why.subscription().name())
                .append(" could not be listed (")
                .append(why.failure().code())
                .append(')'));
    return text.append('.').toString();
  }

  private static Map<String, Object> object(HealthReport.Unseen why) {
    return Map.of(
        "subscription", why.subscription().name(),
        "code", why.failure().code(),
        "details", why.failure().details());
  }

  private Sheet sheet() {
    List<String> titles =
        lines.isEmpty() ? List.of("server") : List.copyOf(cells(lines.getFirst()).keySet());
    return new Sheet(
        titles, lines.stream().map(line -> List.copyOf(cells(line).values())).toList());
  }

  private Map<String, Object> object(HealthLine line) {
    Map<String, Object> object = new LinkedHashMap<>();
    cells(line).forEach((name, text) -> object.put(name, typed(name, text)));
    object.put("gaps", line.gaps().stream().map(HealthFile::gap).toList());
    return object;
  }

  private static Object typed(String name, String text) {
    if (NUMBERS.contains(name) && !text.isEmpty()) {
      return Long.valueOf(text);
    }
    return switch (text) {
      case "yes" -> true;
      case "no" -> false;
      default -> text;
    };
  }

  private static Map<String, Object> gap(Gap gap) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("rule", gap.rule());
    object.put("urgency", word(gap.urgency()));
    object.put("message", gap.message());
    gap.breaks().ifPresent(when -> object.put("breaks", when.toString()));
    gap.remedy().ifPresent(remedy -> object.put("command", remedy.command()));
    return object;
  }

  private Map<String, String> cells(HealthLine line) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("server", line.server().name());
    cells.put("urgency", word(line.urgency()));
    cells.put("breaks", line.breaks().map(Instant::toString).orElse(""));
    cells.put("resourceGroup", line.server().id().resourceGroup());
    cells.put("subscription", line.health().subscription().name());
    cells.put("region", line.server().region());
    cells.put("state", line.server().state());
    cells.put("mode", line.key().isPresent() ? "customer-managed" : "service-managed");
    cells.put("purpose", line.purpose() == Purpose.GEO ? "geo-backup" : "data");
    key(line.key(), cells);
    store(line.key().flatMap(KeyHealth::store), cells);
    List<String> gaps = new ArrayList<>();
    line.gaps().forEach(g -> gaps.add(word(g.urgency()) + " " + g.rule() + ": " + g.message()));
    cells.put(
        "needs",
        line.health().needs().stream()
            .map(needed -> needed.key().toString())
            .collect(Collectors.joining(" ")));
    cells.put("gaps", String.join("\n", gaps));
    return cells;
  }

  private void key(Optional<KeyHealth> key, Map<String, String> cells) {
    cells.put("key", key.map(k -> k.key().versionless().toString()).orElse(""));
    cells.put("version", version(key.flatMap(k -> k.standing().inUse())));
    cells.put("newest", version(key.flatMap(k -> k.standing().newest())));
    cells.put("behind", key.map(k -> String.valueOf(k.standing().behind())).orElse(""));
    cells.put("autoUpdate", key.map(k -> k.followsNewest() ? "yes" : "no").orElse(""));
    cells.put("status", key.flatMap(KeyHealth::status).orElse(""));
    cells.put("expires", key.flatMap(KeyHealth::expires).map(Instant::toString).orElse(""));
    cells.put("daysLeft", key.flatMap(k -> k.daysLeft(at)).map(String::valueOf).orElse(""));
    cells.put("rotated", rotated(key, r -> r.at().toString()));
    cells.put("rotatedSays", rotated(key, r -> word(r.source())));
    cells.put("identity", key.flatMap(KeyHealth::identity).map(ResourceId::name).orElse(""));
    cells.put(
        "rotationPolicy",
        key.flatMap(KeyHealth::policy)
            .map(p -> p.rotate().isPresent() ? "rotates" : "no")
            .orElse(""));
  }

  private static String rotated(Optional<KeyHealth> key, Function<LastRotation, String> what) {
    return key.flatMap(KeyHealth::rotated).map(what).orElse("");
  }

  private static void store(Optional<KeyStore> store, Map<String, String> cells) {
    cells.put("keyStore", store.map(KeyStore::name).orElse(""));
    cells.put("softDelete", store.map(s -> yes(s.protection().softDelete())).orElse(""));
    cells.put("purgeProtection", store.map(s -> yes(s.protection().purge())).orElse(""));
    cells.put(
        "retentionDays", store.map(s -> String.valueOf(s.protection().retentionDays())).orElse(""));
    cells.put("network", store.map(s -> word(s.network())).orElse(""));
    cells.put("authorization", store.map(s -> s.rbac() ? "roles" : "access policies").orElse(""));
  }

  private static String version(Optional<Key> key) {
    return key.flatMap(k -> k.id().version()).orElse("");
  }

  private static String yes(boolean is) {
    return is ? "yes" : "no";
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
