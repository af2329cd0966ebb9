package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.KeyUser;
import dev.wrapkey.rules.KeyAct;
import dev.wrapkey.rules.KeyImpact;
import dev.wrapkey.rules.KeyImpact.Dependent;
import dev.wrapkey.rules.KeyImpact.Fate;
import dev.wrapkey.rules.RulePack;
import dev.wrapkey.ui.control.StatusLabel;
import dev.wrapkey.ui.view.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an act on a key does, in words. */
final class ImpactWords {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern(Texts.text("impact.day"), Texts.locale());

  private ImpactWords() {}

  static String title(Question question) {
    String version = question.target().version().map(ImpactWords::brief).orElse("");
    KeyAct named = question.acts().getFirst();
    return Texts.text("impact.title." + named, version, question.target().key());
  }

  static String brief(String version) {
    return version.substring(0, 4) + "…" + version.substring(28);
  }

  /** Who is hit, in one sentence or two. */
  static String summary(ImpactViewModel.Findings found) {
    KeyImpact impact = found.impact();
    if (impact.dependents().isEmpty()) {
      return Texts.text(
          impact.target().version().isPresent() ? "impact.none.version" : "impact.none.key",
          found.subscriptions());
    }
    StringBuilder text = new StringBuilder();
    for (Fate fate : Fate.values()) {
      String names = names(impact, fate);
      if (!names.isEmpty()) {
        text.append(text.isEmpty() ? "" : "\n")
            .append(Texts.text("impact.summary." + fate, count(impact, fate), names));
      }
    }
    return text.toString();
  }

  private static long count(KeyImpact impact, Fate fate) {
    return impact.dependents().stream().filter(each -> each.fate() == fate).count();
  }

  private static String names(KeyImpact impact, Fate fate) {
    return impact.dependents().stream()
        .filter(each -> each.fate() == fate)
        .map(each -> each.user().name())
        .collect(Collectors.joining(", "));
  }

  static String purpose(Dependent dependent) {
    String version = dependent.use().key().version().map(ImpactWords::brief).orElse("");
    String word = dependent.use().purpose().name().toLowerCase(Locale.ROOT);
    return Texts.text("impact.use." + word, version.isEmpty() ? 0 : 1, version);
  }

  static Said state(Dependent dependent) {
    boolean dark = dependent.user().isInaccessible();
    return new Said(
        dark ? StatusLabel.Kind.ERROR : StatusLabel.Kind.NONE, dependent.user().state());
  }

  static Said fate(Dependent dependent) {
    StatusLabel.Kind kind =
        switch (dependent.fate()) {
          case GOES_DARK, LOST, BACKUPS_LOST -> StatusLabel.Kind.ERROR;
          case MAY_GO_DARK, STAYS_DARK -> StatusLabel.Kind.WARNING;
        };
    return new Said(kind, Texts.text("impact.fate." + dependent.fate()));
  }

  /** What happens, and when, by which document. */
  static String when(KeyImpact impact) {
    if (impact.act().isFinal()) {
      return Texts.text("impact.when.final");
    }
    return Texts.text(
        "impact.when.rules",
        LocalDate.parse(RulePack.rule("INA-4").date()).format(DAY),
        KeyImpact.GRACE.toMinutes());
  }

  /** What else depends on the key and is not in the table. */
  static List<String> beside(KeyImpact impact) {
    List<String> more = new ArrayList<>();
    String backups =
        impact.dependents().stream()
            .map(Dependent::user)
            .distinct()
            .filter(user -> user.backups().days() > 0)
            .map(ImpactWords::backups)
            .collect(Collectors.joining("; "));
    if (!backups.isEmpty()) {
      more.add(Texts.text("impact.backups", backups));
    }
    if (!impact.cutOff().isEmpty()) {
      more.add(
          Texts.text(
              "impact.cutoff",
              impact.cutOff().stream().map(KeyUser::name).collect(Collectors.joining(", "))));
    }
    more.add(Texts.text("impact.restored"));
    more.add(Texts.text("impact.unseen"));
    return more;
  }

  private static String backups(KeyUser user) {
    return Texts.text("impact.backups.one", user.name(), user.backups().days());
  }

  /** How to come back. */
  static String wayBack(Question question) {
    if (question.act().isFinal()) {
      return Texts.text("impact.back.PURGE");
    }
    return question.acts().stream()
        .map(act -> wayBack(act, question))
        .collect(Collectors.joining("\n"));
  }

  private static String wayBack(KeyAct act, Question question) {
    return Texts.text(
        "impact.back." + act,
        question.store().protection().retentionDays(),
        KeyImpact.GRACE.toMinutes());
  }
}
