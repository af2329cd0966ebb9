package dev.wrapkey.impact;

import dev.wrapkey.language.Language;
import dev.wrapkey.language.Phrases;
import dev.wrapkey.rotation.AzCommand;
import dev.wrapkey.rules.Impact;
import dev.wrapkey.rules.KeyImpact;
import dev.wrapkey.rules.KeyImpact.Fate;
import dev.wrapkey.rules.Loss;
import dev.wrapkey.rules.Moments;
import dev.wrapkey.rules.Profile;
import dev.wrapkey.rules.RulePack;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said before something is broken.
 *
 * @param impact what it does
 * @param around what was looked at
 * @param asked when, by the cloud's clock
 */
public record Answer(Impact impact, Surroundings around, Instant asked) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern(Phrases.say("day"), Language.ofThisRun().locale());

  /** What an act does. */
  public static Answer of(Loss loss, Surroundings around, Instant now) {
    return new Answer(Impact.of(loss, around.around(), now), around, now);
  }

  /** What is about to be done, as a sentence without its end. */
  public String act() {
    return Sentences.act(impact.loss());
  }

  /** An act, as a sentence without its end. */
  public static String act(Loss loss) {
    return Sentences.act(loss);
  }

  /** Who is hit, a sentence for each way to be hit; or that nobody is. */
  public List<String> summary() {
    List<String> all = new ArrayList<>();
    for (Fate fate : Fate.values()) {
      List<String> names =
          impact.dependents().stream()
              .filter(each -> each.fate() == fate)
              .map(each -> each.user().name())
              .distinct()
              .toList();
      if (!names.isEmpty()) {
        all.add(Sentences.fate(fate, names));
      }
    }
    if (!impact.heirs().isEmpty()) {
      all.add(
          Sentences.heirs(
              impact.heirs().stream()
                  .map(heir -> Sentences.heir(heir.server().name(), heir.source().name()))
                  .toList()));
    }
    if (all.isEmpty()) {
      all.add(
          isPartial()
              ? Sentences.unseen()
              : Sentences.harmless(impact.loss(), around.subscriptions()));
    }
    return all;
  }

  /** What becomes of one server, in a few words. */
  public static String word(Fate fate) {
    return Sentences.word(fate);
  }

  /** When it happens, and who says so. */
  public String when() {
    if (impact.isHarmless()) {
      return Phrases.say("impact.when.harmless");
    }
    if (impact.loss().isFinal()) {
      return Phrases.say("impact.when.final", KeyImpact.GRACE.toMinutes());
    }
    return Phrases.say(
        "impact.when",
        Moments.text(asked.plus(KeyImpact.GRACE)),
        LocalDate.parse(RulePack.rule("INA-4").date()).format(DAY),
        KeyImpact.GRACE.toMinutes(),
        Impact.grace(Profile.JANUARY_2023).toMinutes());
  }

  /** What else hangs on it, and what nobody can see. */
  public List<String> beside() {
    return Beside.of(this);
  }

  /** How to come back, in this order. */
  public List<String> wayBack() {
    return WayBack.of(this).stream().map(step -> step.rule() + ": " + step.words()).toList();
  }

  /** The commands of the Azure CLI that lead back, in this order. */
  public List<String> commandsBack() {
    return WayBack.of(this).stream()
        .flatMap(step -> step.commands().stream())
        .map(AzCommand::bash)
        .toList();
  }

  /** The act itself as a command of the Azure CLI. */
  public String command() {
    return Commands.of(impact.loss()).bash();
  }

  /** Whether there may be servers that are not known. */
  public boolean isPartial() {
    return !around.unread().isEmpty();
  }

  /** All of it, to be copied or saved. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(Phrases.say("impact.text.title", act()));
    lines.add(Phrases.say("impact.text.asked", Moments.text(asked)));
    lines.add("");
    lines.addAll(summary());
    lines.add("");
    impact.dependents().forEach(each -> lines.add("- " + Sentences.row(each)));
    lines.add("");
    lines.add(Phrases.say("impact.text.when", when()));
    lines.addAll(beside());
    lines.add("");
    lines.add(Phrases.say("impact.text.back"));
    wayBack().forEach(step -> lines.add("- " + step));
    lines.add("");
    lines.add(Phrases.say("impact.text.act", command()));
    commandsBack().forEach(each -> lines.add(Phrases.say("impact.text.command", each)));
    return String.join("\n", lines) + "\n";
  }
}
