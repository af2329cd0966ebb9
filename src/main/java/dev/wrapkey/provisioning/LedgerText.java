package dev.wrapkey.provisioning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** The text of a ledger: one line a value, {@code name=value}; line breaks are written as signs. */
final class LedgerText {

  private static final String PART = "part.";
  private static final String RECEIPT = "receipt.";
  private static final String REFUSAL = "refusal.";

  private LedgerText() {}

  static String format(Ledger.Entry entry) {
    SequencedMap<String, String> lines = new LinkedHashMap<>();
    lines.put("deployment", single(entry.deployment()));
    lines.put("id", single(entry.id().toString()));
    lines.put("started", entry.started().toString());
    lines.put("phase", entry.phase().name());
    lines.put("step", single(entry.step()));
    entry.stand().ended().ifPresent(at -> lines.put("ended", at.toString()));
    lines.put("told", String.valueOf(entry.stand().told()));
    lines.put("group", entry.group().name());
    lines.put("server", entry.server().name());
    List<Ledger.Part> parts = entry.made().parts();
    for (int i = 0; i < parts.size(); i++) {
      lines.put(PART + i, parts.get(i).presence() + " " + parts.get(i).id());
    }
    entry.notes().receipt().ifPresent(receipt -> put(receipt, lines));
    entry.notes().refusal().ifPresent(refusal -> put(refusal, lines));
    entry.notes().plan().ifPresent(plan -> LedgerPlan.write(plan, lines));
    return text(lines);
  }

  /** One line a value. */
  static String text(Map<String, String> lines) {
    return lines.entrySet().stream()
        .map(line -> line.getKey() + "=" + escaped(line.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  static void put(Receipt receipt, Map<String, String> lines) {
    lines.put(RECEIPT + "correlation", receipt.correlationId());
    lines.put(RECEIPT + "url", receipt.url());
    lines.put(RECEIPT + "body", String.valueOf(receipt.statusInBody()));
  }

  private static void put(Refusal refusal, Map<String, String> lines) {
    lines.put(REFUSAL + "kind", refusal.kind().name());
    lines.put(REFUSAL + "code", refusal.code());
    lines.put(REFUSAL + "details", refusal.details());
    lines.put(REFUSAL + "correlation", refusal.correlationId());
    lines.put(REFUSAL + "body", refusal.body());
  }

  /**
   * Reads a ledger.
   *
   * @throws IllegalArgumentException if this is not one
   */
  static Ledger.Entry parse(List<String> text) {
    Map<String, String> lines = lines(text);
    return new Ledger.Entry(
        value(lines, "deployment"),
        ResourceId.of(value(lines, "id")),
        Instant.parse(value(lines, "started")),
        stand(lines),
        made(lines),
        new Ledger.Notes(LedgerPlan.read(lines), receipt(lines), refusal(lines)));
  }

  /** What {@link #text} has written. */
  static Map<String, String> lines(List<String> text) {
    return text.stream()
        .filter(line -> line.contains("="))
        .collect(
            Collectors.toMap(
                line -> line.substring(0, line.indexOf('=')),
                line -> unescaped(line.substring(line.indexOf('=') + 1))));
  }

  private static Ledger.Stand stand(Map<String, String> lines) {
    return new Ledger.Stand(
        Ledger.Phase.valueOf(value(lines, "phase")),
        value(lines, "step"),
        Optional.ofNullable(lines.get("ended")).map(Instant::parse),
        Boolean.parseBoolean(lines.getOrDefault("told", "true")));
  }

  private static Ledger.Made made(Map<String, String> lines) {
    List<Ledger.Part> parts = new ArrayList<>();
    while (lines.containsKey(PART + parts.size())) {
      String[] part = value(lines, PART + parts.size()).split(" ", 2);
      parts.add(new Ledger.Part(ResourceId.of(part[1]), Ledger.Presence.valueOf(part[0])));
    }
    return new Ledger.Made(
        Ledger.Presence.valueOf(value(lines, "group")),
        Ledger.Presence.valueOf(value(lines, "server")),
        parts);
  }

  static Optional<Receipt> receipt(Map<String, String> lines) {
    return lines.containsKey(RECEIPT + "url")
        ? Optional.of(
            new Receipt(
                value(lines, RECEIPT + "correlation"),
                value(lines, RECEIPT + "url"),
                Boolean.parseBoolean(value(lines, RECEIPT + "body"))))
        : Optional.empty();
  }

  private static Optional<Refusal> refusal(Map<String, String> lines) {
    return lines.containsKey(REFUSAL + "kind")
        ? Optional.of(
            new Refusal(
                CloudFailure.Kind.valueOf(value(lines, REFUSAL + "kind")),
                value(lines, REFUSAL + "code"),
                value(lines, REFUSAL + "details"),
                value(lines, REFUSAL + "correlation"),
                value(lines, REFUSAL + "body")))
        : Optional.empty();
  }

  static String value(Map<String, String> lines, String name) {
    String value = lines.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return value;
  }

  // What names a file or a resource has no line breaks; with one it is something else.
  private static String single(String value) {
    if (value.lines().count() > 1) {
      throw new IllegalArgumentException("more than one line");
    }
    return value;
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String unescaped(String value) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        char sign = value.charAt(++i);
        text.append(sign == 'n' ? '\n' : sign == 'r' ? '\r' : sign);
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
