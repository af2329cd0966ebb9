package dev.wrapkey.ui.vault;

import dev.wrapkey.provisioning.RotationPolicy;
import dev.wrapkey.ui.view.Moments;
import dev.wrapkey.ui.view.Texts;

/** A rotation policy in one line. */
final class PolicyWords {

  private PolicyWords() {}

  static String of(KeyState.Living key) {
    return key.policy().map(policy -> of(policy, key)).orElse(Texts.text("policy.untold"));
  }

  private static String of(RotationPolicy policy, KeyState.Living key) {
    String rotation =
        policy
            .rotate()
            .map(
                trigger ->
                    Texts.text("policy.brief." + trigger.from(), Length.words(trigger.length())))
            .orElse(Texts.text("policy.brief.none"));
    String next =
        policy
            .nextRotation(key.newest())
            .map(moment -> " " + Texts.text("policy.brief.next", Moments.day(moment)))
            .orElse("");
    String notice =
        policy
            .notice()
            .map(t -> " " + Texts.text("policy.brief.notice", Length.words(t.length())))
            .orElse("");
    return rotation + next + notice;
  }
}
