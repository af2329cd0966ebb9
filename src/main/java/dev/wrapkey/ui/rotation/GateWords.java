package dev.wrapkey.ui.rotation;

import dev.wrapkey.provisioning.ResourceId;
import dev.wrapkey.rotation.SafetyGate;
import dev.wrapkey.rotation.SafetyGate.Relation;
import dev.wrapkey.rules.Overlap;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;
import java.time.Duration;
import java.time.Instant;

/** What the safety gate says. */
final class GateWords {

  private GateWords() {}

  /**
   * One sentence: open, open from a moment on, or closed for a reason that waiting does not cure.
   */
  static String standing(SafetyGate gate, Instant now) {
    if (gate.isOpenAt(now)) {
      return Texts.text("rotation.gate.open");
    }
    return gate.opensAt()
        .map(opens -> Texts.text("rotation.gate.closed", Moments.moment(opens), left(now, opens)))
        .orElseGet(() -> Texts.text("rotation.gate.shut"));
  }

  private static String left(Instant now, Instant opens) {
    Duration left = Duration.between(now, opens);
    return Texts.text(
        "rotation.gate.left", left.toHours(), left.toMinutesPart(), left.toSecondsPart());
  }

  static String of(SafetyGate.Reason reason) {
    return switch (reason) {
      case SafetyGate.NotSucceeded _ -> Texts.text("rotation.reason.unfinished");
      case SafetyGate.NotWell(ResourceId server, String state) ->
          Texts.text("rotation.reason.unwell", server.name(), state);
      case SafetyGate.TooSoon(Instant rewrapped, Instant ends, Overlap rule) ->
          Texts.text(
              "rotation.reason.soon",
              Moments.moment(rewrapped),
              rule.least().toHours(),
              rule.statement().document().title(),
              rule.statement().document().date(),
              Moments.moment(ends));
      case SafetyGate.StillUsed used ->
          Texts.text(
              "rotation.reason.used",
              relation(used.relation(), used.user().name()),
              purpose(used.use()));
      case SafetyGate.MayFollow may ->
          Texts.text(
              "rotation.reason.may",
              relation(may.relation(), may.user().name()),
              Moments.moment(may.ends()));
      case SafetyGate.StillWraps wraps ->
          Texts.text(
              wraps.inherited() ? "rotation.reason.inherited" : "rotation.reason.wraps",
              relation(wraps.relation(), wraps.server().name()),
              wraps.dataKeys(),
              wraps.volume());
      case SafetyGate.Backups backups ->
          Texts.text(
              backups.geoRedundant() ? "rotation.reason.backups.geo" : "rotation.reason.backups",
              backups.server().name(),
              backups.kept().map(Moments::day).orElse(Texts.text("rotation.reason.kept")));
      case SafetyGate.NotShown(SafetyGate.Hidden what) ->
          Texts.text("rotation.reason.hidden." + what);
      case SafetyGate.Unseen(var subscription, var why) ->
          Texts.text("rotation.reason.unseen", subscription.name(), why.code());
    };
  }

  private static String relation(Relation relation, String name) {
    return Texts.text("rotation.relation." + relation, name);
  }

  private static String purpose(dev.wrapkey.provisioning.KeyUser.Use use) {
    return Texts.text("rotation.purpose." + use.purpose());
  }
}
