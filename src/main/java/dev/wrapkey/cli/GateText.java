package dev.wrapkey.cli;

import dev.wrapkey.provisioning.KeyUser;
import dev.wrapkey.rotation.SafetyGate;
import dev.wrapkey.rotation.SafetyGate.Hidden;
import dev.wrapkey.rotation.SafetyGate.Reason;
import dev.wrapkey.rules.Document;
import dev.wrapkey.rules.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A safety gate for people. */
public final class GateText {

  private GateText() {}

  /** What is behind it, whether it is open, and why not. */
  public static List<String> lines(SafetyGate gate, Instant now) {
    List<String> lines = new ArrayList<>();
    if (gate.versions().isEmpty()) {
      lines.add("The rotation has left no version behind: there is nothing to disable.");
      return lines;
    }
    gate.versions().forEach(version -> lines.add("Old version " + version));
    lines.add(stand(gate, now));
    gate.reasons()
        .forEach(
            reason ->
                lines.add("  " + (reason.closesAt(now) ? "closed  " : "note    ") + words(reason)));
    return lines;
  }

  private static String stand(SafetyGate gate, Instant now) {
    if (gate.isOpenAt(now)) {
      return "It may be disabled now.";
    }
    Optional<Instant> opens = gate.opensAt();
    return opens
        .map(at -> "It may be disabled from " + Moments.text(at) + ".")
        .orElse("It may not be disabled; waiting alone does not help.");
  }

  static String words(Reason reason) {
    return switch (reason) {
      case SafetyGate.NotSucceeded it -> "The rotation has not succeeded (" + it.phase() + ").";
      case SafetyGate.NotWell it ->
          "%s is %s with its new key.".formatted(it.server().name(), it.state());
      case SafetyGate.TooSoon it -> soon(it);
      case SafetyGate.StillUsed it ->
          "%s uses it%s%s.".formatted(it.user().name(), purpose(it.use()), relation(it.relation()));
      case SafetyGate.MayFollow it ->
          "%s follows the newest version%s and may need this one until %s%s."
              .formatted(
                  it.user().name(),
                  purpose(it.use()),
                  Moments.text(it.ends()),
                  relation(it.relation()));
      case SafetyGate.StillWraps it -> wraps(it);
      case SafetyGate.Backups it ->
          "Backups of %s from before the rotation%s%s: no document says whether they need it."
              .formatted(
                  it.server().name(),
                  it.geoRedundant() ? ", geo-redundant copies too" : "",
                  it.kept().map(end -> ", kept until " + Moments.text(end)).orElse(""));
      case SafetyGate.NotShown it -> hidden(it.what());
      case SafetyGate.Unseen it ->
          "The servers of %s could not be listed (%s)."
              .formatted(it.subscription().name(), it.failure().code());
    };
  }

  private static String soon(SafetyGate.TooSoon it) {
    Document document = it.rule().statement().document();
    return "Data keys were last wrapped anew on %s; %d hours must pass (CMK-41, %s, %s)."
        .formatted(
            Moments.text(it.rewrapped()),
            it.rule().least().toHours(),
            document.title(),
            document.date());
  }

  private static String wraps(SafetyGate.StillWraps it) {
    return "%s: it wraps %d data %s of %s%s%s."
        .formatted(
            it.server().name(),
            it.dataKeys(),
            it.dataKeys() == 1 ? "key" : "keys",
            it.volume(),
            it.inherited() ? ", which came with the backup it was restored from" : "",
            relation(it.relation()));
  }

  private static String hidden(Hidden what) {
    return switch (what) {
      case WRAPPING -> "The service does not show which version wraps data keys.";
      case RESTORED_SERVERS ->
          "The service does not show which servers were restored from this one; they go on needing"
              + " the old version (CMK-32).";
    };
  }

  private static String purpose(KeyUser.Use use) {
    return use.purpose() == KeyUser.Purpose.GEO_BACKUP ? " for its geo-redundant backup" : "";
  }

  private static String relation(SafetyGate.Relation relation) {
    return switch (relation) {
      case ITSELF -> ", the server itself";
      case REPLICA -> ", a read replica of the server";
      case SOURCE -> ", the source of the replica";
      case OTHER -> "";
    };
  }
}
