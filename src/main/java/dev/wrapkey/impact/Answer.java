package dev.wrapkey.impact;

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
import java.util.Locale;

/**
 * What is said before something is broken.
 *
 * @param impact what it does
 * @param around what was looked at
 * @param asked when, by the cloud's clock
 */
public record Answer(Impact impact, Surroundings around, Instant asked) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

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
                  .map(heir -> heir.server().name() + " (from " + heir.source().name() + ")")
                  .toList()));
    }
    if (all.isEmpty()) {
      all.add(
          isPartial()
              ? Sentences.UNSEEN
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
      return "Nothing happens to any server that was seen, at any time.";
    }
    if (impact.loss().isFinal()) {
      return "At once, and for ever: what only these keys can unwrap can be unwrapped by nobody any"
          + " more. The servers are Inaccessible within "
          + KeyImpact.GRACE.toMinutes()
          + " minutes.";
    }
    return "Done now, they are Inaccessible by %s at the latest, at a time that Azure chooses: every connection is denied. So say the rules of %s (INA-4: within %d minutes). Documents before February 2025 say within %d minutes."
        .formatted(
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
    lines.add("Before you break it: " + act());
    lines.add("Asked " + Moments.text(asked));
    lines.add("");
    lines.addAll(summary());
    lines.add("");
    impact.dependents().forEach(each -> lines.add("- " + Sentences.row(each)));
    lines.add("");
    lines.add("When: " + when());
    lines.addAll(beside());
    lines.add("");
    lines.add("The way back:");
    wayBack().forEach(step -> lines.add("- " + step));
    lines.add("");
    lines.add("The act: " + command());
    commandsBack().forEach(command -> lines.add("Back:    " + command));
    return String.join("\n", lines) + "\n";
  }
}
