package dev.wrapkey.ui.rulebook;

import dev.wrapkey.rules.Document;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.rules.Rule;
import dev.wrapkey.rules.Severity;
import dev.wrapkey.rules.Statement;
import dev.wrapkey.ui.view.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What documents say of a rule, those that say the same in one row.
 *
 * @param rule the rule
 * @param statements what they say, the newest first; at least one
 * @param ruling the row that rules this one, above it; none if this one rules
 */
public record RuleRow(Rule rule, List<Statement> statements, @Nullable RuleRow ruling) {

  /**
   * The rows of a rule, the ruling one first.
   *
   * @param profile only what is said there; empty for everything
   */
  static List<RuleRow> of(Rule rule, Optional<Profile> profile) {
    List<RuleRow> rows = new ArrayList<>();
    List<Statement> run = new ArrayList<>();
    for (Statement each : rule.statements()) {
      if (profile.isPresent() && profile.get() != each.profile()) {
        continue;
      }
      if (!run.isEmpty() && !run.getFirst().agreesWith(each)) {
        rows.add(row(rule, run, rows));
        run.clear();
      }
      run.add(each);
    }
    if (!run.isEmpty()) {
      rows.add(row(rule, run, rows));
    }
    return rows;
  }

  private static RuleRow row(Rule rule, List<Statement> run, List<RuleRow> above) {
    return new RuleRow(rule, List.copyOf(run), above.isEmpty() ? null : above.getFirst());
  }

  /** The row by which this one is sorted: itself, or the one that rules it. */
  RuleRow head() {
    return ruling == null ? this : ruling;
  }

  String id() {
    return rule.id();
  }

  Severity severity() {
    return statements.getFirst().severity();
  }

  String says() {
    return statements.getFirst().says();
  }

  /** The rule's id; below it, whether the row is older or holds for another product. */
  String name() {
    if (ruling == null) {
      return id();
    }
    Profile profile = statements.getFirst().profile();
    boolean elsewhere = profile == Profile.COSMOS_DB || profile == Profile.SINGLE_SERVER;
    boolean overruled = statements.stream().allMatch(rule::isOverruled);
    return Texts.text(elsewhere && !overruled ? "rulebook.elsewhere" : "rulebook.older");
  }

  String weight() {
    return Texts.text("rulebook.severity." + severity());
  }

  String profiles() {
    return statements.stream()
        .map(Statement::profile)
        .distinct()
        .map(each -> Texts.text("rulebook.profile." + each))
        .collect(Collectors.joining("\n"));
  }

  /** The date of the newest document, as precise as it is known. */
  String date() {
    String date = statements.getFirst().document().date();
    return date.isEmpty() ? "–" : date;
  }

  /** The newest document; below it those that say the same, with their dates. */
  String titles() {
    return documents()
        .map(each -> each.equals(statements.getFirst().document()) ? each.title() : dated(each))
        .collect(Collectors.joining("\n"));
  }

  private static String dated(Document document) {
    return document.date().isEmpty()
        ? Texts.text("rulebook.also", document.title())
        : Texts.text("rulebook.also.dated", document.title(), document.date());
  }

  private Stream<Document> documents() {
    return statements.stream().map(Statement::document).distinct();
  }

  boolean matches(String words) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return Stream.of(id(), says(), weight(), profiles(), date(), titles())
        .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(wanted));
  }

  /** The row for a letter or a ticket. */
  String copy() {
    String written =
        statements.stream()
            .map(Statement::document)
            .distinct()
            .map(each -> each.title() + (each.date().isEmpty() ? "" : ", " + each.date()))
            .collect(Collectors.joining("; "));
    return Texts.text(
        "rulebook.copy.row", id(), weight(), profiles().replace("\n", ", "), says(), written);
  }
}
