package dev.wrapkey.ui.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wrapkey.record.Entry;
import dev.wrapkey.record.Reading;
import dev.wrapkey.record.Verdict;
import dev.wrapkey.ui.view.Texts;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The record in words, for the page and for the console. */
public final class Recount {

  private static final int MOST_FAULTS = 5;
  private static final ObjectMapper JSON = new ObjectMapper();

  private Recount() {}

  /**
   * Those of which all the words are told and that did not begin before a moment.
   *
   * @param words separated by blanks; empty for all
   */
  public static List<Entry> chosen(List<Entry> entries, String words, Optional<Instant> since) {
    return entries.stream()
        .filter(entry -> EntryWords.matches(entry, words))
        .filter(entry -> since.filter(entry.began()::isBefore).isEmpty())
        .toList();
  }

  /** A change in a few lines. */
  public static String text(Entry entry) {
    return EntryWords.copy(entry);
  }

  /** Changes as a table for spreadsheets. */
  public static String csv(List<Entry> entries) {
    return EntryWords.sheet(entries).csv();
  }

  /** Whether the record can be trusted, and where it cannot. */
  public static String words(Verdict verdict) {
    if (verdict.isSound()) {
      return Texts.text(verdict.lines() == 0 ? "record.none" : "record.sound", verdict.lines());
    }
    String faults =
        verdict.faults().stream()
            .limit(MOST_FAULTS)
            .map(EntryWords::flaw)
            .collect(Collectors.joining(" "));
    return Texts.text("record.broken", verdict.faults().size()) + " " + faults;
  }

  /** Whether the record up to a fingerprint is still the one that it was taken of. */
  public static String words(Reading reading, String fingerprint) {
    return reading
        .linesUpTo(fingerprint)
        .filter(lines -> reading.isSoundUpTo(fingerprint))
        .map(lines -> Texts.text("record.kept", lines))
        .orElseGet(() -> Texts.text("record.notkept"));
  }

  /**
   * Changes for programs, with the verdict. Names that are there stay what they are.
   *
   * @param more facts that are told beside it, by their names
   */
  public static String json(List<Entry> entries, Verdict verdict, Map<String, String> more) {
    ObjectNode tree = JSON.createObjectNode();
    more.forEach(tree::put);
    tree.put("sound", verdict.isSound());
    tree.put("lines", verdict.lines());
    tree.put("fingerprint", verdict.fingerprint());
    ArrayNode all = tree.putArray("changes");
    entries.forEach(entry -> put(all.addObject(), entry));
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void put(ObjectNode one, Entry entry) {
    one.put("correlationId", entry.id());
    one.put("began", entry.began().toString());
    one.put("ended", entry.ended().map(Object::toString).orElse(null));
    one.put("state", entry.state().name());
    one.put("act", entry.deed().act());
    one.put("operation", entry.deed().operation());
    one.put("target", entry.deed().target());
    one.put("account", entry.deed().account().name());
    one.put("accountId", entry.deed().account().objectId());
    one.put("cloud", entry.deed().cloud());
    put(one, "before", entry.before());
    put(one, "wanted", entry.wanted());
    put(one, "after", entry.after());
    one.put("details", entry.said());
  }

  private static void put(ObjectNode one, String name, Map<String, String> values) {
    ObjectNode part = one.putObject(name);
    values.forEach(part::put);
  }
}
