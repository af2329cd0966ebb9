package dev.wrapkey.impact;

import dev.wrapkey.provisioning.KeyStore;
import dev.wrapkey.provisioning.KeyUser;
import dev.wrapkey.rotation.AzCommand;
import dev.wrapkey.rules.Impact;
import dev.wrapkey.rules.KeyAct;
import dev.wrapkey.rules.KeyImpact;
import dev.wrapkey.rules.KeyImpact.Dependent;
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
import java.util.Optional;
import java.util.stream.Collectors;

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
    List<String> all = new ArrayList<>();
    if (!impact.cutOff().isEmpty()) {
      all.add(
          "These read replicas keep a key of their own and stay up, but get no more changes: "
              + impact.cutOff().stream().map(KeyUser::name).collect(Collectors.joining(", "))
              + ".");
    }
    String backups =
        impact.dependents().stream()
            .map(Dependent::user)
            .distinct()
            .filter(user -> user.backups().days() > 0)
            .map(Sentences::backups)
            .collect(Collectors.joining("; "));
    if (!backups.isEmpty()) {
      all.add(
          (impact.loss().isFinal()
                  ? "Backups hang on the same keys and are gone with them: "
                  : "Backups hang on the same keys and cannot be restored meanwhile: ")
              + backups
              + ".");
    }
    all.add(
        "Azure does not tell which servers were restored from which (CMK-32). Those that Wrapkey"
            + " restored on this computer are counted; others may need the key too.");
    purgeProtection()
        .map(KeyStore.Protection::retentionDays)
        .ifPresent(
            days ->
                all.add(
                    "Purge protection is on: Azure refuses to purge it, and destroys it by itself"
                        + " when it has been deleted for "
                        + days
                        + " days."));
    if (impact.loss() instanceof Loss.OfIdentity && !impact.isHarmless()) {
      all.add(
          "To unassign it from a server that uses it is another act: Azure refuses it (CMK-44).");
    }
    if (impact.loss() instanceof Loss.OfPermit gone
        && !gone.permit().principal().equalsIgnoreCase(gone.identity().principalId())) {
      all.add("The role was given to a group: its other members lose it too, and are not counted.");
    }
    if (!around.unread().isEmpty()) {
      all.add("These could not be read: " + String.join("; ", around.unread()) + ".");
    }
    return all;
  }

  // Of what would be purged.
  private Optional<KeyStore.Protection> purgeProtection() {
    return switch (impact.loss()) {
      case Loss.OfStore gone when gone.purge() ->
          Optional.of(gone.protection()).filter(KeyStore.Protection::purge);
      case Loss.OfKey gone when gone.act() == KeyAct.PURGE ->
          around
              .storeAt(gone.key().host())
              .map(KeyStore::protection)
              .filter(KeyStore.Protection::purge);
      default -> Optional.empty();
    };
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
