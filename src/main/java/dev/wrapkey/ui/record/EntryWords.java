package dev.wrapkey.ui.record;

import dev.wrapkey.record.Entry;
import dev.wrapkey.record.Verdict;
import dev.wrapkey.report.Sheet;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes in words. */
final class EntryWords {

  private static final List<String> TITLES =
      List.of(
          "Time (UTC)",
          "Account",
          "Account id",
          "Change",
          "Operation",
          "Target",
          "Cloud",
          "State",
          "Ended (UTC)",
          "Correlation id",
          "Before",
          "Asked for",
          "After",
          "Details");

  private EntryWords() {}

  /**
   * What was done, for example "Stop server"; Azure's own name of what this version does not know.
   */
  static String act(Entry entry) {
    String key = "record.act." + entry.deed().act();
    return Texts.bundle().containsKey(key) ? Texts.text(key) : entry.deed().operation();
  }

  static String state(Entry.State state) {
    return Texts.text("record.state." + state.name());
  }

  static String account(Entry entry) {
    String account = entry.deed().account().toString();
    return account.isEmpty() ? Texts.text("record.nobody") : account;
  }

  static String flaw(Verdict.Fault fault) {
    return Texts.text("record.flaw." + fault.flaw().name(), fault.line());
  }

  /** Whether all words that were typed are in what is told of a change. */
  static boolean matches(Entry entry, String typed) {
    String told = told(entry);
    return Stream.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+")).allMatch(told::contains);
  }

  private static String told(Entry entry) {
    return Stream.of(
            Stream.of(act(entry), state(entry.state()), account(entry), entry.id(), entry.said()),
            Stream.of(
                entry.deed().operation(),
                entry.deed().target(),
                entry.deed().account().objectId(),
                entry.deed().cloud()),
            Stream.of(entry.before(), entry.wanted(), entry.after()).flatMap(EntryWords::pairs))
        .flatMap(words -> words)
        .collect(Collectors.joining(" "))
        .toLowerCase(Locale.ROOT);
  }

  private static Stream<String> pairs(Map<String, String> values) {
    return values.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue());
  }

  static Sheet sheet(List<Entry> entries) {
    return new Sheet(TITLES, entries.stream().map(EntryWords::cells).toList());
  }

  private static List<String> cells(Entry entry) {
    return List.of(
        entry.began().toString(),
        entry.deed().account().name(),
        entry.deed().account().objectId(),
        act(entry),
        entry.deed().operation(),
        entry.deed().target(),
        entry.deed().cloud(),
        state(entry.state()),
        entry.ended().map(Object::toString).orElse(""),
        entry.id(),
        joined(entry.before()),
        joined(entry.wanted()),
        joined(entry.after()),
        entry.said());
  }

  private static String joined(Map<String, String> values) {
    return pairs(values).collect(Collectors.joining("; "));
  }

  /** One change as text for the clipboard. */
  static String copy(Entry entry) {
    StringBuilder text =
        new StringBuilder()
            .append(Moments.utc(entry.began()))
            .append(" UTC  ")
            .append(act(entry))
            .append("  ")
            .append(state(entry.state()))
            .append('\n')
            .append(entry.deed().target())
            .append('\n')
            .append(account(entry))
            .append("  ")
            .append(entry.id())
            .append('\n');
    for (String name : entry.names()) {
      text.append(name).append(": ").append(value(entry, name)).append('\n');
    }
    return text.append(entry.said()).toString().strip();
  }

  private static String value(Entry entry, String name) {
    String before = entry.before().getOrDefault(name, "—");
    if (entry.state() == Entry.State.DONE) {
      String after = entry.after().getOrDefault(name, "—");
      return before.equals(after) ? after : before + " → " + after;
    }
    String wanted = entry.wanted().get(name);
    return wanted == null ? before : Texts.text("record.wanted", before, wanted);
  }
}
